import { DatabaseStartError } from './database-start.errors.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { checkServer } from './server-check.js';

export interface DatabaseSettings {
  /** Where the embedded server keeps its data. */
  readonly dataDir: string;
  /** Both or neither: the PostgreSQL to use in place of the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly databaseOwnerUrl?: string | undefined;
}

export interface OpenDatabase {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For everything else: a role that owns nothing and that row security binds. */
  readonly applicationUrl: string;
  /** To be called last, when no connection is in use any more. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL, or checks the one that the settings name. Fails with a `DatabaseStartError`. */
export async function openDatabase(
  settings: DatabaseSettings,
  onProgress: (message: string) => void,
): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (databaseUrl === undefined && databaseOwnerUrl === undefined) {
    return startEmbeddedPostgres({ dataDir: settings.dataDir, onProgress });
  }
  if (databaseUrl === undefined || databaseOwnerUrl === undefined) {
    const missing = databaseUrl === undefined ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
    throw new DatabaseStartError(
      `${missing} is not set: set DATABASE_URL (the application's role) and DATABASE_OWNER_URL (the owner, for migrations), or neither.`,
    );
  }
  await checkServer({ applicationUrl: databaseUrl, ownerUrl: databaseOwnerUrl });
  return { ownerUrl: databaseOwnerUrl, applicationUrl: databaseUrl, stop: () => Promise.resolve() };
}
