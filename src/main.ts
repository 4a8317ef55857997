import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { DatabaseStartError } from './database/database-start.errors.js';
import { migrate } from './database/migrate.js';
import { ReferenceDataError } from './database/reference-data.js';
import { openDatabase } from './database/server.js';
import { banner } from './demonstration/banner.js';
import { loadDemonstration } from './demonstration/demonstration.js';
import { Clock } from './platform/clock.js';
import { ConfigError, readConfig, type Config } from './platform/config.js';
import { listeningFault, requireFreePort } from './platform/free-port.js';
import { referenceData } from './reference.js';

/** Bytes; oversize text is to reach validation, which says which field to shorten. */
const BODY_LIMIT = 4 * 1024 * 1024;

async function start(config: Config): Promise<void> {
  await requireFreePort(config.host, config.port);
  const database = await openDatabase(config, say);
  let app: NestFastifyApplication;
  try {
    await migrate(database.ownerUrl, database.applicationUrl, referenceData(config));
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with(config, database.applicationUrl),
      new FastifyAdapter({ bodyLimit: BODY_LIMIT }),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    await app.listen(config.port, config.host);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const stopping = stopOnSignals(async () => {
    await app.close();
    await database.stop();
  });
  const url = (await app.getUrl()).replace(/\[::1?\]|0\.0\.0\.0/, '127.0.0.1');
  say(`listening ${url}`);
  const unlessStopping = (line: string): void => (stopping.aborted ? undefined : say(line));
  if (config.mode === 'demonstration') await loadDemonstration(url, app.get(Clock).now(), unlessStopping);
  if (config.mode !== 'test') unlessStopping(banner(url, config.mode === 'demonstration'));
}

/** Stops at the first signal, once; the answer tells that it has come. */
function stopOnSignals(stop: () => Promise<void>): AbortSignal {
  const stopping = new AbortController();
  const once = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  return stopping.signal;
}

const say = (message: string): void => void process.stdout.write(`${message}\n`);

/** What a person at the terminal can mend is said in a sentence; only the unforeseen shows its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseStartError || error instanceof ReferenceDataError)
    return error.message;
  return listeningFault(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
