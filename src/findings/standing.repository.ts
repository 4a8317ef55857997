import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import type {
  AgencyKind,
  CountBasis,
  EvidenceMethod,
  EvidenceStrength,
  FindingKind,
  Placement,
} from '../inspectorates/inspectorate.js';

/** A finding or a merge with all that an inspectorate's check and voice need to know of it. */
export interface ToldFinding {
  readonly id: string;
  /** Inspectorate that owns it; null for a merge. */
  readonly owner: string | null;
  readonly kind: FindingKind;
  readonly placement: Placement;
  readonly study: number | null;
  readonly position: number;
  /** Own criterion of the owner; of a merge, the joint one. */
  readonly criterion: string;
  readonly statement: string;
  readonly effectOnChildren: string;
  readonly count: { readonly n: number; readonly of: number; readonly basis: CountBasis } | null;
  readonly agencies: readonly { readonly kind: AgencyKind; readonly name: string }[];
  readonly evidence: readonly CitedItem[];
}

export interface CitedItem {
  readonly id: string;
  readonly kind: string;
  readonly method: EvidenceMethod;
  /** Null where the item is seen in summary. */
  readonly strength: EvidenceStrength | null;
}

export interface ToldMerge extends ToldFinding {
  readonly sources: readonly { readonly id: string; readonly owner: string; readonly criterion: string }[];
}

export interface SavedAnswers {
  readonly inspectorate: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly nilReason: string | null;
}

const TOLD = `b.kind, b.placement, b.study, b.position, b.criterion, b.statement, b.effect_on_children AS "effectOnChildren",
  CASE WHEN b.count_n IS NOT NULL THEN json_build_object('n', b.count_n, 'of', b.count_of, 'basis', b.count_basis) END AS count,
  (SELECT coalesce(json_agg(json_build_object('kind', o.kind, 'name', o.name) ORDER BY o.name, o.id), '[]')
   FROM app.organisation o WHERE o.id = ANY (b.agency_ids)) AS agencies`;

const cited = (
  findings: string,
): string => `(SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'method', x.method, 'strength', x.strength)
    ORDER BY x.id), '[]') FROM (
    SELECT DISTINCT s.evidence_id AS id, s.kind, s.method, w.strength FROM app.citation c
    JOIN app.evidence_summary s ON s.evidence_id = c.evidence_id
    LEFT JOIN app.evidence_body w ON w.evidence_id = c.evidence_id
    WHERE ${findings}) x) AS evidence`;

const ORDER = `b.placement, b.study NULLS FIRST, b.position`;

/** What stands in an inspection, each read under the actor's own row security. */
@Injectable()
export class StandingRepository {
  /** Submitted findings: of one inspectorate, or all that are in no merge. */
  findings(
    tx: ReadTransaction,
    inspectionId: string,
    which: { readonly owner: string } | 'UNMERGED',
  ): Promise<ToldFinding[]> {
    const [condition, values] =
      which === 'UNMERGED'
        ? [`NOT EXISTS (SELECT FROM app.finding_merge_source s WHERE s.finding_id = f.id AND NOT s.undone)`, []]
        : ['f.owner = $2', [which.owner]];
    return tx.rows<ToldFinding>(
      `SELECT f.id, f.owner, ${TOLD}, ${cited('c.finding_id = f.id')}
       FROM app.finding f JOIN app.finding_body b ON b.finding_id = f.id
       WHERE f.inspection_id = $1 AND f.state = 'SUBMITTED' AND ${condition}
       ORDER BY ${ORDER}, f.id`,
      [inspectionId, ...values],
    );
  }

  /** Merges that are not undone. */
  merges(tx: ReadTransaction, inspectionId: string): Promise<ToldMerge[]> {
    return tx.rows<ToldMerge>(
      `SELECT b.id, NULL AS owner, ${TOLD}, ${cited('c.finding_id IN (SELECT s.finding_id FROM app.finding_merge_source s WHERE s.merge_id = b.id)')},
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'owner', f.owner, 'criterion', w.criterion) ORDER BY f.owner, f.id), '[]')
          FROM app.finding_merge_source s JOIN app.finding f ON f.id = s.finding_id JOIN app.finding_body w ON w.finding_id = f.id
          WHERE s.merge_id = b.id) AS sources
       FROM app.finding_merge b
       WHERE b.inspection_id = $1 AND b.undone_at IS NULL
       ORDER BY ${ORDER}, b.id`,
      [inspectionId],
    );
  }

  answers(tx: ReadTransaction, inspectionId: string): Promise<SavedAnswers[]> {
    return tx.rows<SavedAnswers>(
      `SELECT b.inspectorate, b.answers, b.nil_reason AS "nilReason"
       FROM app.contribution c JOIN app.contribution_body b ON b.contribution_id = c.id
       WHERE c.inspection_id = $1 AND c.state = 'SUBMITTED'`,
      [inspectionId],
    );
  }

  async inspection(
    tx: ReadTransaction,
    inspectionId: string,
  ): Promise<{ leading: string; framework: string; frameworkVersion: number; inspectorates: string[] } | null> {
    return tx.row(
      `SELECT i.leading_inspectorate AS leading, i.framework, i.framework_version AS "frameworkVersion",
         (SELECT coalesce(json_agg(p.inspectorate ORDER BY p.inspectorate), '[]') FROM app.inspection_inspectorate p
          WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL) AS inspectorates
       FROM app.inspection i WHERE i.id = $1`,
      [inspectionId],
    );
  }
}
