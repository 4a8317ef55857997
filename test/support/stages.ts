import type pg from 'pg';
import type { Inspected } from './an-inspection.js';
import { sqlAs, uuidOf } from './sql-as.js';

const STAGES = [
  'PREPARING',
  'FIELDWORK',
  'DRAFTING',
  'ACCURACY_CHECK',
  'SIGNING',
  'SIGNED',
  'PUBLISHED',
  'FOLLOW_UP',
] as const;

/** Step by step, as the database has it, without the acts that belong to each stage: for tests of what comes after. */
export async function stepTo(db: pg.Client, inspectionId: string, stage: (typeof STAGES)[number]): Promise<void> {
  const { rows } = await db.query<{ stage: string }>('SELECT stage FROM app.inspection WHERE id = $1', [inspectionId]);
  const from = STAGES.findIndex((each) => each === rows[0]?.stage);
  for (const next of STAGES.slice(from + 1, STAGES.indexOf(stage) + 1))
    await db.query('UPDATE app.inspection SET stage = $2 WHERE id = $1', [inspectionId, next]);
}

/** The lead takes his inspection to follow-up; it can be closed then. */
export const toFollowUp = (inspection: Inspected, now: string): Promise<void> =>
  sqlAs(inspection.lead, now, (db) => stepTo(db, uuidOf(inspection.id), 'FOLLOW_UP'));
