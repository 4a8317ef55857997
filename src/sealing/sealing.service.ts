import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.js';
import { MasterKey } from './master-key.js';
import { seal, unseal, type Place } from './sealed-text.js';
import { SealingError } from './sealing.errors.js';
import { SealingRepository } from './sealing.repository.js';

export type { Place } from './sealed-text.js';

/** Whose texts have a key of their own in each inspection. */
export type Purpose = 'WHISTLEBLOWING';

/** Seals and opens the texts of one inspection and purpose. */
export class Seal {
  constructor(private readonly key: KeyObject) {}

  seal(text: string, place: Place): Buffer {
    return seal(this.key, Buffer.from(text, 'utf8'), place);
  }

  open(sealed: Buffer, place: Place): string {
    return unseal(this.key, sealed, place).toString('utf8');
  }
}

/** Texts under keys that the database does not hold (R13). */
@Injectable()
export class SealingService {
  constructor(
    @Inject(MasterKey) private readonly masterKey: MasterKey,
    @Inject(SealingRepository) private readonly keys: SealingRepository,
  ) {}

  /** To write with: its key is made with the first text. */
  async toSeal(tx: WriteTransaction, inspectionId: string, purpose: Purpose): Promise<Seal> {
    if ((await this.keys.find(tx, inspectionId, purpose)) === null)
      await this.keys.add(tx, inspectionId, purpose, this.masterKey.newKey(placeOf(inspectionId, purpose)));
    return this.toOpen(tx, inspectionId, purpose);
  }

  /** Stands for a text where the same one is to be known again, and the text must not be kept. */
  fingerprint(text: string): string {
    return this.masterKey.fingerprint(text);
  }

  async toOpen(tx: ReadTransaction, inspectionId: string, purpose: Purpose): Promise<Seal> {
    const found = await this.keys.find(tx, inspectionId, purpose);
    if (found === null) throw new SealingError(`There is no key for ${purpose} in inspection ${inspectionId}.`);
    return new Seal(this.masterKey.open(found, placeOf(inspectionId, purpose)));
  }
}

const placeOf = (inspectionId: string, purpose: Purpose): Place => ({
  table: 'sealing_key',
  column: 'sealed_key',
  row: `${inspectionId} ${purpose}`,
});
