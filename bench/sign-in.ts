import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { inspectorates } from '../src/inspectorates/index.js';
import { issuerOf } from './data/world.js';

const AUDIENCE = 'bench';
const ALGORITHM = 'ES256';

/** Providers of sign-in as production knows them, for the invented people of the inspectorates. */
export class SignIn {
  private constructor(
    /** For `ISSUERS_FILE`. */
    readonly issuersFile: string,
    private readonly key: CryptoKey,
  ) {}

  static async open(): Promise<SignIn> {
    const folder = mkdtempSync(join(tmpdir(), 'jip-bench-'));
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const jwks = join(folder, 'jwks.json');
    writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: ALGORITHM, use: 'sig' }] }));
    const issuersFile = join(folder, 'issuers.json');
    const issuers = inspectorates.map(({ code }) => ({
      issuer: issuerOf(code),
      organisation: code,
      audience: AUDIENCE,
      jwks,
      algorithms: [ALGORITHM],
    }));
    writeFileSync(issuersFile, JSON.stringify(issuers));
    return new SignIn(issuersFile, privateKey);
  }

  token(issuer: string, subject: string): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(this.key);
  }
}
