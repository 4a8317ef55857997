import { uuidOf } from '../../support/sql-as.js';

/** What a race is about, by global ids, with the words that only its own rows hold. */
export interface Thing {
  readonly inspectionId: string;
  readonly words: string;
  readonly evidenceId?: string;
  readonly caseId?: string;
  readonly findingId?: string;
  readonly concernId?: string;
}

/** `before` and `after` are said of an act by what it changes: whether the thing is seen. */
export type Sight = 'SEEN' | 'UNSEEN' | 'MIXED';

/** One way to learn of a thing. A read takes several, which must agree. */
interface Look {
  readonly variable: keyof Thing;
  readonly asks: string;
  /** What of the answer tells that the thing is seen: all of it must, or none. */
  tells(found: Found, thing: Thing): boolean[];
  /** The same of the database: expressions that are true or false. */
  readonly sql: (thing: Thing) => string[];
}

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
}
/** Whatever a look's field answers. */
type Found = Partial<Listed> & {
  readonly id?: string;
  readonly title?: string | null;
  readonly statement?: string | null;
  readonly revealedAt?: string | null;
  readonly evidenceCount?: number;
  readonly evidence?: Listed;
};

const lists = (found: Partial<Listed>, id: string | undefined): boolean =>
  found.nodes?.some((node) => node.id === id) === true;
const key = (id: string | undefined): string => `'${uuidOf(id ?? '')}'`;
const exists = (table: string, where: string): string => `EXISTS (SELECT FROM app.${table} WHERE ${where})`;

export const LOOKS = {
  item: {
    variable: 'evidenceId',
    asks: 'node(id: $evidenceId) { ... on Evidence { title } }',
    tells: ({ title }) => [title != null],
    sql: ({ evidenceId }) => [
      exists('evidence_summary', `evidence_id = ${key(evidenceId)}`),
      exists('evidence_body', `evidence_id = ${key(evidenceId)}`),
    ],
  },
  items: {
    variable: 'inspectionId',
    asks: 'evidence(inspectionId: $inspectionId, first: 200) { nodes { id title } }',
    tells: (found, { evidenceId }) => [lists(found, evidenceId)],
    sql: ({ inspectionId, words }) => [
      exists('evidence_body', `inspection_id = ${key(inspectionId)} AND title = '${words}'`),
    ],
  },
  // Of the case's items the readers of a race see none but the one it is about.
  count: {
    variable: 'caseId',
    asks: 'case(id: $caseId) { evidenceCount evidence(first: 200) { nodes { id } } }',
    tells: ({ evidenceCount, evidence }, { evidenceId }) => [evidenceCount === 1, lists(evidence ?? {}, evidenceId)],
    sql: ({ caseId }) => [
      `(SELECT count(*) = 1 FROM app.evidence_summary s JOIN app.evidence e ON e.id = s.evidence_id WHERE e.case_id = ${key(caseId)})`,
    ],
  },
  opening: {
    variable: 'evidenceId',
    asks: 'openEvidence(id: $evidenceId) { body }',
    tells: (found) => ['body' in found],
    sql: () => [],
  },
  inspection: {
    variable: 'inspectionId',
    asks: 'inspection(id: $inspectionId) { id }',
    tells: ({ id }) => [id !== undefined],
    sql: ({ inspectionId }) => [exists('inspection', `id = ${key(inspectionId)}`)],
  },
  finding: {
    variable: 'findingId',
    asks: 'node(id: $findingId) { ... on Finding { statement } }',
    tells: ({ statement }) => [statement != null],
    sql: ({ findingId }) => [exists('finding_body', `finding_id = ${key(findingId)}`)],
  },
  findings: {
    variable: 'inspectionId',
    asks: 'findings(inspectionId: $inspectionId, first: 200) { nodes { id statement } }',
    tells: (found, { findingId }) => [lists(found, findingId)],
    sql: ({ inspectionId, words }) => [
      exists('finding_body', `inspection_id = ${key(inspectionId)} AND statement = '${words}'`),
    ],
  },
  reveal: {
    variable: 'inspectionId',
    asks: 'inspection(id: $inspectionId) { revealedAt }',
    tells: ({ revealedAt }) => [revealedAt != null],
    sql: ({ inspectionId }) => [
      exists('inspection_conduct', `inspection_id = ${key(inspectionId)} AND revealed_at IS NOT NULL`),
    ],
  },
  concern: {
    variable: 'concernId',
    asks: 'concern(id: $concernId) { id words }',
    tells: ({ id }) => [id !== undefined],
    sql: ({ concernId }) => [exists('immediate_concern', `id = ${key(concernId)}`)],
  },
  concerns: {
    variable: 'inspectionId',
    asks: 'concerns(inspectionId: $inspectionId, first: 200) { nodes { id words } }',
    tells: (found, { concernId }) => [lists(found, concernId)],
    sql: ({ concernId }) => [exists('immediate_concern_step', `concern_id = ${key(concernId)}`)],
  },
} satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** One operation that takes all the looks. */
export function operationOf(names: readonly LookName[]): string {
  const variables = [...new Set(names.map((name) => LOOKS[name].variable))];
  const asked = names.map((name) => `${name}: ${LOOKS[name].asks}`);
  return `query (${variables.map((variable) => `$${variable}: ID!`).join(', ')}) { ${asked.join('\n')} }`;
}

export function tellingOf(names: readonly LookName[], thing: Thing, data: Record<string, unknown> | null): boolean[] {
  return names.flatMap((name) => {
    const look: Look = LOOKS[name];
    return look.tells(data?.[name] ?? {}, thing);
  });
}

export const expressionsOf = (names: readonly LookName[], thing: Thing): string[] =>
  names.flatMap((name) => {
    const look: Look = LOOKS[name];
    return look.sql(thing);
  });

export function sightOf(signs: readonly boolean[]): Sight {
  if (signs.length === 0) throw new Error('a read that looks at nothing');
  if (signs.every((sign) => sign)) return 'SEEN';
  return signs.some((sign) => sign) ? 'MIXED' : 'UNSEEN';
}
