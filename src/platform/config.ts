import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** `production` takes sign-ins of configured issuers only and keeps real time; the others have a local issuer. */
export type Mode = 'production' | 'demonstration' | 'test';

/** An OpenID Connect provider, pinned to the one organisation whose users it may assert. */
export interface IssuerConfig {
  readonly issuer: string;
  /** Code of the organisation, e.g. `OFSTED`. */
  readonly organisation: string;
  readonly audience: string;
  /** URL or file path of its JSON Web Key Set (RFC 7517). */
  readonly jwks: string;
  readonly algorithms: readonly string[];
  /** Subjects that are administrators of the organisation from the start. */
  readonly administrators: readonly { readonly subject: string; readonly name: string }[];
}

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly poolSize: number;
  readonly issuers: readonly IssuerConfig[];
  readonly introspection: boolean;
  /** Seals what the database must not hold in clear. Null: one is kept in the data folder, outside production. */
  readonly masterKey: KeyObject | null;
}

export const CONFIG = Symbol('CONFIG');

export class ConfigError extends Error {}

const MODES: readonly Mode[] = ['production', 'demonstration', 'test'];
const SIGNATURES = /^(RS|PS|ES)(256|384|512)$|^EdDSA$/;

/** Reads the environment once, at the start; the message names the variable and says what it should hold. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const mode = readMode(env['MODE'] ?? 'demonstration');
  const databaseUrl = env['DATABASE_URL'] ?? null;
  const databaseOwnerUrl = env['DATABASE_OWNER_URL'] ?? null;
  if ((databaseUrl === null) !== (databaseOwnerUrl === null))
    throw new ConfigError(
      'DATABASE_URL and DATABASE_OWNER_URL go together: set both, or neither for the embedded PostgreSQL.',
    );
  const issuers = readIssuers(env['ISSUERS_FILE']);
  if (mode === 'production' && issuers.length === 0)
    throw new ConfigError(
      'ISSUERS_FILE must name a JSON file with at least one issuer in production: there is no other sign-in.',
    );
  if (mode === 'production' && databaseUrl === null)
    throw new ConfigError(
      'DATABASE_URL and DATABASE_OWNER_URL must be set in production: the embedded PostgreSQL is for trying out.',
    );
  const masterKey = readMasterKey(env);
  if (mode === 'production' && masterKey === null)
    throw new ConfigError(
      `MASTER_KEY_FILE or MASTER_KEY must be set in production: it seals what the database must not hold in clear. ${MAKE_A_KEY}`,
    );
  return {
    mode,
    host: env['HOST'] ?? '127.0.0.1',
    port: readNumber('PORT', env['PORT'] ?? '3000', 0, 65535),
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    databaseUrl,
    databaseOwnerUrl,
    poolSize: readNumber('POOL_SIZE', env['POOL_SIZE'] ?? '10', 1, 200),
    issuers,
    introspection: mode !== 'production',
    masterKey,
  };
}

const MAKE_A_KEY = 'Make one with "openssl rand -base64 32", and keep it apart from the database and its backups.';
/** 32 bytes. */
const BASE64_KEY = /^[A-Za-z0-9+/]{43}=$/;

function readMasterKey(env: NodeJS.ProcessEnv): KeyObject | null {
  const [text, file] = [env['MASTER_KEY'], env['MASTER_KEY_FILE']];
  if (text !== undefined && file !== undefined)
    throw new ConfigError('MASTER_KEY and MASTER_KEY_FILE are both set: set one of them.');
  if (text !== undefined) return masterKeyFrom('MASTER_KEY', text);
  return file === undefined ? null : masterKeyFrom(`MASTER_KEY_FILE "${file}"`, contentOf(file));
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`MASTER_KEY_FILE "${file}" cannot be read: ${String(cause)}`);
  }
}

/** The message never has the text itself: it may be the key but for one character. */
export function masterKeyFrom(name: string, text: string): KeyObject {
  if (!BASE64_KEY.test(text.trim())) throw new ConfigError(`${name} must hold 32 bytes in base64. ${MAKE_A_KEY}`);
  return createSecretKey(text.trim(), 'base64');
}

function readMode(value: string): Mode {
  const mode = MODES.find((known) => known === value);
  if (mode === undefined) throw new ConfigError(`MODE is "${value}"; it must be one of ${MODES.join(', ')}.`);
  return mode;
}

function readNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ConfigError(`${name} is "${value}"; it must be a whole number from ${least} to ${most}.`);
  return number;
}

function readIssuers(file: string | undefined): IssuerConfig[] {
  if (file === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError(`ISSUERS_FILE "${file}" cannot be read as JSON: ${String(cause)}`);
  }
  if (!Array.isArray(parsed)) throw new ConfigError(`ISSUERS_FILE "${file}" must hold a list of issuers.`);
  return parsed.map((entry: unknown, index) => readIssuer(entry, `ISSUERS_FILE, entry ${index + 1}`));
}

function readIssuer(entry: unknown, where: string): IssuerConfig {
  const text = (name: string): string => {
    const value = entry !== null && typeof entry === 'object' ? (entry as Record<string, unknown>)[name] : undefined;
    if (typeof value !== 'string' || value === '') throw new ConfigError(`${where}: "${name}" must be a text.`);
    return value;
  };
  const record = entry as { algorithms?: unknown; administrators?: unknown };
  const algorithms = Array.isArray(record.algorithms) ? record.algorithms.map(String) : [];
  if (algorithms.length === 0 || !algorithms.every((name) => SIGNATURES.test(name)))
    throw new ConfigError(`${where}: "algorithms" must list asymmetric signatures such as RS256 or ES256.`);
  const administrators = Array.isArray(record.administrators) ? (record.administrators as unknown[]) : [];
  return {
    issuer: text('issuer'),
    organisation: text('organisation'),
    audience: text('audience'),
    jwks: text('jwks'),
    algorithms,
    administrators: administrators.map((person) => {
      const { subject, name } = person as { subject?: unknown; name?: unknown };
      if (typeof subject !== 'string' || typeof name !== 'string')
        throw new ConfigError(`${where}: each of "administrators" needs a "subject" and a "name".`);
      return { subject, name };
    }),
  };
}
