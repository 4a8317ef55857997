import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { PlatformError } from '../platform/errors.js';
import { isInstant } from '../platform/instants.js';
import { TokenVerifier } from './token-verifier.js';

interface Known {
  user_id: string;
  organisation_id: string;
  inspectorate: string | null;
  name: string;
}

/** Makes the actor of a request from its headers. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async actorOf(headers: Readonly<Record<string, string | string[] | undefined>>): Promise<Actor> {
    const facts = { requestId: randomUUID(), now: this.now(headers['x-app-now']) };
    const authorization = headers['authorization'];
    if (authorization === undefined)
      return { ...facts, userId: null, organisationId: null, inspectorate: null, name: 'the public' };
    const token = /^Bearer (\S+)$/i.exec(String(authorization))?.[1];
    if (token === undefined)
      throw new PlatformError('NOT_SIGNED_IN', 'Send the sign-in as "Authorization: Bearer <token>".');
    const { issuer, subject } = await this.verifier.verify(token);
    const rows = await this.dataSource.query<Known[]>('SELECT * FROM auth.identify($1, $2)', [issuer, subject]);
    const [known] = rows;
    if (known === undefined)
      throw new PlatformError(
        'NOT_SIGNED_IN',
        'You are signed in, but not a user here. Ask the administrator of your organisation to invite you.',
      );
    return {
      ...facts,
      userId: known.user_id,
      organisationId: known.organisation_id,
      inspectorate: known.inspectorate,
      name: known.name,
    };
  }

  /** The clock may be set, by header `X-App-Now`, outside production only. */
  private now(header: string | string[] | undefined): Date {
    if (header === undefined) return this.clock.now();
    if (this.config.mode === 'production')
      throw new PlatformError('BAD_USER_INPUT', 'The clock cannot be set here: leave X-App-Now out.');
    if (!isInstant(String(header)))
      throw new PlatformError('BAD_USER_INPUT', 'X-App-Now must be a time such as 2026-11-23T09:00:00Z.');
    return new Date(String(header));
  }
}
