import { SetMetadata } from '@nestjs/common';

/** Who may call, in words for schema/access.txt. Which rows they then see is row security's to say. */
export interface Declared {
  readonly open: boolean;
  readonly words: string;
}

export const DECLARED = 'access:declared';

/** For signed-in users; `words` says who, as docs/access.md does. No declaration, no entry. */
export const ForSignedIn = (words: string): ReturnType<typeof SetMetadata> =>
  SetMetadata(DECLARED, { open: false, words } satisfies Declared);

/** For anybody, the public included. */
export const ForAnyone = (words: string): ReturnType<typeof SetMetadata> =>
  SetMetadata(DECLARED, { open: true, words } satisfies Declared);
