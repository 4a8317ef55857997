import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import type { CountBasis, FindingKind, Placement } from '../inspectorates/inspectorate.js';

export type FindingState = 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';

/** What a finding says, where it is seen whole. */
export interface FindingText {
  readonly kind: FindingKind;
  readonly placement: Placement;
  readonly study: number | null;
  readonly position: number;
  readonly criterion: string;
  readonly statement: string;
  readonly effectOnChildren: string;
  readonly count: { readonly n: number; readonly of: number; readonly basis: CountBasis } | null;
  readonly agencyIds: readonly string[];
  /** Items cited, of those that the actor sees: their ids and states. */
  readonly cited: readonly { readonly id: string; readonly state: string }[];
}

export interface FindingRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly state: FindingState;
  readonly marking: 'OFFICIAL' | 'OFFICIAL_SENSITIVE';
  /** Null where it merely exists. */
  readonly version: number | null;
  /** The merge that it stands in. */
  readonly mergeId: string | null;
  /** Null where it is seen only to exist. */
  readonly text: FindingText | null;
}

export interface CitationRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly hasPassage: boolean;
  /** The item is seen whole. */
  readonly whole: boolean;
}

/** An item that may be cited; `length` of its text in code points, null where it is not seen whole. */
export interface CitableRow {
  readonly id: string;
  readonly state: string;
  readonly length: number | null;
}

/** Reads that the services decide by; each under the actor's own row security. */
@Injectable()
export class FindingsRepository {
  async find(tx: ReadTransaction, id: string): Promise<FindingRow | null> {
    const [row] = await this.all(tx, [id]);
    return row ?? null;
  }

  all(tx: ReadTransaction, ids: readonly string[]): Promise<FindingRow[]> {
    return tx.rows<FindingRow>(
      `SELECT f.id, f.inspection_id AS "inspectionId", f.owner, f.state, f.marking, b.version,
         (SELECT s.merge_id FROM app.finding_merge_source s WHERE s.finding_id = f.id AND NOT s.undone) AS "mergeId",
         CASE WHEN b.finding_id IS NOT NULL THEN json_build_object('kind', b.kind, 'placement', b.placement, 'study', b.study,
           'position', b.position, 'criterion', b.criterion, 'statement', b.statement, 'effectOnChildren', b.effect_on_children,
           'count', CASE WHEN b.count_n IS NOT NULL THEN json_build_object('n', b.count_n, 'of', b.count_of, 'basis', b.count_basis) END,
           'agencyIds', b.agency_ids,
           'cited', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'state', e.state) ORDER BY e.id), '[]')
                     FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id WHERE c.finding_id = f.id)) END AS text
       FROM app.finding f LEFT JOIN app.finding_body b ON b.finding_id = f.id
       WHERE f.id = ANY ($1)`,
      [ids],
    );
  }

  citations(tx: ReadTransaction, findingId: string): Promise<CitationRow[]> {
    return tx.rows<CitationRow>(
      `SELECT c.id, c.evidence_id AS "evidenceId", p.citation_id IS NOT NULL AS "hasPassage", b.evidence_id IS NOT NULL AS whole
       FROM app.citation c
       LEFT JOIN app.citation_passage p ON p.citation_id = c.id
       LEFT JOIN app.evidence_body b ON b.evidence_id = c.evidence_id
       WHERE c.finding_id = $1`,
      [findingId],
    );
  }

  citable(tx: ReadTransaction, inspectionId: string, evidenceIds: readonly string[]): Promise<CitableRow[]> {
    return tx.rows<CitableRow>(
      `SELECT e.id, e.state, char_length(b.body) AS length
       FROM app.evidence e LEFT JOIN app.evidence_body b ON b.evidence_id = e.id
       WHERE e.inspection_id = $1 AND e.id = ANY ($2)`,
      [inspectionId, evidenceIds],
    );
  }

  async seesCase(tx: ReadTransaction, inspectionId: string, caseId: string): Promise<boolean> {
    const found = await tx.row('SELECT 1 FROM app.case_file WHERE id = $1 AND inspection_id = $2', [
      caseId,
      inspectionId,
    ]);
    return found !== null;
  }

  /** Of these agencies, those that the inspection inspects. */
  async inspected(tx: ReadTransaction, inspectionId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT organisation_id AS id FROM app.inspection_agency WHERE inspection_id = $1 AND organisation_id = ANY ($2)',
      [inspectionId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
