import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { administratorOf, anInspection, aPiece, aUser, firstKind, type Inspected } from '../support/an-inspection.js';
import { thePublic, url, type Answer, type Client } from '../support/client.js';
import type { Mishap } from './pool-watch.js';

/** Somebody with a draft, which nobody else may ever be shown. */
export interface Person {
  readonly client: Client;
  readonly inspectorate: string;
  readonly draftId: string;
  /** In his draft alone. */
  readonly canary: string;
}

export const NOW = '2024-03-04T09:00:00Z';

export async function people(each: number): Promise<{ inspection: Inspected; persons: Person[] }> {
  const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  const persons = await Promise.all(
    ['OFSTED', 'CQC', 'HMICFRS'].flatMap((inspectorate) =>
      Array.from({ length: each }, () => aPerson(inspection, inspectorate)),
    ),
  );
  return { inspection, persons };
}

async function aPerson(inspection: Inspected, inspectorate: string): Promise<Person> {
  const user = await aUser(await administratorOf(inspectorate), inspectorate);
  const { assignment } = await inspection
    .member(inspectorate, 'INSPECTORATE_LEAD')
    .client.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: inspection.id, userId: user.userId, role: 'INSPECTOR' },
      'assignment { id }',
    );
  const canary = `canary-${randomUUID()}`;
  const member = { ...user, assignmentId: assignment.id };
  const text = { title: canary, body: `What was seen: ${canary}` };
  const { id } = await aPiece(member, inspectorate, inspection.id, text, false);
  return { client: user.client, inspectorate, draftId: id, canary };
}

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const LOOK = `query ($mine: ID!, $other: ID!, $in: ID!) { me { id } mine: node(id: $mine) { ... on Evidence { title } }
  other: node(id: $other) { id } evidence(inspectionId: $in, first: 200) { nodes { title } } }`;
const FILE =
  'mutation ($input: FileEvidenceInput!) { fileEvidence(input: $input) { receipt { code } evidence { title } } }';

/** As somebody signed in: his own draft, another's, and the list. */
export const looking = (inspectionId: string, mine: Person, other: Person): Operation => ({
  query: LOOK,
  variables: { mine: mine.draftId, other: other.draftId, in: inspectionId },
});

/** As anybody: the same drafts. */
export const peeking = (one: Person, other: Person): Operation => ({
  query: `query ($one: ID!, $other: ID!) { me { id } one: node(id: $one) { ... on Evidence { id title } }
    other: node(id: $other) { ... on Evidence { id title } } inspections(first: 200) { nodes { id } } }`,
  variables: { one: one.draftId, other: other.draftId },
});

/** The list fails at once, and with it the answer; the opening, which takes longer, goes on. */
export const answeredEarly = (inspectionId: string, mine: Person): Operation => ({
  query: `query ($mine: ID!, $in: ID!) { openEvidence(id: $mine) { body }
    evidence(inspectionId: $in, after: "no cursor") { nodes { id } } }`,
  variables: { mine: mine.draftId, in: inspectionId },
});

/** An item of his whose title makes something go wrong, or nothing. */
export const filing = (inspectionId: string, by: Person, mishap: Mishap | null): Operation => ({
  query: FILE,
  variables: {
    input: {
      inspectionId,
      ...firstKind(by.inspectorate),
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: mishap === null ? by.canary : `${by.canary} [${mishap}]`,
      body: by.canary,
      idempotencyKey: randomUUID(),
    },
  },
});

/** Whoever is told something is told no more than his own. */
export class Judgement {
  answers = 0;
  /** Answers without an error. */
  whole = 0;
  /** Answers that hold what is another's. */
  crossed = 0;
  readonly codes = new Map<string, number>();

  constructor(private readonly persons: readonly Person[]) {}

  async ask(who: Person | null, { query, variables }: Operation): Promise<Answer> {
    const answer = await (who?.client ?? thePublic(NOW)).ask(query, variables);
    this.answers += 1;
    if (this.persons.some((other) => other !== who && answer.text.includes(other.canary))) this.crossed += 1;
    const code = answer.errors[0]?.extensions?.code ?? null;
    if (code === null) this.whole += 1;
    else this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    return answer;
  }
}

/** Sends and hangs up after some milliseconds, whatever has come until then. */
export const hangUp = (who: Person, body: Operation, afterMs: number): Promise<void> =>
  new Promise((resolve) => {
    const sent = httpRequest(`${url()}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${who.client.token ?? ''}`,
        'x-app-now': NOW,
      },
    });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.on('response', (response) => response.resume().on('error', () => undefined));
    sent.end(JSON.stringify(body));
    setTimeout(() => sent.destroy(), afterMs);
  });
