import type pg from 'pg';
import { inspectors, type Asker } from '../scale/askers.js';

/** Inspections under way that the askers have a seat on: what people at every size have. */
const SEATS = 3;

/** Inspectors, each with the case on which his inspectorate has most evidence and a chronology: one that he would read. */
export async function readers(db: pg.Client): Promise<Asker[]> {
  const askers = await inspectors(db, SEATS);
  return Promise.all(askers.map(async (asker) => ({ ...asker, caseId: await fullestCase(db, asker) })));
}

async function fullestCase(db: pg.Client, { userId, inspectionId, caseId }: Asker): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT e.case_id AS id FROM app.evidence e
     JOIN app.organisation o ON o.inspectorate = e.owner JOIN app.app_user u ON u.organisation_id = o.id AND u.id = $1
     WHERE e.inspection_id = $2 AND e.state = 'SUBMITTED' AND e.case_id IS NOT NULL
     GROUP BY e.case_id
     HAVING EXISTS (SELECT FROM app.chronology_entry h WHERE h.case_id = e.case_id AND h.owner = min(e.owner))
     ORDER BY count(*) DESC, e.case_id LIMIT 1`,
    [userId, inspectionId],
  );
  return rows[0]?.id ?? caseId;
}
