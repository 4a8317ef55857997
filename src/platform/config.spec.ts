import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the master key in the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jip-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const issuer = { issuer: 'https://a', organisation: 'OFSTED', audience: 'a', jwks: 'a', algorithms: ['ES256'] };
  const production = {
    MODE: 'production',
    ISSUERS_FILE: file('issuers.json', JSON.stringify([issuer])),
    DATABASE_URL: 'postgresql://a',
    DATABASE_OWNER_URL: 'postgresql://b',
  };
  const key = Buffer.alloc(32, 7).toString('base64');

  it('is needed in production, and the message says how to make one', () => {
    expect(() => readConfig(production)).toThrow(/MASTER_KEY_FILE or MASTER_KEY must be set.*openssl rand -base64 32/);
    expect(readConfig({ MODE: 'demonstration' }).masterKey).toBeNull();
  });

  it('is read from the variable or from a file, with or without an end of line', () => {
    for (const env of [{ MASTER_KEY: key }, { MASTER_KEY_FILE: file('key', `${key}\n`) }])
      expect(readConfig({ ...production, ...env }).masterKey?.export()).toEqual(Buffer.alloc(32, 7));
  });

  it('is refused where it is no 32 bytes in base64, is twice there, or cannot be read, and is never repeated', () => {
    const short = Buffer.alloc(31, 7).toString('base64');
    for (const [env, message] of [
      [{ MASTER_KEY: short }, /^MASTER_KEY must hold 32 bytes in base64/],
      [{ MASTER_KEY: '' }, /^MASTER_KEY must hold 32 bytes in base64/],
      [{ MASTER_KEY_FILE: file('short', short) }, /^MASTER_KEY_FILE ".*short" must hold 32 bytes in base64/],
      [{ MASTER_KEY: key, MASTER_KEY_FILE: file('key', key) }, /both set: set one of them/],
      [{ MASTER_KEY_FILE: join(folder, 'none') }, /^MASTER_KEY_FILE ".*none" cannot be read/],
    ] as const) {
      const read = () => readConfig({ MODE: 'test', ...env });
      expect(read).toThrow(message);
      expect(read).not.toThrow(short);
      expect(read).not.toThrow(key);
    }
  });

  it('does not show where the configuration is printed', () => {
    expect(JSON.stringify(readConfig({ MODE: 'test', MASTER_KEY: key }))).not.toContain(key.slice(0, 8));
  });
});
