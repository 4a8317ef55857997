// Lets Node run the project's TypeScript programs under test/ and bench/ as they are: `node --import ./scripts/typescript.mjs`.
// What runs in production is built; this is for the developer's own programs.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
