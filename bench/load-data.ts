import { BenchServer } from './database.js';
import { ensureLoaded } from './ensure-loaded.js';
import { readLoadOptions, UsageError } from './options.js';

/** `npm run bench:data`: a database of the size asked for, unless it is there already. */
try {
  const options = readLoadOptions(process.argv.slice(2));
  const server = await BenchServer.start();
  try {
    await ensureLoaded(server, options);
  } finally {
    await server.stop();
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
