import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { SealingError } from './sealing.errors.js';

/** First byte of what is sealed in this form: another form may follow one day. */
const FORM = 1;
/** NIST SP 800-38D: 96 bits for the nonce, the whole 128 for the tag. */
const [NONCE, TAG] = [12, 16];
const HEAD = 1 + NONCE + TAG;

/** Where something sealed stands, and nowhere else can it be opened. */
export interface Place {
  readonly table: string;
  readonly column: string;
  /** Key of the row. */
  readonly row: string;
}

const bound = ({ table, column, row }: Place): Buffer => Buffer.from(`${table}.${column}:${row}`, 'utf8');

/** AES-256-GCM: one byte of form, nonce, tag, and the sealed bytes. */
export function seal(key: KeyObject, bytes: Buffer, place: Place): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(bound(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed with this key for this place; anything else is refused, whatever it is. */
export function unseal(key: KeyObject, sealed: Buffer, place: Place): Buffer {
  if (sealed.length < HEAD || sealed[0] !== FORM) throw notOpened(place);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(bound(place))
    .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
  } catch {
    throw notOpened(place);
  }
}

/** Neither key nor bytes: this goes to the log. */
const notOpened = ({ table, column, row }: Place): SealingError =>
  new SealingError(
    `${table}.${column} of ${row} cannot be opened: another key sealed it, or it was cut, changed or moved.`,
  );
