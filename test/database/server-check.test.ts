import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { checkServer } from '../../src/database/server-check.js';
import { query, withPassword, withUser } from './queries.js';
import { temporaryFolder } from './temporary-folder.js';

describe('the check of a PostgreSQL that is named', () => {
  const folder = temporaryFolder();
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir: folder.path, durable: false });
    await server.createDatabase('another');
    await query(
      server.superuserUrl,
      "create database latin owner jip_owner encoding 'LATIN1' locale 'C' locale_provider libc template template0",
    );
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  /** A role of the moment, with the rights given. */
  const roleWith = async (rights: string): Promise<string> => {
    const name = `role_${rights.replace(/\W+/g, '_')}`;
    await query(server.superuserUrl, `drop role if exists ${name}; create role ${name} login password 'pw' ${rights}`);
    await query(server.superuserUrl, `grant connect on database joint_inspection to ${name}`);
    return withUser(server.applicationUrl, name, 'pw');
  };
  const check = (urls: { ownerUrl?: string; applicationUrl?: string }): Promise<void> =>
    checkServer({ ownerUrl: server.ownerUrl, applicationUrl: server.applicationUrl, ...urls });

  it('passes the roles that are as they should be', async () => {
    await check({});
  });

  it.each([
    ['superuser', 'is a superuser, whom row security does not bind'],
    ['bypassrls', 'bypasses row security'],
    ['createrole', 'may create roles or databases'],
    ['createdb', 'may create roles or databases'],
    ['in role jip_owner', 'is the owner or a member of it'],
  ])('refuses an application role with %s', async (rights, message) => {
    await expect(check({ applicationUrl: await roleWith(rights) })).rejects.toThrow(message);
  });

  it('refuses an application role that owns tables', async () => {
    const applicationUrl = await roleWith('noinherit');
    const { username } = new URL(applicationUrl);
    await query(
      new URL('joint_inspection', server.superuserUrl).href,
      `create table owned (n int); alter table owned owner to ${username}`,
    );
    await expect(check({ applicationUrl })).rejects.toThrow('owns tables');
  });

  it('refuses one role for both', async () => {
    await expect(check({ applicationUrl: server.ownerUrl })).rejects.toThrow('are both jip_owner');
  });

  it('names all that an owner lacks at once', async () => {
    const ownerUrl = await roleWith('inherit');
    const message = await check({ ownerUrl }).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(message).toContain('may not create in the database');
    expect(message).toContain('may not create tables');
    expect(message).toContain('these are missing: jip_application, jip_access');
  });

  it('takes an owner without the right to create roles where the roles are there', async () => {
    const roles =
      'drop role if exists jip_application, jip_access; create role jip_application; create role jip_access;';
    await query(server.superuserUrl, `${roles} alter role jip_owner nocreaterole`);
    await expect(check({})).rejects.toThrow('GRANT jip_application TO jip_owner WITH ADMIN OPTION');
    await query(server.superuserUrl, 'grant jip_application, jip_access to jip_owner with admin option');
    await check({});
    await query(server.superuserUrl, 'drop role jip_application, jip_access; alter role jip_owner createrole');
  });

  it('refuses an owner above row security', async () => {
    await expect(check({ ownerUrl: new URL('joint_inspection', server.superuserUrl).href })).rejects.toThrow(
      'postgres is a superuser',
    );
  });

  it('refuses two databases, and one that cannot hold every character', async () => {
    const other = (url: string, name: string): string => url.replace(/[^/]*$/, name);
    await expect(check({ applicationUrl: other(server.applicationUrl, 'another') })).rejects.toThrow(
      'different databases',
    );
    await expect(
      check({ ownerUrl: other(server.ownerUrl, 'latin'), applicationUrl: other(server.applicationUrl, 'latin') }),
    ).rejects.toThrow("create it with ENCODING 'UTF8'");
  });

  it('says where and as whom it could not connect, and never the password', async () => {
    const failure = check({ applicationUrl: withPassword(server.applicationUrl, 'not-it') });
    await expect(failure).rejects.toThrow(
      `no connection to 127.0.0.1:${server.port}/joint_inspection as jip_app_login`,
    );
    await expect(failure).rejects.not.toThrow('not-it');
    await expect(check({ ownerUrl: 'nonsense' })).rejects.toThrow('DATABASE_OWNER_URL');
    await expect(check({ ownerUrl: 'postgresql://someone@127.0.0.1:1/nowhere' })).rejects.toThrow('ECONNREFUSED');
  });
});
