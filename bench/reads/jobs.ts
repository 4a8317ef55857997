import { existsSync, readFileSync } from 'node:fs';
import type { Asker } from '../scale/askers.js';

/** What is read; the writes are in writes/. Q2 search, Q4 coverage and Q5 the text with its provenance join here. */
export type JobName = 'Q1' | 'Q3' | 'Q6';

export interface Job {
  readonly name: JobName;
  readonly words: string;
  /** As a client of the platform asks it; who else speaks this API is asked the same. */
  readonly document: string;
  readonly of: 'inspection' | 'case' | 'nothing';
  /** Root field that the platform's API needs for it. */
  readonly root: string;
  /** Whether the answer is one that is worth measuring: a whole page, with something in its nested lists. */
  readonly isFull: (data: Answer) => boolean;
}

interface Connection {
  readonly nodes: readonly { readonly shares?: readonly unknown[]; readonly findings?: readonly unknown[] }[];
}
export interface Answer {
  readonly evidence?: Connection;
  readonly feed?: Connection;
  readonly case?: { readonly evidence: Connection; readonly chronology: readonly unknown[] } | null;
}

export const PAGE = 50;
const holdsPage = (page: Connection | undefined): boolean =>
  page?.nodes.length === PAGE && page.nodes.some(({ shares }) => shares?.length !== 0);

export const JOBS: readonly Job[] = [
  {
    name: 'Q1',
    words: 'shared evidence page of an inspection: 50 items with owner, case, shares and citing findings',
    document: `query Q1($id: ID!) { evidence(inspectionId: $id, first: ${PAGE}) { nodes { id title createdAt owner { code name }
  case { id code journeyStage } shares { id form purpose endsAt recipient { code } } findings { id statement owner { code } } }
  pageInfo { hasNextPage endCursor } } }`,
    of: 'inspection',
    root: 'evidence',
    isFull: ({ evidence }) =>
      holdsPage(evidence) && evidence?.nodes.some(({ findings }) => findings?.length !== 0) === true,
  },
  {
    name: 'Q3',
    words: 'a case with its chronology, evidence, findings that cite it, and counts',
    document: `query Q3($id: ID!) { case(id: $id) { id code sampling rationale journeyStage ageYears evidenceCount entryCount
  agencies { code name } chronology { id happenedOn words agency { name } owner { code } evidenceId }
  evidence(first: ${PAGE}) { nodes { id title createdAt kind marking owner { code } findings { id statement owner { code } } }
  pageInfo { hasNextPage } } } }`,
    of: 'case',
    root: 'case',
    isFull: (data) => (data.case?.evidence.nodes.length ?? 0) > 5 && (data.case?.chronology.length ?? 0) > 0,
  },
  {
    name: 'Q6',
    words: 'the newest 50 items of all inspections that a user is on, with owner, case and shares',
    document: `query Q6 { feed(first: ${PAGE}) { nodes { id inspectionId title summary createdAt kind marking owner { code name }
  case { id code } shares { form recipient { code } } } pageInfo { hasNextPage endCursor } } }`,
    of: 'nothing',
    root: 'feed',
    isFull: ({ feed }) => holdsPage(feed),
  },
];

/** What is asked about, as the global id of the platform's API. */
export function globalIdFor(job: Job, asker: Asker): string | null {
  if (job.of === 'nothing') return null;
  return job.of === 'case' ? `Case.${asker.caseId}` : `Inspection.${asker.inspectionId}`;
}

/** A job may come before the API that it needs: then the others are measured, and the platform is said to lack it. */
export function platformOffers(job: Job): boolean {
  const file = 'schema/schema.graphql';
  if (!existsSync(file)) throw new Error(`${file} is not there: run this from the project's folder`);
  const query = /^type Query \{\n([\s\S]*?)^\}/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return new RegExp(`^  ${job.root}\\(`, 'm').test(query);
}
