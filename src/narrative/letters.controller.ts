import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ForAnyone } from '../access/access.decorators.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { LettersService } from './letters.service.js';

/** What the HTTP server gives to answer with. */
interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

const NOT_FOUND = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Letter not found</title>
</head>
<body>
<main>
<h1>Letter not found</h1>
<p>There is no published letter at this address. Check the address, or look for the letter in the list of published letters.</p>
</main>
</body>
</html>
`;

/** Published letters for everybody. A page needs nothing but itself, so everything else is refused to it. */
@Controller('letters')
export class LettersController {
  constructor(
    @Inject(LettersService) private readonly letters: LettersService,
    @Inject(SignInService) private readonly signIn: SignInService,
  ) {}

  @Get(':id')
  @ForAnyone('everybody, once the letter is published')
  async letter(
    @Param('id') id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Res() reply: Reply,
  ): Promise<void> {
    // As a member of the public, whoever asks: the page is the same for all, and may be kept by caches.
    const actor = await this.signIn.actorOf({ 'x-app-now': headers['x-app-now'] });
    const html = await this.letters.page(actor, id);
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policyFor(html ?? NOT_FOUND))
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer');
    if (html === null) {
      reply.code(404).header('cache-control', 'no-store').send(NOT_FOUND);
      return;
    }
    const tag = `"${createHash('sha256').update(html).digest('base64url')}"`;
    // Asked again each time: a letter may be withdrawn.
    reply.header('cache-control', 'no-cache').header('etag', tag);
    if (knows(headers['if-none-match'], tag)) reply.code(304).send('');
    else reply.code(200).send(html);
  }
}

/** Nothing may be loaded, run or sent; of styles the page's own alone, by its hash (Content Security Policy Level 3). */
function policyFor(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  const allowed =
    style === undefined ? [] : [`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`];
  return ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join(
    '; ',
  );
}

const knows = (given: string | undefined, tag: string): boolean =>
  given !== undefined &&
  given.split(',').some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
