import { BenchServer } from './database.js';
import { loadWorld } from './load-world.js';
import { markFor } from './mark.js';
import { readLoadOptions, UsageError, type LoadOptions } from './options.js';
import { say, timed } from './report.js';

/** `npm run bench:data`: a database of the size asked for, unless it is there already. */
async function load(options: LoadOptions): Promise<void> {
  const server = await BenchServer.start();
  try {
    const draft = `${options.database}_new`;
    const urls = await timed(say, 'Tables and rules', () => server.fresh(draft));
    const mark = await markFor(options, urls.ownerUrl);
    if ((await server.mark(options.database)) === mark) {
      await server.drop(draft);
      say(`${options.database} is there already: same size, seed and tables.`);
      return;
    }
    await timed(say, 'All', () => loadWorld(server, draft, options, say));
    await server.drop(options.database);
    await server.rename(draft, options.database);
    await server.setMark(options.database, mark);
  } finally {
    await server.stop();
  }
}

try {
  await load(readLoadOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
