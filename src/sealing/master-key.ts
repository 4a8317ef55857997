import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { masterKeyFrom } from '../platform/config.js';
import { seal, unseal, type Place } from './sealed-text.js';
import { SealingError } from './sealing.errors.js';

const KEY_BYTES = 32;

/** A key as it is kept in the database: sealed, with the id of the master key that opens it. */
export interface SealedKey {
  readonly masterKeyId: string;
  readonly sealedKey: Buffer;
}

/** Seals the keys of texts. It comes from the configuration and is never written to the database. */
export class MasterKey {
  /** Tells one master key from another, and nothing of either. */
  readonly id: string;

  constructor(private readonly key: KeyObject) {
    this.id = createHmac('sha256', key).update('id').digest('hex').slice(0, 16);
  }

  newKey(place: Place): SealedKey {
    return { masterKeyId: this.id, sealedKey: seal(this.key, randomBytes(KEY_BYTES), place) };
  }

  /** The same for the same text; without the master key nobody can try out what the text may be. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.key).update(`text ${text}`).digest('hex');
  }

  open({ masterKeyId, sealedKey }: SealedKey, place: Place): KeyObject {
    if (masterKeyId !== this.id)
      throw new SealingError(
        `${place.table} of ${place.row} is sealed with master key ${masterKeyId}, and this process has ${this.id}: start it with the other MASTER_KEY.`,
      );
    return createSecretKey(unseal(this.key, sealedKey, place));
  }
}

/** For trying out: a key file in the data folder, made where there is none and kept, so that a restart opens what is there. */
export function keptMasterKey(dataDir: string): KeyObject {
  const file = join(dataDir, 'master-key');
  if (!existsSync(file)) make(dataDir, file);
  return masterKeyFrom(`The file ${file}`, readFileSync(file, 'utf8'));
}

/** Whole or not at all, and once: of two processes that start together the first one's key is kept. */
function make(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
