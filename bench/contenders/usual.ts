import { globalIdFor } from '../reads/jobs.js';
import type { Contender } from './contender.js';

export const usual: Contender = {
  name: 'usual',
  words:
    'NestJS, Apollo and TypeORM as most teams would write it: entities, field resolvers, a loader for each kind of thing',
  tried: [
    'Fastify in place of Express, as the platform has it',
    'parts that are one to one joined in the first statement, by limit and not by take, which asks twice',
    "Apollo's cache control off",
    'columns that no answer needs are not mapped, so texts of evidence are not read',
  ],
  command: () => ({
    argv: [process.execPath, '--import', './scripts/typescript.mjs', 'bench/contenders/usual/server.ts'],
    env: {},
  }),
  path: '/graphql',
  body: (job, asker) =>
    JSON.stringify({ query: job.document, variables: { id: globalIdFor(job, asker) ?? undefined } }),
  lacks: () => false,
};
