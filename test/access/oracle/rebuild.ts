import type pg from 'pg';

const PLACED = `SELECT DISTINCT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
  WHERE table_schema = 'app' AND column_name ~ '(audience_id|subject_ids)$' ORDER BY 1`;

/**
 * Tables whose rows `auth.rebuild()` would place otherwise than the acts that made them did: none, since audiences are
 * kept in the transaction that changes what they are made of. What is tried is taken back.
 */
export async function movedByRebuild(superuser: pg.Client): Promise<readonly string[]> {
  await superuser.query('BEGIN');
  try {
    const { rows } = await superuser.query<{ name: string }>(PLACED);
    const before = new Map<string, string>();
    for (const { name } of rows) before.set(name, await contentsOf(superuser, name));
    await superuser.query('SELECT auth.rebuild()');
    const moved: string[] = [];
    for (const { name } of rows) if ((await contentsOf(superuser, name)) !== before.get(name)) moved.push(name);
    return moved;
  } finally {
    await superuser.query('ROLLBACK');
  }
}

async function contentsOf(superuser: pg.Client, table: string): Promise<string> {
  const { rows } = await superuser.query<{ hash: string }>(
    `SELECT coalesce(md5(string_agg(each::text, ';' ORDER BY each::text)), '') AS hash FROM ${table} each`,
  );
  return rows[0]?.hash ?? '';
}
