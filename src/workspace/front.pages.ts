import { createHash } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { ForAnyone } from '../access/access.decorators.js';
import { LettersService } from '../narrative/letters.service.js';
import { CONFIG, type Config } from '../platform/config.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { FRONT_PAGE_STYLE, renderFrontPage } from './front-page.js';

/** Letters on the page at most. */
const MOST = 50;

/** Nothing is loaded, run or sent; of styles the page's own alone, by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(FRONT_PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

@Controller()
export class FrontPages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LettersService) private readonly letters: LettersService,
    @Inject(SignInService) private readonly signIn: SignInService,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', POLICY)
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-cache')
  @ForAnyone('anybody; the same for everybody')
  async front(@Headers('x-app-now') now: string | undefined): Promise<string> {
    // As a member of the public, whoever asks.
    const actor = await this.signIn.actorOf({ 'x-app-now': now });
    const letters = await this.letters.newest(actor, MOST + 1);
    return renderFrontPage({
      mode: this.config.mode,
      letters: letters.slice(0, MOST),
      more: letters.length > MOST,
    });
  }
}
