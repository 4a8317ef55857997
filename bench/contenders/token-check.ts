import { readFileSync } from 'node:fs';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
  readonly algorithms: string[];
}

export interface Asserted {
  readonly issuer: string;
  readonly subject: string;
}

/** The check of a token that the platform makes, with the same library: issuer, audience, algorithm, signature, expiry. */
export class TokenCheck {
  private readonly issuers: ReadonlyMap<string, { known: Issuer; keys: JWTVerifyGetKey }>;

  constructor(issuersFile: string) {
    const issuers = JSON.parse(readFileSync(issuersFile, 'utf8')) as Issuer[];
    this.issuers = new Map(
      issuers.map((known) => [
        known.issuer,
        { known, keys: createLocalJWKSet(JSON.parse(readFileSync(known.jwks, 'utf8')) as JSONWebKeySet) },
      ]),
    );
  }

  /** Who the token of an Authorization header speaks for, or null where it is not accepted. */
  async asserted(authorization: string | undefined): Promise<Asserted | null> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return null;
    try {
      const issuer = decodeJwt(token).iss ?? '';
      const found = this.issuers.get(issuer);
      if (found === undefined) return null;
      const { payload } = await jwtVerify(token, found.keys, {
        issuer,
        audience: found.known.audience,
        algorithms: found.known.algorithms,
        requiredClaims: ['exp', 'sub'],
      });
      return payload.sub === undefined ? null : { issuer, subject: payload.sub };
    } catch {
      return null;
    }
  }
}
