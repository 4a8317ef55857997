import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { NEEDED_EXTENSIONS } from '../../src/database/server-check.js';
import { query, withPassword } from './queries.js';
import { temporaryFolder } from './temporary-folder.js';

describe('the embedded PostgreSQL', () => {
  const folder = temporaryFolder();
  const dataDir = folder.path;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir, durable: false });
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('takes nobody without the right password', async () => {
    await expect(query(withPassword(server.superuserUrl, 'guessed'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    const rules = await query<{ auth_method: string }>(
      server.superuserUrl,
      'select auth_method from pg_hba_file_rules',
    );
    expect(rules.map((rule) => rule.auth_method)).toEqual(['scram-sha-256', 'scram-sha-256', 'scram-sha-256']);
  });

  it('keeps passwords and socket to the accounts that need them', () => {
    expect(statSync(path.join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(server.clusterDir).mode & 0o777).toBe(0o700);
    const socketDir = readFileSync(path.join(server.clusterDir, 'postmaster.pid'), 'utf8').split('\n')[4] ?? '';
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
  });

  it('listens on the loopback address alone', async () => {
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find((address) => !address.internal && address.family === 'IPv4');
    expect(await answers('127.0.0.1', server.port)).toBe(true);
    expect(outward !== undefined && (await answers(outward.address, server.port))).toBe(false);
  });

  it('sorts and stores text alike on every machine', async () => {
    const facts = await query(
      server.ownerUrl,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
              pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', owner: 'jip_owner' }]);
  });

  it('gives neither role a way around row security', async () => {
    const roles = await query(
      server.superuserUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname like 'jip_%' order by rolname`,
    );
    const bound = { rolsuper: false, rolbypassrls: false, rolcreatedb: false };
    expect(roles).toEqual([
      { rolname: 'jip_app_login', ...bound, rolcreaterole: false },
      { rolname: 'jip_owner', ...bound, rolcreaterole: true },
    ]);
  });

  it('lets the owner create what migrations need, and the application nothing', async () => {
    for (const extension of NEEDED_EXTENSIONS) {
      await query(server.ownerUrl, `create extension if not exists ${extension}`);
    }
    await query(server.ownerUrl, 'create role made_by_migration nologin');
    for (const statement of [
      'create table mine (n int)',
      'create temporary table mine (n int)',
      'create role mine',
      'set role jip_owner',
    ]) {
      await expect(query(server.applicationUrl, statement)).rejects.toThrow('permission denied');
    }
  });

  it('makes further databases with the same roles', async () => {
    const urls = await server.createDatabase('another');
    expect(await query(urls.ownerUrl, 'select current_database() as name')).toEqual([{ name: 'another' }]);
    expect(await query(urls.applicationUrl, 'select current_user as name')).toEqual([{ name: 'jip_app_login' }]);
  });

  it('writes no data into its log', async () => {
    await query(server.ownerUrl, "select 'the child said'::int").catch(() => undefined);
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).not.toContain('the child said');
  });

  it('refuses a second start on the same folder, and names the process', async () => {
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      `already running on ${dataDir} (process ${process.pid})`,
    );
  });
});

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const finish = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => {
      finish(true);
    });
    socket.once('error', () => {
      finish(false);
    });
    socket.once('timeout', () => {
      finish(false);
    });
  });
}
