import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import supertest from 'supertest';
import { signIn } from '../support/client.js';

const ISSUER = 'https://sign-in.inspectorate.example';
const ME = '{ me { name organisation } }';

describe('in production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jip-production-'));
  let platform: ChildProcess | null = null;
  let url = '';
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    writeFileSync(
      join(folder, 'jwks.json'),
      JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'ES256', use: 'sig' }] }),
    );
    writeFileSync(
      join(folder, 'issuers.json'),
      JSON.stringify([
        {
          issuer: ISSUER,
          organisation: 'HMCPSI',
          audience: 'joint-inspection',
          jwks: join(folder, 'jwks.json'),
          algorithms: ['ES256'],
          administrators: [{ subject: 'first', name: 'First Administrator' }],
        },
      ]),
    );
    ({ child: platform, url } = await start({ ISSUERS_FILE: join(folder, 'issuers.json') }));
  });

  afterAll(() => {
    platform?.kill('SIGTERM');
  });

  const token = (
    claims: { issuer?: string; audience?: string; subject?: string; expires?: string } = {},
    key = keys.privateKey,
    alg = 'ES256',
  ) =>
    new SignJWT({})
      .setProtectedHeader({ alg })
      .setIssuer(claims.issuer ?? ISSUER)
      .setAudience(claims.audience ?? 'joint-inspection')
      .setSubject(claims.subject ?? 'first')
      .setIssuedAt()
      .setExpirationTime(claims.expires ?? '5m')
      .sign(key);
  const ask = (bearer: string, query = ME, headers: Record<string, string> = {}) =>
    supertest(url)
      .post('/graphql')
      .set({ authorization: `Bearer ${bearer}`, ...headers })
      .send({ query });

  it('takes a sign-in of a configured issuer, for a user of the organisation to which it is pinned', async () => {
    const response = await ask(await token());
    expect(response.body).toEqual({ data: { me: { name: 'First Administrator', organisation: 'HMCPSI' } } });
  });

  it('refuses another audience, issuer, key or algorithm, a sign-in that ran out, and a stranger', async () => {
    const other = await generateKeyPair('ES256');
    const refused = [
      await token({ audience: 'another' }),
      await token({ issuer: 'https://elsewhere.example' }),
      await token({}, other.privateKey),
      await token({}, (await generateKeyPair('RS256')).privateKey, 'RS256'),
      await token({ expires: '-1m' }),
      await token({ subject: 'stranger' }),
      (await signIn('HMCPSI', 'administrator')).token ?? '',
    ];
    for (const bearer of refused) {
      const { body } = (await ask(bearer)) as { body: { errors?: { extensions: { code: string } }[] } };
      expect(body.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
    }
  });

  it('has no local sign-in, no clock to set and no introspection', async () => {
    expect(
      (await supertest(url).post('/sign-in/local').send({ organisation: 'HMCPSI', subject: 'administrator' })).status,
    ).toBe(404);
    const clock = (await ask(await token(), ME, { 'x-app-now': '2024-03-19T10:00:00Z' })) as {
      body: { data?: unknown };
    };
    expect(clock.body.data ?? null).toBeNull();
    const schema = (await ask(await token(), '{ __schema { types { name } } }')) as { body: { data?: unknown } };
    expect(schema.body.data ?? null).toBeNull();
  });

  it('does not start without an issuer, and says which variable names it', async () => {
    await expect(start({})).rejects.toThrow(/ISSUERS_FILE must name a JSON file with at least one issuer/);
  });
});

/** The platform in production mode on the tests' own database; fails with what it wrote where it ends. */
async function start(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      MODE: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: process.env['TEST_DATABASE_URL'],
      DATABASE_OWNER_URL: process.env['TEST_DATABASE_OWNER_URL'],
      MASTER_KEY: process.env['TEST_MASTER_KEY'],
      ...env,
    },
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /^listening (http:\/\/\S+)/m.exec(output)?.[1];
      if (found !== undefined) resolve({ child, url: found });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
}
