/** What an answer came to, in a word for each thing that was asked. */

/** Of a list nothing, of an id nothing, or an input that was not even looked at: such an answer tells little. */
const TELLS_LITTLE: ReadonlySet<string> = new Set([
  'nothing',
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'UNKNOWN_ID',
]);

export const tells = (outcomes: readonly string[]): boolean => outcomes.some((each) => !TELLS_LITTLE.has(each));

export function outcomesOf(status: number, body: string): readonly string[] {
  const answer = parsed(body);
  if (answer === null) return [status < 400 ? 'found' : 'nothing'];
  const { data, errors } = answer;
  if (data === undefined && errors === undefined) return [status < 400 ? 'found' : 'nothing'];
  return [
    ...(errors ?? []).map(({ extensions }) => extensions?.code ?? 'UNKNOWN'),
    ...Object.values(data ?? {}).flatMap((value) => outcomesIn(value)),
  ];
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function parsed(body: string): Answer | null {
  try {
    return JSON.parse(body) as Answer;
  } catch {
    return null;
  }
}

function outcomesIn(value: unknown): readonly string[] {
  if (value === null || value === undefined) return ['nothing'];
  if (Array.isArray(value)) return [value.length > 0 ? 'found' : 'nothing'];
  if (typeof value !== 'object') return ['found'];
  if ('problems' in value && Array.isArray(value.problems) && 'receipt' in value) {
    const problems = value.problems as readonly { readonly code: string }[];
    return problems.length > 0 ? problems.map(({ code }) => code) : ['done'];
  }
  const listed = 'nodes' in value ? value.nodes : 'edges' in value ? value.edges : [value];
  return [Array.isArray(listed) && listed.length > 0 ? 'found' : 'nothing'];
}
