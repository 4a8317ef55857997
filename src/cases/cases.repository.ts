import { Injectable } from '@nestjs/common';
import type { Role } from '../access/standing.js';
import type { ReadTransaction } from '../database/transaction.js';
import type { EvidenceStrength } from '../inspectorates/inspectorate.js';
import type { DatedEntry } from './chronology-questions.js';

export interface CaseRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly siblingGroup: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly userId: string;
  readonly inspectorate: string;
  readonly role: Role;
}

export interface MemberRow {
  readonly id: string;
  readonly caseId: string;
  readonly inspectionId: string;
  readonly inspectorate: string;
  readonly ended: boolean;
}

export interface ItemRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly caseId: string | null;
  readonly state: string;
  /** Null where the item is not seen whole. */
  readonly authorId: string | null;
  readonly strength: EvidenceStrength | null;
}

export interface EntryRow extends ItemRow {
  readonly entryId: string;
  readonly entryCaseId: string;
}

/** Reads that the services decide by; each under the actor's own row security. */
@Injectable()
export class CasesRepository {
  find(tx: ReadTransaction, id: string): Promise<CaseRow | null> {
    return tx.row<CaseRow>(
      `SELECT c.id, c.inspection_id AS "inspectionId", d.sibling_group AS "siblingGroup"
       FROM app.case_file c LEFT JOIN app.case_detail d ON d.case_id = c.id WHERE c.id = $1`,
      [id],
    );
  }

  /** The inspection of a case that a planner does not see, but names his inspectorate leads for. */
  async inspectionOfCaseToNameFor(tx: ReadTransaction, id: string): Promise<string | null> {
    const found = await tx.row<{ inspection: string | null }>('SELECT auth.case_to_name_for($1) AS inspection', [id]);
    return found?.inspection ?? null;
  }

  async agenciesOf(tx: ReadTransaction, inspectionId: string): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT organisation_id AS id FROM app.inspection_agency WHERE inspection_id = $1',
      [inspectionId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async isAgency(tx: ReadTransaction, id: string): Promise<boolean> {
    return (await tx.row(`SELECT 1 FROM app.organisation WHERE id = $1 AND kind <> 'INSPECTORATE'`, [id])) !== null;
  }

  async hasSiblingGroup(tx: ReadTransaction, inspectionId: string, code: string): Promise<boolean> {
    return (
      (await tx.row('SELECT 1 FROM app.case_detail WHERE inspection_id = $1 AND sibling_group = $2 LIMIT 1', [
        inspectionId,
        code,
      ])) !== null
    );
  }

  /** An assignment on the team of an inspection that is in force. */
  seat(tx: ReadTransaction, inspectionId: string, assignmentId: string): Promise<SeatRow | null> {
    return tx.row<SeatRow>(
      `SELECT id, user_id AS "userId", inspectorate, role FROM app.assignment
       WHERE id = $1 AND inspection_id = $2 AND ended_at IS NULL AND (ends_at IS NULL OR auth.at() < ends_at)
         AND role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')`,
      [assignmentId, inspectionId],
    );
  }

  async leadsItsInspectorate(tx: ReadTransaction, inspectionId: string, seat: SeatRow): Promise<boolean> {
    const row = await tx.row(
      `SELECT 1 FROM app.assignment WHERE inspection_id = $1 AND user_id = $2 AND inspectorate = $3
         AND role = 'INSPECTORATE_LEAD' AND ended_at IS NULL`,
      [inspectionId, seat.userId, seat.inspectorate],
    );
    return row !== null;
  }

  async isMember(tx: ReadTransaction, caseId: string, assignmentId: string): Promise<boolean> {
    const row = await tx.row(
      'SELECT 1 FROM app.case_member WHERE case_id = $1 AND assignment_id = $2 AND ended_at IS NULL',
      [caseId, assignmentId],
    );
    return row !== null;
  }

  member(tx: ReadTransaction, id: string): Promise<MemberRow | null> {
    return tx.row<MemberRow>(
      `SELECT id, case_id AS "caseId", inspection_id AS "inspectionId", inspectorate, ended_at IS NOT NULL AS ended
       FROM app.case_member WHERE id = $1`,
      [id],
    );
  }

  /** The item of evidence that an entry is to rest on. */
  item(tx: ReadTransaction, evidenceId: string): Promise<ItemRow | null> {
    return tx.row<ItemRow>(`SELECT ${ITEM} FROM ${ITEMS} WHERE e.id = $1`, [evidenceId]);
  }

  entry(tx: ReadTransaction, id: string): Promise<EntryRow | null> {
    return tx.row<EntryRow>(
      `SELECT ${ITEM}, x.id AS "entryId", x.case_id AS "entryCaseId"
       FROM app.chronology_entry x JOIN (${ITEMS}) ON e.id = x.evidence_id WHERE x.id = $1`,
      [id],
    );
  }

  async isInConflictWith(tx: ReadTransaction, agencyId: string): Promise<boolean> {
    const row = await tx.row<{ held: boolean }>('SELECT $1::uuid = ANY (auth.conflicts()) AS held', [agencyId]);
    return row?.held === true;
  }

  /** Of these ids, those of entries of the case that the actor sees. */
  async entriesOf(tx: ReadTransaction, caseId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM app.chronology_entry WHERE case_id = $1 AND id = ANY ($2)',
      [caseId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  datedEntries(tx: ReadTransaction, caseId: string): Promise<DatedEntry[]> {
    return tx.rows<DatedEntry>(
      `SELECT 'ChronologyEntry.' || x.id AS "entryId", x.happened_on::text AS "happenedOn", x.words, x.owner,
         'Agency.' || x.agency_id AS "agencyId", o.name AS agency
       FROM app.chronology_entry x LEFT JOIN app.organisation o ON o.id = x.agency_id
       WHERE x.case_id = $1 ORDER BY x.happened_on, x.id`,
      [caseId],
    );
  }

  contradictions(
    tx: ReadTransaction,
    caseId: string,
  ): Promise<{ entryId: string; otherId: string; flaggedAt: string }[]> {
    return tx.rows(
      `SELECT 'ChronologyEntry.' || c.entry_id AS "entryId", 'ChronologyEntry.' || c.other_id AS "otherId", c.flagged_at AS "flaggedAt"
       FROM app.chronology_contradiction c JOIN app.chronology_entry x ON x.id = c.entry_id
       WHERE x.case_id = $1 ORDER BY x.happened_on, c.entry_id, c.other_id`,
      [caseId],
    );
  }
}

const ITEM = `e.id, e.inspection_id AS "inspectionId", e.owner, e.case_id AS "caseId", e.state, b.author_id AS "authorId", b.strength`;
const ITEMS = 'app.evidence e LEFT JOIN app.evidence_body b ON b.evidence_id = e.id';
