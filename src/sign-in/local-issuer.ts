import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What `iss` of a local token begins with; the code of the organisation follows. */
const PREFIX = 'urn:joint-inspection:local:';
export const AUDIENCE = 'joint-inspection-platform';
const ALGORITHM = 'ES256';

export const localIssuer = (organisation: string): string => `${PREFIX}${organisation}`;
export const isLocalIssuer = (issuer: string): boolean => issuer.startsWith(PREFIX);

/** Signs tokens for anybody: for the demonstration and for tests. Production has none. */
export class LocalIssuer {
  private constructor(
    private readonly privateKey: CryptoKey,
    readonly publicKey: CryptoKey,
  ) {}

  /** The key is kept, so that a token outlives a restart. */
  static async open(dataDir: string): Promise<LocalIssuer> {
    const file = join(dataDir, 'local-issuer.json');
    if (!existsSync(file)) {
      const pair = await generateKeyPair(ALGORITHM, { extractable: true });
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      const keys = { private: await exportJWK(pair.privateKey), public: await exportJWK(pair.publicKey) };
      writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
    }
    const keys = JSON.parse(readFileSync(file, 'utf8')) as { private: JWK; public: JWK };
    return new LocalIssuer(await imported(keys.private), await imported(keys.public));
  }

  /** A token for eight hours of real time. */
  async sign(organisation: string, subject: string): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(localIssuer(organisation))
      .setSubject(subject)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(this.privateKey);
  }
}

async function imported(key: JWK): Promise<CryptoKey> {
  const result = await importJWK(key, ALGORITHM);
  if (result instanceof Uint8Array)
    throw new Error('local-issuer.json holds no key pair: delete the file, and a new one is made');
  return result;
}
