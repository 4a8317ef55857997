import { randomBytes } from 'node:crypto';
import { globalIdFor, platformOffers } from '../reads/jobs.js';
import type { Contender } from './contender.js';

export const platform: Contender = {
  name: 'platform',
  words: 'this platform as it is shipped, in production mode',
  tried: [],
  command: ({ database }) => ({
    argv: [process.execPath, 'dist/main.js'],
    env: {
      MODE: 'production',
      MASTER_KEY: randomBytes(32).toString('base64'),
      DATABASE_OWNER_URL: database.ownerUrl,
    },
  }),
  path: '/graphql',
  body: (job, asker) =>
    JSON.stringify({ query: job.document, variables: { id: globalIdFor(job, asker) ?? undefined } }),
  lacks: (job) => !platformOffers(job),
};
