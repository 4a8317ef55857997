import { carryOver } from './carry-over.js';
import type { BenchServer } from './database.js';
import { loadWorld } from './load-world.js';
import { holdsSameRows, isSame, markFor } from './mark.js';
import type { LoadOptions } from './options.js';
import { say, timed } from './report.js';

/** A database of the size asked for, unless it is there already, of the same data, tables and rules. */
export async function ensureLoaded(server: BenchServer, options: LoadOptions): Promise<void> {
  const draft = `${options.database}_new`;
  const urls = await timed(say, 'Tables and rules', () => server.fresh(draft));
  const mark = await server.asSuperuser(draft, (db) => markFor(options, db, urls.ownerUrl));
  const known = await server.mark(options.database);
  if (isSame(known, mark)) {
    await server.drop(draft);
    say(`${options.database} is there already: same size, seed, tables and rules.`);
    return;
  }
  await timed(say, 'All', () =>
    holdsSameRows(known, mark) ? carried(server, options.database, draft) : loadWorld(server, draft, options, say),
  );
  await server.drop(options.database);
  await server.rename(draft, options.database);
  await server.setMark(options.database, mark);
}

function carried(server: BenchServer, former: string, draft: string): Promise<void> {
  say(`The rows of ${former} are as they would be made: they are copied.`);
  return server.asSuperuser(former, (source) => server.asSuperuser(draft, (target) => carryOver(source, target)));
}
