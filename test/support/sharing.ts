import { randomUUID } from 'node:crypto';
import { gatewayOf, type Inspected, type Member, type TeamRole } from './an-inspection.js';
import type { Client } from './client.js';
import { sqlAs, uuidOf } from './sql-as.js';
import { toFollowUp } from './stages.js';

export type Sight = 'NONE' | 'EXISTS' | 'SUMMARY' | 'WHOLE';

/** How much of an item somebody sees, by what the API gives him of it. */
export async function sightOf(client: Client, evidenceId: string): Promise<Sight> {
  const { node } = await client.read<{ node: { kind: string | null; strength: string | null } | null }>(
    'query ($id: ID!) { node(id: $id) { ... on Evidence { kind strength } } }',
    { id: evidenceId },
  );
  if (node === null) return 'NONE';
  if (node.strength !== null) return 'WHOLE';
  return node.kind !== null ? 'SUMMARY' : 'EXISTS';
}

export interface ToShare {
  readonly evidenceId: string;
  readonly form: string;
}

export const whole = (evidenceId: string): ToShare => ({ evidenceId, form: 'WHOLE' });
export const inSummary = (evidenceId: string): ToShare & { title: string; summary: string } => ({
  evidenceId,
  form: 'SUMMARY',
  title: `In short: ${evidenceId.slice(-4)}`,
  summary: `What is necessary of ${evidenceId.slice(-4)}`,
});

/** An input of many, by Ofsted where nothing else is said. */
export const shares = (items: readonly object[], recipients: readonly object[], more: object = {}): object => ({
  items,
  recipients,
  gateway: gatewayOf('OFSTED', 'SHARE'),
  purpose: 'To corroborate a finding',
  ...more,
});

export interface SeenPreview {
  readonly problems: readonly { at: string; code: string; message: string }[];
  readonly items: readonly {
    evidenceId: string;
    recipients: readonly {
      inspectorate: string;
      assignmentId: string | null;
      form: string;
      allowed: string;
      why: string | null;
      gateway: string | null;
      refused: boolean;
    }[];
    gains: readonly {
      person: { id: string; name: string; roles: string[]; inspectorate: string };
      before: Sight;
      after: Sight;
      gateway: string;
      from: string;
      until: string | null;
    }[];
  }[];
}

export const PREVIEW = `query ($input: ShareEvidenceItemsInput!) { sharePreview(input: $input) { problems { at code message }
  items { evidenceId recipients { inspectorate assignmentId form allowed why gateway refused }
    gains { person { id name roles inspectorate } before after gateway from until } } } }`;

export const previewOf = async (client: Client, input: object): Promise<SeenPreview> =>
  (await client.read<{ sharePreview: SeenPreview }>(PREVIEW, { input })).sharePreview;

const TEAM: readonly TeamRole[] = ['INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER'];

/** Everybody on the team under these inspectorates. */
export const teamOf = (
  inspection: Inspected,
  ...inspectorates: string[]
): (Member & { code: string; role: TeamRole })[] =>
  inspectorates.flatMap((code) => TEAM.map((role) => ({ ...inspection.member(code, role), code, role })));

/** Closed on the 3rd of June: its 28 days end with the 1st of July. */
export async function closed(inspection: Inspected): Promise<void> {
  await toFollowUp(inspection, '2024-06-03T09:00:00Z');
  await inspection.lead.client.at('2024-06-03T10:00:00Z').do('closeInspection', { inspectionId: inspection.id });
}

/** Submitted items of an inspector's, made by the hundred under his own row security. */
export async function manyPieces(author: Member, inspection: Inspected, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const key = [ids, uuidOf(inspection.id)];
  await sqlAs(author, '2024-03-04T09:00:00Z', async (db) => {
    await db.query(
      `INSERT INTO app.evidence (id, inspection_id, owner, state) SELECT unnest($1::uuid[]), $2, 'OFSTED', 'DRAFT'`,
      key,
    );
    await db.query(
      `INSERT INTO app.evidence_summary (evidence_id, inspection_id, owner, kind, method, marking, criterion, created_at)
       SELECT unnest($1::uuid[]), $2, 'OFSTED', 'OFSTED_STRATEGY_DOCUMENT', 'RECORD_REVIEW', 'OFFICIAL', 'any', auth.at()`,
      key,
    );
    await db.query(
      `INSERT INTO app.evidence_cap (evidence_id, inspection_id, owner, recipient, form, gateway, why)
       SELECT id, $2, 'OFSTED', recipient, 'WHOLE', 'CA_2004_S20', 'Written for partners.'
       FROM unnest($1::uuid[]) id, unnest(ARRAY['CQC', 'HMICFRS']) recipient`,
      key,
    );
    await db.query(
      `INSERT INTO app.evidence_body (evidence_id, inspection_id, owner, author_id, title, body, strength, personal_data)
       SELECT unnest($1::uuid[]), $2, 'OFSTED', auth.user_id(), 'One of many', 'A body', 'RECORD', 'NONE'`,
      key,
    );
    await db.query(`UPDATE app.evidence SET state = 'SUBMITTED' WHERE id = ANY ($1)`, [ids]);
  });
  return ids.map((id) => `Evidence.${id}`);
}
