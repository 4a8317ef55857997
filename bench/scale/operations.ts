import type { Asking } from '../recorded-platform.js';
import type { Asker } from './askers.js';

export interface Operation {
  readonly name: string;
  readonly words: string;
  readonly query: string;
  readonly of: 'inspection' | 'case' | 'nothing';
  /** Items that the answer must hold, so that what is measured is a whole page. */
  readonly holds: (data: Answer) => boolean;
}

interface Connection {
  readonly nodes: readonly { readonly shares?: readonly unknown[] }[];
}
export interface Answer {
  readonly evidence?: Connection;
  readonly inspections?: Connection;
  readonly case?: { readonly evidence: Connection } | null;
}

const PAGE = 50;
const ITEM = `id title createdAt owner { code name } case { id code journeyStage }
  shares { id form purpose endsAt recipient { code } } findings { id statement owner { code } }`;
const isFull = (connection: Connection | undefined): boolean => connection?.nodes.length === PAGE;

/** The reads that people wait for most. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'sharedEvidencePage',
    words: 'a page of 50 items of an inspection with owner, case, shares and citing findings',
    query: `query ($id: ID!) { evidence(inspectionId: $id, first: ${PAGE}) { nodes { ${ITEM} } pageInfo { hasNextPage endCursor } } }`,
    of: 'inspection',
    holds: (data) =>
      isFull(data.evidence) && data.evidence?.nodes.some(({ shares }) => (shares?.length ?? 0) > 0) === true,
  },
  {
    name: 'summariesPage',
    words: 'the same page as a list shows it, with summaries and authors',
    query: `query ($id: ID!) { evidence(inspectionId: $id, first: ${PAGE}) { nodes { id title summary kind method marking author { name } } pageInfo { hasNextPage endCursor } } }`,
    of: 'inspection',
    holds: (data) => isFull(data.evidence),
  },
  {
    name: 'casePage',
    words: 'a case with its members, chronology and evidence',
    query: `query ($id: ID!) { case(id: $id) { code sampling rationale journeyStage ageYears evidenceCount agencies { name } members { person { name } inspectorate }
      chronology { happenedOn words agency { name } } evidence(first: ${PAGE}) { nodes { ${ITEM} } pageInfo { hasNextPage } } } }`,
    of: 'case',
    holds: (data) => (data.case?.evidence.nodes.length ?? 0) > 5,
  },
];

/** Asked by planners, beside the others. */
export const INSPECTIONS: Operation = {
  name: 'inspectionsPage',
  words: 'the first inspections that a planner sees',
  query: `{ inspections(first: 5) { nodes { id title stage } } }`,
  of: 'nothing',
  holds: (data) => (data.inspections?.nodes.length ?? 0) > 2,
};

export function asking(operation: Operation, asker: Asker): Asking {
  if (operation.of === 'nothing') return { query: operation.query, variables: {} };
  const id = operation.of === 'case' ? `Case.${asker.caseId}` : `Inspection.${asker.inspectionId}`;
  return { query: operation.query, variables: { id } };
}
