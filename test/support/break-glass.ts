import pg from 'pg';
import { aPiece, gatewayOf, type Inspected } from './an-inspection.js';
import type { Client } from './client.js';

export interface ReviewSeen {
  id: string;
  owner: { code: string };
  dueAt: string;
  overdue: boolean;
  version: number;
  outcome: string | null;
  words: string | null;
  reviewedAt: string | null;
  reviewedBy: { id: string } | null;
}

export interface GlassSeen {
  id: string;
  case: { id: string } | null;
  evidence: { id: string } | null;
  askedBy: { id: string } | null;
  inspectorate: string;
  reason: string;
  startsAt: string;
  endsAt: string;
  reviews: ReviewSeen[];
}

const GLASS = `id case { id } evidence { id } askedBy { id } inspectorate reason startsAt endsAt
  reviews { id owner { code } dueAt overdue version outcome words reviewedAt reviewedBy { id } }`;

export const REASON = 'A child of this case is missing since noon';

/** An input to break the glass on a case or an item. */
export const breaking = (
  on: { caseId: string } | { evidenceId: string },
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  ...on,
  reason: REASON,
  minutes: 30,
  ...more,
});

export async function aBreakGlass(by: Client, ...input: Parameters<typeof breaking>): Promise<GlassSeen> {
  const { breakGlass } = await by.do<{ breakGlass: GlassSeen }>(
    'breakGlass',
    breaking(...input),
    `breakGlass { ${GLASS} }`,
  );
  return breakGlass;
}

export async function theGlass(client: Client, id: string): Promise<GlassSeen | null> {
  const { breakGlass } = await client.read<{ breakGlass: GlassSeen | null }>(
    `query ($id: ID!) { breakGlass(id: $id) { ${GLASS} } }`,
    { id },
  );
  return breakGlass;
}

export async function glassesOf(client: Client, inspectionId: string): Promise<GlassSeen[]> {
  const { breakGlasses } = await client.read<{ breakGlasses: { nodes: GlassSeen[] } }>(
    `query ($id: ID!) { breakGlasses(inspectionId: $id) { nodes { ${GLASS} } } }`,
    { id: inspectionId },
  );
  return breakGlasses.nodes;
}

export type Sight = 'NOTHING' | 'EXISTS' | 'SUMMARY' | 'WHOLE';

/** How much of an item somebody sees: by its id, in the list and by its text, which have to agree. */
export async function sight(client: Client, inspectionId: string, evidenceId: string): Promise<Sight> {
  const { node, evidence, openEvidence } = await client.read<{
    node: { kind: string | null; strength: string | null } | null;
    evidence: { nodes: { id: string }[] };
    openEvidence: { body: string } | null;
  }>(
    `query ($inspection: ID!, $id: ID!) { node(id: $id) { ... on Evidence { kind strength } } openEvidence(id: $id) { body }
       evidence(inspectionId: $inspection, first: 200) { nodes { id } } }`,
    { inspection: inspectionId, id: evidenceId },
  );
  const found: Sight =
    node === null ? 'NOTHING' : node.strength !== null ? 'WHOLE' : node.kind !== null ? 'SUMMARY' : 'EXISTS';
  const listed = evidence.nodes.some(({ id }) => id === evidenceId);
  if (listed !== (found === 'SUMMARY' || found === 'WHOLE')) throw new Error(`${found}, but listed: ${listed}`);
  if ((openEvidence !== null) !== (found === 'WHOLE'))
    throw new Error(`${found}, but opened: ${openEvidence !== null}`);
  return found;
}

/** Evidence of each kind of release, by CQC and HMICFRS. */
export const CQC_WHOLE = { kind: 'CQC_CLINICAL_OBSERVATION' };
export const CQC_SUMMARY = { kind: 'CQC_PATIENT_RECORD' };
export const CQC_NOTHING = { kind: 'CQC_SEXUAL_HEALTH_RECORD' };

export const aCqcPiece = (
  inspection: Inspected,
  more: Record<string, unknown>,
  submit = true,
): ReturnType<typeof aPiece> =>
  aPiece(inspection.member('CQC', 'INSPECTOR'), 'CQC', inspection.id, { ...CQC_WHOLE, ...more }, submit);

/** A share of CQC's with the leading inspectorate. */
export async function aShare(
  inspection: Inspected,
  evidenceId: string,
  form: 'WHOLE' | 'SUMMARY',
  more: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const { share } = await inspection.member('CQC', 'INSPECTOR').client.do<{ share: { id: string } }>(
    'shareEvidence',
    {
      evidenceId,
      recipient: 'OFSTED',
      form,
      gateway: gatewayOf('CQC', 'SHARE'),
      purpose: 'To corroborate',
      ...(form === 'SUMMARY' ? { title: 'In short', summary: 'What you need to know' } : {}),
      ...more,
    },
    'share { id }',
  );
  return share;
}

/** Everything, past row security: for what no user of the platform may look at. */
export async function asSuperuser<Result>(work: (db: pg.Client) => Promise<Result>): Promise<Result> {
  const address = new URL(process.env['TEST_DATABASE_SUPERUSER_URL'] ?? '');
  address.pathname = new URL(process.env['TEST_DATABASE_URL'] ?? '').pathname;
  const db = new pg.Client({ connectionString: address.href });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
