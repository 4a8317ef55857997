import type { Contender } from './contender.js';

export const floor: Contender = {
  name: 'floor',
  words:
    'one hand-written statement to JSON through pg and node:http, with the same sign-in check, row security and principal',
  tried: [
    'user, clock and statement sent together, with one Sync: one flight and one transaction by itself',
    'statements prepared once a connection; JSON put together as text; free text alone goes through to_json',
    'generic plans forced: left to itself the server goes on planning anew, which took 2.5 ms and more a statement',
    'the snapshot by a setting of the connection, so that no BEGIN and COMMIT are sent',
  ],
  command: () => ({
    argv: [process.execPath, '--import', './scripts/typescript.mjs', 'bench/contenders/floor/server.ts'],
    env: {},
  }),
  path: '/',
  body: (job, asker) =>
    JSON.stringify({
      job: job.name,
      id: job.of === 'nothing' ? null : job.of === 'case' ? asker.caseId : asker.inspectionId,
    }),
  lacks: () => false,
};
