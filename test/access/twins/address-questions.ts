import { graphql, type Question } from './ask.js';
import type { Asked } from './questions.js';

/** Addresses beside the API, by what stands in the table of operations. */
export function pageQuestions({ ids, saying }: Asked): ReadonlyMap<string, readonly Question[]> {
  const get = (path: string, headers: Record<string, string> = {}): Question => ({
    method: 'GET',
    path,
    body: null,
    headers,
  });
  const letters = (['seen', 'hidden', 'one twin'] as const).flatMap((whose) =>
    saying.chance.shuffled(ids.of('Letter', whose)).slice(0, 3),
  );
  const paths = letters.flatMap((id) => [id, id.replace(/^\w+\./, '')]);
  return new Map([
    ['GET /', [get('/')]],
    ['GET /health/live', [get('/health/live')]],
    ['GET /health/ready', [get('/health/ready')]],
    [
      'GET /letters/:id',
      [...paths, `Letter.${saying.chance.uuid()}`, 'x'].flatMap((id) => [
        get(`/letters/${id}`),
        get(`/letters/${id}`, { 'if-none-match': '*' }),
      ]),
    ],
    ['GET an absent page', [get('/nowhere'), get(`/evidence/${ids.pick('evidenceId', 'hidden')}`)]],
    ['POST /graphql, unreadable', [{ method: 'POST', path: '/graphql', body: '{' }, graphql('{ evidence { nope } }')]],
  ]);
}
