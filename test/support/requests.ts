import type { AgencyTeam, Inspected } from './an-inspection.js';
import type { Client } from './client.js';

export interface SubmissionSeen {
  id: string;
  state: string;
  version: number;
  text: string;
  data: { name: string; value: string }[];
  late: boolean;
  submittedAt: string | null;
  receiptCode: string | null;
  versions: { version: number; text: string; late: boolean; reason: string; receiptCode: string }[];
}

export interface RequestSeen {
  id: string;
  state: string;
  version: number;
  agency: { id: string };
  dueAt: string | null;
  dueWarning: string | null;
  title: string | null;
  asked: string | null;
  reason: string | null;
  inspectorates: { code: string }[];
  cases: { id: string; code: string; rationale: string | null }[];
  issuedAt: string | null;
  cancelledBecause: string | null;
  submission: SubmissionSeen | null;
}

const SUBMISSION = `id state version text data { name value } late submittedAt receiptCode versions { version text late reason receiptCode }`;
const REQUEST = `id state version agency { id } dueAt dueWarning title asked reason inspectorates { code } cases { id code rationale }
  issuedAt cancelledBecause submission { ${SUBMISSION} }`;

export async function theRequest(client: Client, id: string): Promise<RequestSeen | null> {
  const { node } = await client.read<{ node: RequestSeen | null }>(
    `query ($id: ID!) { node(id: $id) { ... on InformationRequest { ${REQUEST} } } }`,
    { id },
  );
  return node;
}

export async function theSubmission(client: Client, id: string): Promise<SubmissionSeen | null> {
  const { node } = await client.read<{ node: SubmissionSeen | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Submission { ${SUBMISSION} } } }`,
    { id },
  );
  return node;
}

export async function requestsOf(client: Client, inspectionId: string): Promise<RequestSeen[]> {
  const { requests } = await client.read<{ requests: { nodes: RequestSeen[] } }>(
    `query ($id: ID!) { requests(inspectionId: $id) { nodes { ${REQUEST} } } }`,
    { id: inspectionId },
  );
  return requests.nodes;
}

export const requestWords = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Children subject to a plan',
  asked: 'The list of children subject to a child protection plan',
  reason: 'To choose the children who are tracked',
  inspectorates: ['OFSTED'],
  dueOn: '2024-03-08',
  ...more,
});

export async function aDraftRequest(
  by: Client,
  inspection: Pick<Inspected, 'id'>,
  agency: Pick<AgencyTeam, 'id'>,
  more: Record<string, unknown> = {},
): Promise<RequestSeen> {
  const { request } = await by.do<{ request: RequestSeen }>(
    'draftRequest',
    { inspectionId: inspection.id, agencyId: agency.id, ...requestWords(more) },
    `request { ${REQUEST} }`,
  );
  return request;
}

export async function anIssuedRequest(...given: Parameters<typeof aDraftRequest>): Promise<RequestSeen> {
  const draft = await aDraftRequest(...given);
  const { request } = await given[0].do<{ request: RequestSeen }>(
    'issueRequest',
    { requestId: draft.id, version: draft.version },
    `request { ${REQUEST} }`,
  );
  return request;
}

export async function aSavedSubmission(
  by: Client,
  request: Pick<RequestSeen, 'id'>,
  more: Record<string, unknown> = {},
): Promise<SubmissionSeen> {
  const { submission } = await by.do<{ submission: SubmissionSeen }>(
    'saveSubmission',
    { requestId: request.id, text: 'The list is below.', data: [{ name: 'Children', value: '214' }], ...more },
    `submission { ${SUBMISSION} }`,
  );
  return submission;
}

export async function aSubmission(
  coordinator: Client,
  request: Pick<RequestSeen, 'id'>,
  more: Record<string, unknown> = {},
): Promise<SubmissionSeen> {
  const draft = await aSavedSubmission(coordinator, request, more);
  const { submission } = await coordinator.do<{ submission: SubmissionSeen }>(
    'sendSubmission',
    { requestId: request.id, version: draft.version },
    `submission { ${SUBMISSION} }`,
  );
  return submission;
}
