import { Inject, Injectable } from '@nestjs/common';
import { permit } from '../../access/operations.js';
import type { Standing } from '../../access/standing.js';
import type { ReadTransaction } from '../../database/transaction.js';
import { InspectorateRegistry } from '../../inspectorates/inspectorate-registry.js';
import type { Problem } from '../../inspectorates/inspectorate.js';
import { parseGlobalId } from '../../platform/global-id.js';
import { MOST_SHARES, type ShareEvidenceItemsInput } from './share-items.inputs.js';
import {
  capProblem,
  resolveRecipients,
  termsProblems,
  textProblems,
  type ItemToShare,
  type PlannedShare,
  type SharePlan,
  type ShareTerms,
  type WantedRecipient,
} from './share-plan.js';
import { SharingRepository } from './sharing.repository.js';
import { termsOf, wantedRecipients } from './wanted-recipients.js';

/** What is to be shared with whom, before anything is known of the recipients. */
export interface ShareWish {
  readonly items: readonly ItemToShare[];
  readonly recipients: readonly WantedRecipient[];
  readonly terms: ShareTerms;
}

/** Finds out what may be shared: one way for one item and for many, for the act and for its preview. */
@Injectable()
export class SharePlanning {
  constructor(
    @Inject(SharingRepository) private readonly sharing: SharingRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  /** The plan for an input of many; `enter` answers where the actor stands on their inspection. */
  async planMany(
    tx: ReadTransaction,
    input: ShareEvidenceItemsInput,
    now: Date,
    enter: (inspectionId: string) => Promise<Standing>,
  ): Promise<SharePlan> {
    const wanted = wantedRecipients(input.recipients);
    const terms = termsOf(input, now);
    const before = await this.items(tx, input);
    const [first] = before.items;
    if (first === undefined) return { shares: [], terms, problems: [...before.problems, ...wanted.problems] };
    const standing = await enter(first.inspectionId);
    // As they stand once the inspection is entered: what was read before may have changed meanwhile.
    const { items, problems } = await this.items(tx, input);
    for (const { owner, data } of items) permit(standing, 'shareEvidence', { owner, data, state: 'SUBMITTED' });
    const submitted = items.filter(({ state }) => state === 'SUBMITTED');
    const amiss = [...problems, ...wanted.problems, ...notSubmitted(items)];
    if (submitted.length === 0) return { shares: [], terms, problems: amiss };
    const plan = await this.plan(tx, standing, { items: submitted, recipients: wanted.recipients, terms }, now);
    return { ...plan, problems: [...amiss, ...plan.problems] };
  }

  /** The plan for submitted items of one owner that the actor may share. */
  async plan(tx: ReadTransaction, standing: Standing, wish: ShareWish, now: Date): Promise<SharePlan> {
    const { items, terms } = wish;
    const owner = this.inspectorates.get(items[0]?.owner ?? '');
    const named = wish.recipients.flatMap(({ assignmentId }) => assignmentId ?? []);
    const seats = await this.sharing.seats(tx, standing.inspectionId, named);
    const { recipients, problems } = resolveRecipients(wish.recipients, owner.code, standing, seats, terms.startsAt);
    const evidenceIds = items.map(({ id }) => id);
    const caps = await this.sharing.caps(
      tx,
      evidenceIds,
      recipients.map(({ inspectorate }) => inspectorate),
    );
    const capOf = new Map(caps.map((cap) => [`${cap.evidenceId} ${cap.recipient}`, cap]));
    const shares = items.flatMap((item) =>
      recipients.map((to): PlannedShare => {
        const cap = capOf.get(`${item.id} ${to.inspectorate}`) ?? null;
        return { item, to, cap, refusal: capProblem(item, this.inspectorates.get(to.inspectorate).name, cap) };
      }),
    );
    const refusals = items.flatMap((item) => [...refusalsOf(shares, item), ...textProblems(item)]);
    return {
      shares,
      terms,
      problems: [...problems, ...tooMany(shares), ...refusals, ...termsProblems(owner, terms, now)],
    };
  }

  /** The items that an input names, each where it names it; with what keeps them from being shared together. */
  private async items(
    tx: ReadTransaction,
    input: ShareEvidenceItemsInput,
  ): Promise<{ items: ItemToShare[]; problems: Problem[] }> {
    const keys = input.items.map(({ evidenceId }) => {
      const id = parseGlobalId(evidenceId);
      return id?.type === 'Evidence' ? id.uuid : null;
    });
    const found = await this.sharing.items(
      tx,
      keys.flatMap((key) => key ?? []),
    );
    const [first] = keys.flatMap((key) => (key === null ? [] : (found.get(key) ?? [])));
    const items: ItemToShare[] = [];
    const problems: Problem[] = [];
    input.items.forEach(({ form, title, summary }, index) => {
      const key = keys[index] ?? null;
      const at = `items.${index}`;
      const problem = (code: string, message: string): void =>
        void problems.push({ at: `${at}.evidenceId`, code, message });
      const row = key === null ? undefined : found.get(key);
      if (row === undefined) problem('UNKNOWN_ID', 'Give the id of an item that you can see.');
      else if (row.inspectionId !== first?.inspectionId)
        problem('OTHER_INSPECTION', 'Share the items of one inspection at once: this one is of another.');
      else if (keys.indexOf(key) < index) problem('REPEATED', 'Name each item only once: this one is named before.');
      else {
        const { strength, ...facts } = row;
        items.push({ ...facts, at, data: strength === 'DATA', form, title: title ?? null, summary: summary ?? null });
      }
    });
    return { items, problems };
  }
}

const refusalsOf = (shares: readonly PlannedShare[], item: ItemToShare): Problem[] =>
  shares.flatMap((share) => (share.item === item && share.refusal !== null ? [share.refusal] : []));

const notSubmitted = (items: readonly ItemToShare[]): Problem[] =>
  items
    .filter(({ state }) => state !== 'SUBMITTED')
    .map(({ at }) => ({
      at: `${at}.evidenceId`,
      code: 'NOT_SUBMITTED',
      message: 'Leave this item out: it is a draft, or it was withdrawn.',
    }));

const tooMany = (shares: readonly PlannedShare[]): Problem[] =>
  shares.length <= MOST_SHARES
    ? []
    : [{ at: 'items', code: 'TOO_MANY', message: `Share in parts: at most ${MOST_SHARES} shares at once.` }];
