import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

/** What the platform's own files say that the database must hold: written by the owner when it migrates. */
export interface ReferenceData {
  readonly areas: readonly {
    code: string;
    name: string;
    region: string;
    type: string;
    replacedBy: readonly string[];
  }[];
  readonly inspectorates: readonly { code: string; name: string }[];
  /** Sign-in providers, each pinned to the organisation with this code, and its first administrators. */
  readonly providers: readonly {
    issuer: string;
    organisation: string;
    administrators: readonly { subject: string; name: string }[];
  }[];
}

export class ReferenceDataError extends Error {}

/** Adds what is missing and mends names; removes nothing, since rows may refer to it. */
export async function syncReferenceData(db: QueryRunner, data: ReferenceData): Promise<void> {
  await db.query(
    `INSERT INTO app.area (code, name, region, type, replaced_by)
     SELECT r.code, r.name, r.region, r.type, r."replacedBy"
     FROM jsonb_to_recordset($1::jsonb) r (code text, name text, region text, type text, "replacedBy" text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region, type = excluded.type, replaced_by = excluded.replaced_by`,
    [JSON.stringify(data.areas)],
  );
  await db.query(
    `INSERT INTO app.organisation (id, code, kind, inspectorate, name)
     SELECT r.id, r.code, 'INSPECTORATE', r.code, r.name FROM jsonb_to_recordset($1::jsonb) r (id uuid, code text, name text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name`,
    [JSON.stringify(data.inspectorates.map((inspectorate) => ({ id: randomUUID(), ...inspectorate })))],
  );
  await refuseUnclaimed(
    db,
    data.inspectorates.map(({ code }) => code),
  );
  for (const provider of data.providers) await pinProvider(db, provider);
}

/** Start-up fails where the database holds an inspectorate that no folder of `src/inspectorates` claims. */
async function refuseUnclaimed(db: QueryRunner, known: readonly string[]): Promise<void> {
  const strangers = (await db.query(
    'SELECT inspectorate FROM app.organisation WHERE inspectorate IS NOT NULL AND inspectorate <> ALL ($1)',
    [known],
  )) as { inspectorate: string }[];
  if (strangers.length > 0)
    throw new ReferenceDataError(
      `The database holds the inspectorate ${strangers.map((row) => row.inspectorate).join(', ')}, which no folder in src/inspectorates claims. ` +
        'List it in src/inspectorates/index.ts again: codes are never renamed.',
    );
}

async function pinProvider(db: QueryRunner, provider: ReferenceData['providers'][number]): Promise<void> {
  const rows = (await db.query('SELECT id FROM app.organisation WHERE code = $1', [provider.organisation])) as {
    id: string;
  }[];
  const [organisation] = rows;
  // An agency that a planner has yet to register: its provider is pinned at the next start.
  if (organisation === undefined) return;
  await db.query(
    'INSERT INTO app.identity_provider (issuer, organisation_id) VALUES ($1, $2) ON CONFLICT (issuer) DO NOTHING',
    [provider.issuer, organisation.id],
  );
  const pinned = (await db.query('SELECT organisation_id FROM app.identity_provider WHERE issuer = $1', [
    provider.issuer,
  ])) as {
    organisation_id: string;
  }[];
  if (pinned[0]?.organisation_id !== organisation.id)
    throw new ReferenceDataError(
      `The issuer ${provider.issuer} is pinned to another organisation. An issuer is never moved: use another one.`,
    );
  for (const { subject, name } of provider.administrators) {
    await db.query(
      `INSERT INTO app.app_user (id, issuer, subject, organisation_id, name) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (issuer, subject) DO NOTHING`,
      [randomUUID(), provider.issuer, subject, organisation.id, name],
    );
    await db.query(
      `INSERT INTO app.organisation_role (id, user_id, organisation_id, role)
       SELECT $1, id, organisation_id, 'ADMINISTRATOR' FROM app.app_user WHERE issuer = $2 AND subject = $3 ON CONFLICT DO NOTHING`,
      [randomUUID(), provider.issuer, subject],
    );
  }
}
