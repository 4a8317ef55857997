import { Body, Controller, Inject, NotFoundException, Post } from '@nestjs/common';
import { ForAnyone } from '../access/access.decorators.js';
import { LocalIssuer } from './local-issuer.js';

export const LOCAL_ISSUER = Symbol('LOCAL_ISSUER');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Hands out a token for any user that exists, in the demonstration and in tests; in production there is nothing here. */
@Controller('sign-in')
export class LocalSignInController {
  constructor(@Inject(LOCAL_ISSUER) private readonly issuer: LocalIssuer | null) {}

  @Post('local')
  @ForAnyone('anybody, outside production only')
  async signIn(@Body() body: { organisation?: unknown; subject?: unknown } | undefined): Promise<{ token: string }> {
    if (this.issuer === null) throw new NotFoundException();
    return { token: await this.issuer.sign(textOf(body?.organisation), textOf(body?.subject)) };
  }
}
