import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keptMasterKey, MasterKey } from './master-key.js';
import { seal, unseal, type Place } from './sealed-text.js';
import { SealingError } from './sealing.errors.js';

const place: Place = { table: 'sealing_key', column: 'sealed_key', row: 'i1 WHISTLEBLOWING' };
const text: Place = { table: 'whistleblowing_words', column: 'sealed', row: 'a1' };
const newMaster = () => new MasterKey(createSecretKey(randomBytes(32)));

describe('a master key', () => {
  it('opens the keys that it sealed, after a restart too', () => {
    const bytes = randomBytes(32);
    const sealedKey = new MasterKey(createSecretKey(bytes)).newKey(place);
    const sealed = seal(new MasterKey(createSecretKey(bytes)).open(sealedKey, place), Buffer.from('words'), text);
    const again = new MasterKey(createSecretKey(bytes)).open(sealedKey, place);
    expect(unseal(again, sealed, text).toString()).toBe('words');
  });

  it('says which master key is needed where another one sealed the key', () => {
    const [one, other] = [newMaster(), newMaster()];
    const sealedKey = one.newKey(place);
    expect(() => other.open(sealedKey, place)).toThrow(SealingError);
    expect(() => other.open(sealedKey, place)).toThrow(
      new RegExp(`sealed with master key ${one.id}, and this process has ${other.id}`),
    );
    expect(() => other.open({ ...sealedKey, masterKeyId: other.id }, place)).toThrow(/cannot be opened/);
  });

  it('opens no key of another inspection or purpose', () => {
    const master = newMaster();
    for (const row of ['i2 WHISTLEBLOWING', 'i1 IDENTITY'])
      expect(() => master.open(master.newKey(place), { ...place, row })).toThrow(/cannot be opened/);
  });

  it('has an id that tells nothing of it', () => {
    const bytes = randomBytes(32);
    const { id } = new MasterKey(createSecretKey(bytes));
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(bytes.toString('hex')).not.toContain(id);
    expect(new MasterKey(createSecretKey(bytes)).id).toBe(id);
  });

  it('gives a fingerprint of a text that is the same for it alone, and is not its id', () => {
    const [one, other] = [newMaster(), newMaster()];
    expect(one.fingerprint('words')).toBe(one.fingerprint('words'));
    const all = [one.fingerprint('words'), one.fingerprint('word'), other.fingerprint('words')];
    expect(new Set(all).size).toBe(3);
    expect(one.fingerprint('id').startsWith(one.id)).toBe(false);
  });
});

describe('the master key of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jip-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its account alone, and found again', () => {
    const data = join(folder, 'data');
    const key = keptMasterKey(data);
    expect(keptMasterKey(data).export()).toEqual(key.export());
    expect(readdirSync(data)).toEqual(['master-key']);
    expect(statSync(join(data, 'master-key')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(join(data, 'master-key'), 'utf8'), 'base64')).toEqual(key.export());
  });

  it('is not replaced where it is damaged', () => {
    writeFileSync(join(folder, 'master-key'), 'short');
    expect(() => keptMasterKey(folder)).toThrow(/master-key must hold 32 bytes in base64/);
    expect(readFileSync(join(folder, 'master-key'), 'utf8')).toBe('short');
  });
});
