import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** Packages of the contenders, and where each finds its own. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '.': [
    '@nestjs/core',
    '@nestjs/graphql',
    '@apollo/server',
    'graphql',
    'typeorm',
    'dataloader',
    'pg',
    'fastify',
    'jose',
    'undici',
  ],
  'bench/contenders/postgraphile': ['node', 'postgraphile', 'grafast', 'grafserv', 'pg'],
};

/** What was measured, and with what. */
export async function versions(db: pg.Client): Promise<Record<string, string>> {
  const { rows } = await db.query<{ version: string; buffers: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('shared_buffers') AS buffers`,
  );
  const packages = Object.entries(PACKAGES).flatMap(([folder, names]) =>
    names.map((name) => [folder === '.' ? name : `${name} of PostGraphile`, versionIn(folder, name)] as const),
  );
  return {
    node: process.version,
    postgres: rows[0]?.version ?? '',
    shared_buffers: rows[0]?.buffers ?? '',
    ...Object.fromEntries(packages),
  };
}

function versionIn(folder: string, name: string): string {
  try {
    return (JSON.parse(readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8')) as { version: string })
      .version;
  } catch {
    return 'not installed';
  }
}
