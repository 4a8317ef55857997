import { readFileSync } from 'node:fs';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { IssuerConfig } from '../platform/config.js';
import { PlatformError } from '../platform/errors.js';
import { storageFault } from '../platform/storable-text.js';
import { AUDIENCE, isLocalIssuer, type LocalIssuer } from './local-issuer.js';

/** Who a token speaks for: a user is issuer and subject together, never an e-mail address. */
export interface Asserted {
  readonly issuer: string;
  readonly subject: string;
}

/** Verifies JSON Web Tokens (RFC 7519) by issuer, audience, algorithm and the issuer's keys. */
export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, { config: IssuerConfig; keys: JWTVerifyGetKey }>;

  constructor(
    issuers: readonly IssuerConfig[],
    private readonly local: LocalIssuer | null,
  ) {
    this.issuers = new Map(issuers.map((config) => [config.issuer, { config, keys: keysOf(config) }]));
  }

  async verify(token: string): Promise<Asserted> {
    try {
      return await this.verified(token);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      throw refused();
    }
  }

  private async verified(token: string): Promise<Asserted> {
    const issuer = decodeJwt(token).iss ?? '';
    if (this.local !== null && isLocalIssuer(issuer)) {
      const { payload } = await jwtVerify(token, this.local.publicKey, {
        issuer,
        audience: AUDIENCE,
        algorithms: ['ES256'],
      });
      return asserted(issuer, payload.sub);
    }
    const known = this.issuers.get(issuer);
    if (known === undefined) throw refused();
    const { payload } = await jwtVerify(token, known.keys, {
      issuer,
      audience: known.config.audience,
      algorithms: [...known.config.algorithms],
      requiredClaims: ['exp', 'sub'],
    });
    return asserted(issuer, payload.sub);
  }
}

const refused = (): PlatformError =>
  new PlatformError(
    'NOT_SIGNED_IN',
    'The sign-in is not accepted or has run out. Sign in again, then send this again.',
  );

function asserted(issuer: string, subject: string | undefined): Asserted {
  if (subject === undefined || subject === '' || storageFault(issuer + subject) !== null) throw refused();
  return { issuer, subject };
}

function keysOf(config: IssuerConfig): JWTVerifyGetKey {
  if (/^https?:/.test(config.jwks)) return createRemoteJWKSet(new URL(config.jwks));
  return createLocalJWKSet(JSON.parse(readFileSync(config.jwks, 'utf8')) as JSONWebKeySet);
}
