/** Words of whistleblowing, which the worlds have not: sealed under keys of which the platforms know the master. */
import { createSecretKey } from 'node:crypto';
import type pg from 'pg';
import { MasterKey } from '../../../src/sealing/master-key.js';
import { asSealed, placeOfWords } from '../../../src/whistleblowing/sealed-words.js';
import { Seal } from '../../../src/sealing/sealing.service.js';
import { instant } from '../oracle/load-steps.js';
import { ref } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';
import type { Canaries } from './canaries.js';
import type { Sees } from './twin-worlds.js';

const KEY = Buffer.alloc(32, 'twin');
/** Of both platforms. */
export const MASTER_KEY = KEY.toString('base64');
const PURPOSE = 'WHISTLEBLOWING';

export async function sealWords(
  db: pg.Client,
  world: World,
  canaries: Canaries,
  everybody: readonly Sees[],
): Promise<void> {
  const master = new MasterKey(createSecretKey(KEY));
  for (const inspectionId of new Set(world.whistleblowings.map((item) => item.inspectionId))) {
    const place = { table: 'sealing_key', column: 'sealed_key', row: `${inspectionId} ${PURPOSE}` };
    const key = master.newKey(place);
    await db.query(
      'INSERT INTO app.sealing_key (inspection_id, purpose, master_key_id, sealed_key) VALUES ($1, $2, $3, $4)',
      [inspectionId, PURPOSE, key.masterKeyId, key.sealedKey],
    );
    const seal = new Seal(master.open(key, place));
    for (const item of world.whistleblowings.filter((each) => each.inspectionId === inspectionId)) {
      const words = canaries.word(`whistleblowing ${item.id}`, ref('whistleblowing', item.id), 'whole', everybody);
      const filed = {
        words,
        author: { personId: `Person.${item.id}`, name: words, organisation: 'An agency', contact: null },
        receiptCode: 'AAAA-AAAA',
        receivedAt: instant(item.receivedAt),
      };
      await db.query('UPDATE app.whistleblowing_words SET sealed = $2 WHERE whistleblowing_id = $1', [
        item.id,
        seal.seal(asSealed(filed), placeOfWords(item.id)),
      ]);
    }
  }
}
