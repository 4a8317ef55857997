import { randomUUID } from 'node:crypto';
import { aCase } from '../../support/a-case.js';
import { aPiece, type Inspected, type Member } from '../../support/an-inspection.js';
import type { LookName, Thing } from './looks.js';
import type { Reader, Readers } from './readers.js';

/** In every text that a race writes, and nowhere else. */
export const CANARY = 'canary-';
export const canary = (): string => `${CANARY}${randomUUID()}`;

/** The time that the acts bear: later than any reader's, since an act holds whatever its timestamp. */
export const LATER = '2024-03-04T10:00:00Z';

/** Ways to learn of an item of evidence. */
export const ITEM: readonly LookName[] = ['item', 'items', 'count'];

/** Every fourth reader reads the database itself; of the others, every other one opens the text where there is one. */
export function seatedReaders(
  make: Readers,
  count: number,
  who: readonly Pick<Member, 'client' | 'userId'>[],
  looks: readonly LookName[],
  thing: Thing,
): Promise<Reader[]> {
  return Promise.all(
    Array.from({ length: count }, (_, place) => {
      const one = who[place % who.length];
      if (one === undefined) throw new Error('nobody to read');
      if (place % 4 === 3) return make.sql(one, looks, thing, place);
      return make.api(one, place % 4 === 1 && looks.includes('item') ? ['opening'] : looks, thing);
    }),
  );
}

/** An item in a case of its own, filed by an inspector. */
export async function anItem(
  inspection: Inspected,
  by: Member,
  inspectorate: string,
  more: Record<string, unknown> = {},
): Promise<Thing & { evidenceId: string; caseId: string }> {
  const [words, child] = [canary(), await aCase(inspection.member('OFSTED', 'INSPECTOR').client, inspection)];
  const text = { title: words, body: `What was seen: ${words}`, caseId: child.id, ...more };
  const { id } = await aPiece(by, inspectorate, inspection.id, text);
  return { inspectionId: inspection.id, words, evidenceId: id, caseId: child.id };
}
