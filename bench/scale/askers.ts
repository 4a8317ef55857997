import type pg from 'pg';

/** Somebody who asks, and what he asks about. */
export interface Asker {
  readonly userId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly inspectionId: string;
  readonly caseId: string;
}

/** Of so many that fit, as many as are asked in turn. */
const ASKERS = 5;

/**
 * Inspectors without a conflict of interest on an inspection in fieldwork that another inspectorate leads, with so many
 * seats on inspections under way: the same kind of person at every size.
 */
export async function inspectors(db: pg.Client, seats: number): Promise<Asker[]> {
  const { rows } = await db.query<Asker>(
    `WITH open_seat AS (
       SELECT a.* FROM app.assignment a JOIN app.inspection_conduct c USING (inspection_id)
       WHERE a.ended_at IS NULL AND c.closed_at IS NULL
     ), person AS (
       SELECT user_id FROM open_seat GROUP BY user_id HAVING count(*) = $1
     )
     SELECT DISTINCT ON (a.user_id) a.user_id AS "userId", u.issuer, u.subject, a.inspection_id AS "inspectionId", k.id AS "caseId"
     FROM open_seat a JOIN person USING (user_id) JOIN app.app_user u ON u.id = a.user_id
     JOIN app.inspection i ON i.id = a.inspection_id AND i.stage = 'FIELDWORK' AND i.leading_inspectorate <> a.inspectorate
     CROSS JOIN LATERAL (SELECT id FROM app.case_file f WHERE f.inspection_id = i.id ORDER BY code LIMIT 1) k
     WHERE a.role = 'INSPECTOR' AND NOT EXISTS (SELECT FROM app.conflict_of_interest o WHERE o.user_id = a.user_id)
     ORDER BY a.user_id LIMIT ${ASKERS}`,
    [seats],
  );
  return rows;
}

/** The most open seats that somebody holds. */
export async function mostSeats(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ most: number }>(
    `SELECT max(n)::int AS most FROM (
       SELECT count(*) AS n FROM app.assignment a JOIN app.inspection_conduct c USING (inspection_id)
       JOIN app.organisation o ON o.id = a.organisation_id AND o.inspectorate IS NOT NULL
       WHERE a.ended_at IS NULL AND c.closed_at IS NULL GROUP BY a.user_id) held`,
  );
  return rows[0]?.most ?? 0;
}

/** Planners of inspectorates, who see every inspection of theirs and no evidence. */
export async function planners(db: pg.Client): Promise<Asker[]> {
  const { rows } = await db.query<Asker>(
    `SELECT u.id AS "userId", u.issuer, u.subject, '' AS "inspectionId", '' AS "caseId"
     FROM app.organisation_role r JOIN app.app_user u ON u.id = r.user_id WHERE r.role = 'PLANNER' AND r.ended_at IS NULL
     ORDER BY u.subject LIMIT ${ASKERS}`,
  );
  return rows;
}
