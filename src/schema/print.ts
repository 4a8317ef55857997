import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/server.js';
import { inspectorates } from '../inspectorates/index.js';
import { releaseTable } from '../inspectorates/release-table.js';
import { readConfig } from '../platform/config.js';
import { referenceData } from '../reference.js';
import { accessText } from './access-text.js';
import { databaseText } from './database-text.js';
import { sdl } from './sdl.js';

/** Writes what is generated and committed under `schema/` into a folder: `node dist/schema/print.js FOLDER`. */
async function print(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const api = await sdl();
  writeFileSync(join(folder, 'schema.graphql'), api);
  writeFileSync(join(folder, 'access.txt'), accessText(api));
  writeFileSync(join(folder, 'release.txt'), releaseTable(inspectorates));
  writeFileSync(join(folder, 'database.sql'), await freshDatabase());
}

/** The schema of a database made by the migrations alone. */
async function freshDatabase(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jip-print-'));
  const database = await openDatabase({ dataDir, databaseUrl: null, databaseOwnerUrl: null }, () => undefined);
  try {
    await migrate(database.ownerUrl, database.applicationUrl, referenceData(readConfig({ MODE: 'test' })));
    return await databaseText(database.ownerUrl);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder to write into: node dist/schema/print.js schema\n');
  process.exitCode = 1;
} else await print(folder);
