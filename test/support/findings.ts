import { randomUUID } from 'node:crypto';
import { aPiece, firstKind, type Inspected, type Member } from './an-inspection.js';
import type { Client } from './client.js';

export interface Drafted {
  readonly id: string;
  readonly version: number;
  readonly evidenceId: string;
}

/** What a finding says where a test does not mind. */
export const said = (inspectorate: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'STRENGTH',
  placement: 'MAIN',
  position: 1,
  criterion: firstKind(inspectorate).criterion,
  statement: `Social workers see children soon after a referral. ${randomUUID()}`,
  ...more,
});

/** A draft by a member, citing an item of his own unless `citations` says otherwise. */
export async function aDraft(
  member: Member,
  inspectorate: string,
  inspectionId: string,
  more: Record<string, unknown> = {},
): Promise<Drafted> {
  const evidenceId =
    more['citations'] === undefined
      ? (await aPiece(member, inspectorate, inspectionId, { method: 'CASE_TRACKING' })).id
      : '';
  const { finding } = await member.client.do<{ finding: { id: string; version: number } }>(
    'draftFinding',
    { inspectionId, ...said(inspectorate), citations: [{ evidenceId }], ...more },
    'finding { id version }',
  );
  return { ...finding, evidenceId };
}

export async function aFinding(
  member: Member,
  inspectorate: string,
  inspectionId: string,
  more: Record<string, unknown> = {},
): Promise<Drafted> {
  const draft = await aDraft(member, inspectorate, inspectionId, more);
  const { finding } = await member.client.do<{ finding: { id: string; version: number } }>(
    'submitFinding',
    { findingId: draft.id, version: draft.version },
    'finding { id version }',
  );
  return { ...draft, ...finding };
}

export const reveal = (inspection: Inspected): Promise<unknown> =>
  inspection.lead.client.do('openReveal', { inspectionId: inspection.id, reason: 'The team meets tonight' });

export interface SeenFinding {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly kind: string | null;
  readonly placement: string | null;
  readonly statement: string | null;
  readonly mergeId: string | null;
  readonly withdrawnBecause: string | null;
  readonly agencies: readonly { id: string }[];
  readonly citations: readonly {
    id: string;
    evidence: { id: string; title: string | null } | null;
    passage: { start: number; end: number; quote: string } | null;
  }[];
  readonly attitudes: readonly {
    attitude: string;
    words: string | null;
    current: boolean;
    inspectorate: { code: string };
  }[];
}

const FINDING = `id state version kind placement statement mergeId withdrawnBecause agencies { id }
  citations { id evidence { id title } passage { start end quote } }
  attitudes { attitude words current inspectorate { code } }`;

export const seenFinding = async (client: Client, id: string): Promise<SeenFinding | null> =>
  (
    await client.read<{ node: SeenFinding | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Finding { ${FINDING} } } }`,
      { id },
    )
  ).node;

export interface SeenMerge {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly criterion: string;
  readonly statement: string;
  readonly undoneAt: string | null;
  readonly undoneBecause: string | null;
  readonly keptFinding: { id: string } | null;
  readonly agencies: readonly { id: string }[];
  readonly sources: readonly { id: string; statement: string | null; owner: { code: string } }[];
  readonly attitudes: SeenFinding['attitudes'];
}

const MERGE = `id version kind criterion statement undoneAt undoneBecause keptFinding { id } agencies { id }
  sources { id statement owner { code } } attitudes { attitude words current inspectorate { code } }`;

export const seenMerge = async (client: Client, id: string): Promise<SeenMerge | null> =>
  (
    await client.read<{ node: SeenMerge | null }>(`query ($id: ID!) { node(id: $id) { ... on Merge { ${MERGE} } } }`, {
      id,
    })
  ).node;

export const listed = async (
  client: Client,
  inspectionId: string,
  more = '',
): Promise<readonly { id: string; statement: string }[]> =>
  (
    await client.read<{ findings: { nodes: { id: string; statement: string }[] } }>(
      `query ($id: ID!) { findings(inspectionId: $id, first: 200${more}) { nodes { id statement } } }`,
      { id: inspectionId },
    )
  ).findings.nodes;

export async function aMerge(
  client: Client,
  findingIds: readonly string[],
  more: Record<string, unknown> = {},
): Promise<{ id: string; version: number }> {
  const input = { findingIds, ...(more['statement'] === undefined ? { keptFindingId: findingIds[0] } : {}), ...more };
  return (await client.do<{ merge: { id: string; version: number } }>('mergeFindings', input, 'merge { id version }'))
    .merge;
}
