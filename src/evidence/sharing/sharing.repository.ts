import { Injectable } from '@nestjs/common';
import type { Role, Standing } from '../../access/standing.js';
import type { ReadTransaction } from '../../database/transaction.js';
import type { EvidenceStrength } from '../../inspectorates/inspectorate.js';
import type { Cap, Form, TeamSeat } from './share-plan.js';

export interface SharedItemRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly state: 'DRAFT' | 'SUBMITTED' | 'WITHDRAWN';
  readonly strength: EvidenceStrength | null;
}

export interface ShareRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly inspectionId: string;
  readonly owner: string;
  readonly revoked: boolean;
  readonly strength: EvidenceStrength | null;
}

/** A share that stands, whether it has begun or not. */
export interface StandingShare {
  readonly id: string;
  readonly evidenceId: string;
  readonly recipient: string;
  readonly assignmentId: string | null;
  readonly form: Form;
  readonly gateway: string;
  readonly purpose: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** A seat on a team, with whoever sits on it. */
export interface SeatedPerson {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly inspectorate: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Roles of the team: never observers, signatories or agencies. */
const ON_TEAM = `a.ended_at IS NULL AND a.role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')`;

/** Reads for sets of items, one statement each, under the actor's own row security. */
@Injectable()
export class SharingRepository {
  async items(tx: ReadTransaction, ids: readonly string[]): Promise<Map<string, SharedItemRow>> {
    const rows = await tx.rows<SharedItemRow>(
      `SELECT e.id, e.inspection_id AS "inspectionId", e.owner, e.state, b.strength
       FROM app.evidence e LEFT JOIN app.evidence_body b ON b.evidence_id = e.id WHERE e.id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async shares(tx: ReadTransaction, ids: readonly string[]): Promise<Map<string, ShareRow>> {
    const rows = await tx.rows<ShareRow>(
      `SELECT s.id, s.evidence_id AS "evidenceId", s.inspection_id AS "inspectionId", s.owner, s.revoked_at IS NOT NULL AS revoked, b.strength
       FROM app.evidence_share s LEFT JOIN app.evidence_body b ON b.evidence_id = s.evidence_id WHERE s.id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** How widely items may be shared: for their owner. */
  caps(tx: ReadTransaction, evidenceIds: readonly string[], recipients: readonly string[]): Promise<Cap[]> {
    return tx.rows<Cap>(
      `SELECT evidence_id AS "evidenceId", recipient, form, gateway, why FROM app.evidence_cap
       WHERE evidence_id = ANY ($1) AND recipient = ANY ($2)`,
      [evidenceIds, recipients],
    );
  }

  /** Of these assignments those on the team. */
  async seats(tx: ReadTransaction, inspectionId: string, ids: readonly string[]): Promise<Map<string, TeamSeat>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.rows<TeamSeat>(
      `SELECT a.id, a.inspectorate, a.ends_at AS "endsAt" FROM app.assignment a
       WHERE a.inspection_id = $1 AND a.id = ANY ($2) AND ${ON_TEAM}`,
      [inspectionId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Everybody on the team, under any inspectorate. */
  team(tx: ReadTransaction, inspectionId: string): Promise<SeatedPerson[]> {
    return tx.rows<SeatedPerson>(
      `SELECT a.id, a.user_id AS "userId", u.name, a.role, a.inspectorate, a.starts_at AS "startsAt", a.ends_at AS "endsAt"
       FROM app.assignment a JOIN app.app_user u ON u.id = a.user_id
       WHERE a.inspection_id = $1 AND ${ON_TEAM} ORDER BY a.inspectorate, u.name, a.user_id, a.starts_at, a.id`,
      [inspectionId],
    );
  }

  standingShares(tx: ReadTransaction, evidenceIds: readonly string[]): Promise<StandingShare[]> {
    return tx.rows<StandingShare>(
      `SELECT s.id, s.evidence_id AS "evidenceId", s.recipient, s.recipient_assignment_id AS "assignmentId", s.form, s.gateway, s.purpose,
         s.starts_at AS "startsAt", s.ends_at AS "endsAt"
       FROM app.evidence_share s WHERE s.evidence_id = ANY ($1) AND s.revoked_at IS NULL
       ORDER BY s.recipient, s.starts_at, s.id`,
      [evidenceIds],
    );
  }

  /** Where the actor stands on an inspection, without entering it: for what is only looked at. */
  async standing(tx: ReadTransaction, inspectionId: string): Promise<Standing | null> {
    const found = await tx.row<{ standing: Standing | null }>('SELECT auth.standing($1) AS standing', [inspectionId]);
    return found?.standing ?? null;
  }
}
