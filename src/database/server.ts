import type { Config } from '../platform/config.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { checkServer } from './server-check.js';

export interface OpenDatabase {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For everything else: a role that owns nothing and that row security binds. */
  readonly applicationUrl: string;
  /** To be called last, when no connection is in use any more. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL, or checks the one that is configured. Fails with a `DatabaseStartError`. */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl'>,
  onProgress: (message: string) => void,
): Promise<OpenDatabase> {
  const { dataDir, databaseUrl: applicationUrl, databaseOwnerUrl: ownerUrl } = config;
  // The configuration has made sure that both are set, or neither.
  if (applicationUrl === null || ownerUrl === null) {
    return startEmbeddedPostgres({ dataDir, onProgress });
  }
  await checkServer({ applicationUrl, ownerUrl });
  return { ownerUrl, applicationUrl, stop: () => Promise.resolve() };
}
