import { GRADED_AREAS, GRADED_AREA_PHRASES, GRADED_BODIES } from './judgement-vocabulary.js';

const PREPOSITIONS =
  'of|in|for|by|from|with|without|to|at|across|within|on|between|among|against|about|under|over|through|throughout|during|after|before|towards|into|via|regarding|including|around|since|despite|following';
const SUBORDINATORS =
  'because|although|though|while|whilst|whereas|when|where|if|unless|whether|so|but|yet|however|that|as|than';
const AUXILIARIES =
  'is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|may|might|must|means|says|said|found';

const COPULA = 'is|are|was|were|be|been|being|remains?|remained|becomes?|became|stays?|stayed|seems?|proved';
const MODIFIER =
  'not|yet|still|now|also|only|already|too|very|both|either|overall|at least|at best|no longer|rather|quite|even|deemed|considered|found|declared|[a-z]+ly';

/** "… is", "… are generally", "… is safe and": what stands before a predicate, up to its copula. */
const PREDICATE = new RegExp(
  `^(.*?)\\b(?:${COPULA})\\s+(?:(?:${MODIFIER}),?\\s+)*(?:[a-z-]+(?:, [a-z-]+)*,? (?:and|but|or)\\s+(?:(?:${MODIFIER})\\s+)*)?(?:an?\\s+)?["']?$`,
  'is',
);

/** The words before a copula that end the text, or null where the text does not end in one. */
export function beforeCopula(before: string): string | null {
  // The last copula governs: try the shortest tail first.
  const copulas = [...before.matchAll(new RegExp(`\\b(?:${COPULA})\\s`, 'gi'))].map(({ index }) => index).reverse();
  for (const start of copulas) {
    const matched = PREDICATE.exec(before.slice(start));
    if (matched !== null && matched[1] === '') return before.slice(0, start);
  }
  return null;
}

/**
 * Whether what stands before a predicate names something that inspectorates grade.
 *
 * @param everyday for a word in common use: "governance of safeguarding practice is good" tells of a practice, and only
 *   "governance is good" or "governance of the trust is good" grades.
 */
export function namesGraded(beforeVerb: string, everyday: boolean): boolean {
  const subject = subjectPhrase(beforeVerb);
  if (startsWithAreaPhrase(subject) || /^(?:the|its|their|our|[\w-]+['’]s?) overall [a-z]/i.test(subject)) return true;
  // "Staff work in a service that is inadequate": what the pronoun stands for is the nearest noun.
  if (!everyday && RELATIVE.test(beforeVerb) && GRADED_BODIES.has(headOf(subject))) return true;
  const [nounPhrase, complement] = dividedAtPreposition(subject);
  return nounPhrase.split(/,?\s+(?:and|or)\s+|,\s+/).some((phrase) => {
    const head = headOf(phrase);
    if (/^areas?$/.test(head)) return !/^of\b/i.test(complement);
    if (/^partnerships?$/.test(head) && /^(?:between|with|among)\b/i.test(complement)) return false;
    if (GRADED_BODIES.has(head)) return true;
    return GRADED_AREAS.has(head) && (complement === '' || !everyday || GRADED_BODIES.has(headOf(complement)));
  });
}

/** A place or body called by its name: "South Barset is inadequate". One capital at the start proves no name. */
export function isNameAlone(beforeVerb: string): boolean {
  const subject = subjectPhrase(beforeVerb);
  const atStart = beforeVerb.trimStart().startsWith(subject);
  return new RegExp(`^(?:The )?[A-Z][a-z]{2,}(?: (?:and )?[A-Z][a-z]+){${atStart ? '1,3' : '0,3'}}$`).test(subject);
}

/** "The service, although stretched, is …" */
const ASIDE = /,\s+(?:although|though|while|which|who|if)\b[^,]*,$/i;

/** A relative pronoun stands for the noun before it. */
const RELATIVE = /,?\s+(?:that|which|who)(?:\s+(?:still|also|now|currently))?\s*$/i;

/** "has been", "was found to be", "continues to be": what of it stands before the last verb. */
const VERB_GROUP =
  /(?:\s+(?:has|have|had|will|would|may|might|must|can|could|should|cannot|not|is|are|was|were|been|also|still|now|already|never|always|continues?|continued|appears?|found|considered|deemed|seen|thought|believed|said|to))+$/i;

function subjectPhrase(beforeVerb: string): string {
  let clause = beforeVerb.replace(/\s*\([^)]*\)/g, '').trim();
  clause = clause.replace(VERB_GROUP, '').replace(ASIDE, '');
  clause = clause.replace(RELATIVE, '');
  clause = clause.slice(endOfLast(clause, /[;:()?!]\s*/g));
  clause = clause.slice(endOfLast(clause, new RegExp(`(?:^|[\\s,])(?:${SUBORDINATORS})\\b,?\\s+`, 'gi')));
  const afterVerb = endOfLast(clause, new RegExp(`\\b(?:${AUXILIARIES})\\b\\s+`, 'gi'));
  if (afterVerb > 0) clause = lastCoordinate(clause.slice(afterVerb));
  return withoutLeadIn(clause)
    .replace(new RegExp(`(?:\\s+(?:${MODIFIER}|itself|alone|currently|here))+$`, 'i'), '')
    .trim();
}

function endOfLast(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((end, match) => match.index + match[0].length, 0);
}

/** After an earlier verb a new clause begins with "and the …". */
function lastCoordinate(text: string): string {
  return text.slice(endOfLast(text, /(?:,|\band|\bor)\s+(?=(?:the|its|their|this|these|our|\p{Lu}))/gu));
}

/** "In Leeds, the service" is about the service. */
function withoutLeadIn(clause: string): string {
  const segments = clause.split(/,\s+/);
  const leadIn = new RegExp(`^(?:${PREPOSITIONS}|overall|also|furthermore|therefore|nevertheless|[a-z]+ly)\\b`, 'i');
  while (segments.length > 1 && leadIn.test(segments[0] ?? '')) segments.shift();
  return segments.join(', ').replace(/^(?:overall|and|or|,)\s+/i, '');
}

function startsWithAreaPhrase(subject: string): boolean {
  const phrases = GRADED_AREA_PHRASES.join('|');
  return new RegExp(
    `^(?:(?:the|its|their|our|this|that)\\s+)?(?:(?:[\\w-]+\\s+){0,3}[\\w-]+['’]s?\\s+)?(?:${phrases})(?=$|,|\\s+(?:${PREPOSITIONS}|and)\\b)`,
    'i',
  ).test(subject);
}

function dividedAtPreposition(subject: string): [nounPhrase: string, complement: string] {
  const at = subject.search(new RegExp(`,?\\s+(?:${PREPOSITIONS})\\b`, 'i'));
  return at === -1 ? [subject, ''] : [subject.slice(0, at), subject.slice(at).replace(/^,?\s+/, '')];
}

function headOf(phrase: string): string {
  return /([\p{L}-]+)["']?\s*$/u.exec(phrase)?.[1]?.toLowerCase() ?? '';
}
