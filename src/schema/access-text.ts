import { OPERATIONS } from '../access/operations.js';
import { buildSchema } from 'graphql';
import { doors } from './declared.js';
import { sightText } from './sight-text.js';

const HEAD = `Who may do what, generated from the code. A difference in this file is a review of security.
Which rows an answer holds is decided by row security, by the rules of docs/access.md; what may not be seen and what
does not exist answer alike.

`;

/** `schema/access.txt`: each way in with who may use it, each operation with who and when, each object with who sees what. */
export function accessText(sdl: string): string {
  const ways = doors().map(({ kind, name, declared }) => {
    if (declared === undefined) return `${kind} ${name}: NOBODY (declares no access)`;
    return `${kind} ${name}: ${declared.open ? '' : 'signed in; '}${declared.words}`;
  });
  const operations = Object.entries(OPERATIONS).map(([name, rule]) => `${name}: ${rule.who}; ${rule.when}`);
  return `${HEAD}Ways in\n${ways.join('\n')}\n\nOperations within an inspection\n${operations.sort().join('\n')}\n
${sightText(buildSchema(sdl))}`;
}
