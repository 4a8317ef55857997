import { Injectable } from '@nestjs/common';
import type { ReadTransaction } from '../database/transaction.js';
import type { EvidenceMethod, EvidenceStrength, Marking, PersonalDataClass } from '../inspectorates/inspectorate.js';

export interface EvidenceRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly caseId: string | null;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  /** Null below whole, as all that follows below summary. */
  readonly version: number | null;
  readonly kind: string | null;
  readonly method: EvidenceMethod | null;
  readonly marking: Marking | null;
  readonly criterion: string | null;
  readonly authorId: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly strength: EvidenceStrength | null;
  readonly personalData: PersonalDataClass | null;
}

/** Reads that the service decides by; each under the actor's own row security. */
@Injectable()
export class EvidenceRepository {
  find(tx: ReadTransaction, id: string): Promise<EvidenceRow | null> {
    return tx.row<EvidenceRow>(
      `SELECT e.id, e.inspection_id AS "inspectionId", e.owner, e.case_id AS "caseId", e.state, b.version, s.kind, s.method, s.marking, s.criterion,
         coalesce(b.author_id, CASE WHEN auth.wrote_evidence(e.id) THEN auth.user_id() END) AS "authorId", b.title, b.body,
         coalesce(b.strength, CASE WHEN auth.analyses_evidence(e.id) THEN 'DATA' END) AS strength, b.personal_data AS "personalData"
       FROM app.evidence e
       LEFT JOIN app.evidence_summary s ON s.evidence_id = e.id
       LEFT JOIN app.evidence_body b ON b.evidence_id = e.id
       WHERE e.id = $1`,
      [id],
    );
  }

  seenWhole(tx: ReadTransaction, id: string): Promise<{ inspectionId: string } | null> {
    return tx.row('SELECT inspection_id AS "inspectionId" FROM app.evidence_body WHERE evidence_id = $1', [id]);
  }

  /** Of these ids, those of cases of the inspection that the actor sees. */
  async seenCase(tx: ReadTransaction, inspectionId: string, caseId: string): Promise<boolean> {
    return (
      (await tx.row('SELECT 1 FROM app.case_file WHERE id = $1 AND inspection_id = $2', [caseId, inspectionId])) !==
      null
    );
  }

  async agencies(tx: ReadTransaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM app.organisation WHERE id = ANY ($1) AND kind <> 'INSPECTORATE'`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
