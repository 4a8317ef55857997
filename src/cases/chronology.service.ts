import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit, type ActedOn } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { notFound, ProblemsError, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { ChronologyContradictionEntity, ChronologyEntryEntity } from './case.entity.js';
import type { AddChronologyEntryInput, EditChronologyEntryInput, RemoveChronologyEntryInput } from './case.inputs.js';
import { CasesRepository, type EntryRow, type ItemRow } from './cases.repository.js';

type Done = Promise<Stored<{ entryId: string; caseId: string }>>;

/** What happened to a child, by day: each entry rests on an item of evidence, is seen with it and edited with it. */
@Injectable()
export class ChronologyService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CasesRepository) private readonly cases: CasesRepository,
  ) {}

  add(actor: Actor, input: AddChronologyEntryInput): Done {
    return this.unitOfWork.write(actor, { operation: 'addChronologyEntry', input }, async (tx) => {
      const evidenceId = localId('Evidence', input.evidenceId);
      const before = await this.cases.item(tx, evidenceId);
      if (before === null) throw notFound();
      const standing = await tx.enter(before.inspectionId);
      const item = await this.cases.item(tx, evidenceId);
      if (item === null) throw notFound();
      permit(standing, 'addChronologyEntry', actedOn(tx, item));
      const caseId = await this.caseOf(tx, item, input);
      const facts = await this.checked(tx, caseId, input);
      const key = { inspectionId: item.inspectionId, owner: item.owner };
      const entryId = tx.newId();
      await tx.insert(ChronologyEntryEntity, {
        ...key,
        ...facts,
        id: entryId,
        evidenceId,
        caseId,
        authorId: tx.actor.userId,
        version: 1,
      });
      await this.flag(tx, { ...key, entryId }, input.contradictsIds ?? []);
      tx.touch('ChronologyEntry', entryId, 'ADDED', item.inspectionId);
      tx.touch('Case', caseId, 'CHRONOLOGY_CHANGED', item.inspectionId);
      return { entryId, caseId };
    });
  }

  edit(actor: Actor, input: EditChronologyEntryInput): Done {
    return this.unitOfWork.write(actor, { operation: 'editChronologyEntry', input }, async (tx) => {
      const entry = await this.toChange(tx, input.entryId);
      const facts = await this.checked(tx, entry.entryCaseId, input);
      await tx.updateVersion(ChronologyEntryEntity, { id: entry.entryId, version: input.version }, facts);
      await tx.remove(ChronologyContradictionEntity, { entryId: entry.entryId });
      const key = { inspectionId: entry.inspectionId, owner: entry.owner, entryId: entry.entryId };
      await this.flag(tx, key, input.contradictsIds ?? []);
      return touched(tx, entry, 'EDITED');
    });
  }

  remove(actor: Actor, input: RemoveChronologyEntryInput): Done {
    return this.unitOfWork.write(actor, { operation: 'removeChronologyEntry', input }, async (tx) => {
      const entry = await this.toChange(tx, input.entryId);
      await tx.updateVersion(ChronologyEntryEntity, { id: entry.entryId, version: input.version }, {});
      await tx.remove(ChronologyEntryEntity, { id: entry.entryId });
      return touched(tx, entry, 'REMOVED');
    });
  }

  private async toChange(tx: WriteTransaction, id: string): Promise<EntryRow> {
    const key = localId('ChronologyEntry', id);
    const before = await this.cases.entry(tx, key);
    if (before === null) throw notFound();
    const standing = await tx.enter(before.inspectionId);
    const entry = await this.cases.entry(tx, key);
    if (entry === null) throw notFound();
    permit(standing, 'changeChronologyEntry', actedOn(tx, entry));
    return entry;
  }

  /** The item's own case, or, of an item that is about none in particular, the one given. */
  private async caseOf(tx: WriteTransaction, item: ItemRow, input: AddChronologyEntryInput): Promise<string> {
    const given = input.caseId == null ? null : localIdAt('Case', input.caseId, 'caseId');
    const caseId = given ?? item.caseId;
    if (caseId === null)
      return refuse('caseId', 'MISSING', 'Name the case: the item of evidence is about none in particular.');
    if (item.caseId !== null && caseId !== item.caseId)
      return refuse('caseId', 'NOT_AMONG', 'The item of evidence is about another case: leave this out.');
    const found = await this.cases.find(tx, caseId);
    if (found === null || found.inspectionId !== item.inspectionId)
      return refuse('caseId', 'UNKNOWN_ID', 'Give the id of a case of this inspection that you can see.');
    return caseId;
  }

  private async checked(
    tx: WriteTransaction,
    caseId: string,
    input: AddChronologyEntryInput | EditChronologyEntryInput,
  ) {
    const problems: Problem[] = [];
    if (input.happenedOn > londonDay(tx.actor.now))
      problems.push({ at: 'happenedOn', code: 'IN_FUTURE', message: 'Give a day that has come: this one is ahead.' });
    const agencyId = input.agencyId == null ? null : localIdAt('Agency', input.agencyId, 'agencyId');
    if (agencyId !== null && !(await this.cases.isAgency(tx, agencyId)))
      problems.push({ at: 'agencyId', code: 'UNKNOWN_ID', message: 'Give the id of an agency.' });
    const others = otherEntries(input.contradictsIds ?? []);
    if (agencyId !== null && others.length > 0 && (await this.cases.isInConflictWith(tx, agencyId)))
      problems.push({
        at: 'agencyId',
        code: 'CONFLICT_OF_INTEREST',
        message:
          'You have a conflict of interest with this agency, so you would not see what this entry contradicts. Ask somebody without one to flag it.',
      });
    const known = await this.cases.entriesOf(tx, caseId, others);
    others.forEach((id, index) => {
      if (!known.has(id) || ('entryId' in input && input.entryId.endsWith(id)))
        problems.push({
          at: `contradictsIds.${index}`,
          code: 'UNKNOWN_ID',
          message: 'Give the id of another entry of this case that you can see.',
        });
    });
    if (problems.length > 0) throw new ProblemsError(problems);
    return { happenedOn: input.happenedOn, agencyId, words: input.words };
  }

  private async flag(
    tx: WriteTransaction,
    entry: { inspectionId: string; owner: string; entryId: string },
    contradicts: readonly string[],
  ): Promise<void> {
    for (const otherId of otherEntries(contradicts))
      await tx.insert(ChronologyContradictionEntity, {
        ...entry,
        otherId,
        flaggedBy: tx.actor.userId,
        flaggedAt: tx.actor.now,
      });
  }
}

const otherEntries = (ids: readonly string[]): string[] =>
  ids.map((id, index) => localIdAt('ChronologyEntry', id, `contradictsIds.${index}`));

const actedOn = (tx: WriteTransaction, item: ItemRow): ActedOn => ({
  owner: item.owner,
  state: item.state,
  data: item.strength === 'DATA',
  mine: item.authorId === tx.actor.userId,
});

function touched(tx: WriteTransaction, entry: EntryRow, change: string): { entryId: string; caseId: string } {
  tx.touch('ChronologyEntry', entry.entryId, change, entry.inspectionId);
  tx.touch('Case', entry.entryCaseId, 'CHRONOLOGY_CHANGED', entry.inspectionId);
  return { entryId: entry.entryId, caseId: entry.entryCaseId };
}
