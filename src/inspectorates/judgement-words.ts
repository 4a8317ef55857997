import { beforeCopula, isNameAlone, namesGraded } from './judgement-grammar.js';
import { EVERYDAY_GRADES, GRADED_BODIES, GRADED_BY_NAME, LABELS } from './judgement-vocabulary.js';

/** Why a grade word counts as a judgement. */
export type JudgementReason =
  /** "was judged good", "a rating of good" */
  | 'RATED'
  /** "Safe: good", "good or outstanding", "a requires improvement authority" */
  | 'SCALE_VALUE'
  /** "The service is inadequate", "Leadership is outstanding" */
  | 'SAID_OF_WHAT_IS_GRADED'
  /** "good overall" */
  | 'OVERALL';

export interface JudgementMatch {
  /** As it stands in the text. */
  readonly word: string;
  readonly index: number;
  readonly why: JudgementReason;
}

interface Occurrence {
  readonly word: string;
  readonly index: number;
  readonly grade: string;
  /** The same sentence before and after the word, with straight quotation marks. */
  readonly before: string;
  readonly after: string;
}

/**
 * Where a text grades. The words themselves are common in ordinary use, so a word counts only as a rating, as a value on
 * a scale, or as said of a service, agency, area of judgement or of the whole.
 *
 * @param gradeWords in lower case, as `Inspectorate.gradeWords`
 */
export function gradeWordsUsedAsJudgement(text: string, gradeWords: readonly string[]): readonly JudgementMatch[] {
  return occurrences(text, gradeWords).flatMap((occurrence) => {
    const why = reason(occurrence, gradeWords);
    return why === null ? [] : [{ word: occurrence.word, index: occurrence.index, why }];
  });
}

function reason(found: Occurrence, gradeWords: readonly string[]): JudgementReason | null {
  if (isRated(found)) return 'RATED';
  if (isScaleValue(found, gradeWords)) return 'SCALE_VALUE';
  if (isOverall(found)) return 'OVERALL';
  if (isSaidOfGraded(found) || qualifiesGraded(found)) return 'SAID_OF_WHAT_IS_GRADED';
  return null;
}

function occurrences(text: string, gradeWords: readonly string[]): Occurrence[] {
  if (gradeWords.length === 0) return [];
  const plain = text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u00a0\n]/g, ' ');
  const forms = [...gradeWords].sort((one, other) => other.length - one.length).map(inflected);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
  return [...plain.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    const start = Math.max(...['. ', '! ', '? ', '; '].map((stop) => plain.lastIndexOf(stop, match.index - 1) + 1), 0);
    const rest = plain.slice(end);
    const stop = rest.search(/[.!?;](?:["')]*\s|["')]*$)/);
    return {
      word: text.slice(match.index, end),
      index: match.index,
      grade: match[0].toLowerCase(),
      before: plain.slice(start, match.index).trimStart(),
      after: stop === -1 ? rest : rest.slice(0, stop),
    };
  });
}

function inflected(grade: string): string {
  return grade
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
    .replace(/^requires\b/, 'requir(?:es?|ed|ing)')
    .replace(/^cause\b/, 'causes?');
}

/** Nothing follows that the word could qualify. */
const CLOSES =
  /^["']*\s*(?:$|[,.:;)(–—]|-\s|(?:and|or|but|overall|at|in|by|against|across|because|although|though|while|when|since|than|as|under|again|after|before|until|rather|which|with|for|to|from|on|that|this|last|compared|throughout|within|if|so)\b)/i;

const RATING_VERB =
  '(?:judged|rated|re-rated|graded|regraded|scored|ranked|classed|(?:inspectors|we|ofsted|cqc|inspectorates?) (?:judge|rate|grade)s?)';
const RATED_DIRECTLY = new RegExp(
  `\\b${RATING_VERB}(?:\\s+(?:as|to be|to|overall|only|at|again|now|currently|consistently|either|both|still|it|them|no better than|less than|on balance))*,?\\s*["'(]?$`,
  'i',
);
const RATED_AFTER_OBJECT = new RegExp(
  `\\b${RATING_VERB}\\s+(?:(?!(?:is|are|was|were|that|which|who|and|but|whether)\\b)[\\w'&-]+\\s+){1,9}["']?$`,
  'i',
);
const RATING_NOUN =
  /\b(?:judgement|judgment|grade|grading|rating|score)s?\s+(?:(?:for|on) [\w' -]{1,40} )?(?:of|is|was|are|were|remains?|remained|stays)\s+(?:only |still |now )?["']?$/i;
const CONCERN_RAISED = /\b(?:issu|rais|record|declar|accelerat|discharg|lift|clos|open)(?:es?|ed|ing)?\b[^,]{0,40}$/i;

function isRated({ grade, before, after }: Occurrence): boolean {
  if (/^causes? of concern$/.test(grade) && CONCERN_RAISED.test(before)) return true;
  if (!isEveryday(grade) && /^["']?\s+(?:overall )?(?:judgement|judgment|grade|grading|rating|score)s?\b/i.test(after))
    return true;
  if (isEveryday(grade) && /^["']?\s+(?:overall )?ratings?\b/i.test(after)) return true;
  if (!CLOSES.test(after)) return false;
  return RATED_DIRECTLY.test(before) || RATED_AFTER_OBJECT.test(before) || RATING_NOUN.test(before);
}

function isScaleValue({ grade, before, after }: Occurrence, gradeWords: readonly string[]): boolean {
  if (before.replace(/["'(]/g, '').trim() === '' && /^["')]*\s*$/.test(after)) return true;
  if (/^requir/.test(grade) && /\b(?:a|an|the|as|of|at|is|was|are|were|remains?|remained)\s+["']?$/i.test(before))
    return true;
  const closed = CLOSES.test(after);
  if (closed && /to be good$/.test(grade)) return true;
  const heading = /^(.*?)\s*(?:[:–—=(]|\s-)\s*["']?$/su.exec(before)?.[1] ?? '';
  const label = /[\p{L}-]+$/u.exec(heading)?.[0].toLowerCase();
  if (closed && heading !== '' && namesGraded(heading, false)) return true;
  if (closed && label !== undefined && LABELS.has(label)) return true;
  const others = gradeWords.map(inflected).join('|');
  if (closed && new RegExp(`\\bfrom\\s+["']?(?:${others})["']?\\s+to\\s+["']?$`, 'i').test(before)) return true;
  if (
    new RegExp(`\\bfrom\\s+["']?$`, 'i').test(before) &&
    new RegExp(`^["']?\\s+to\\s+["']?(?:${others})\\b(?!\\s+[a-z])`, 'i').test(after)
  )
    return true;
  return grade === 'good' && /^["']?\s+or\s+["']?(?:outstanding\b|better\b(?=\s*(?:$|[,)])))/i.test(after);
}

function isOverall({ before, after }: Occurrence): boolean {
  if (/^["']?\s+overall\b/i.test(after) && beforeCopula(before) !== null) return true;
  return /\boverall,?\s*["']?$/i.test(before) && /^["']*\s*(?:$|[,.:)])/.test(after);
}

/** "good at finding", "inadequate to meet": of what, not how much on a scale. */
const GOES_ON = /^\s+(?:to|for|that|enough|with|when|if|because|so)\b/i;

function isSaidOfGraded({ grade, before, after }: Occurrence): boolean {
  if (/^requir/.test(grade)) {
    if (/^\s+(?:in|to|of|on|with|so|if|before|from|by|through)\b/i.test(after) || !CLOSES.test(after)) return false;
    return namesGraded(before, false) || isNameAlone(before);
  }
  if (GOES_ON.test(after) || !CLOSES.test(after)) return false;
  if ((grade === 'good' || grade === 'poor' || grade === 'excellent') && /^\s+at\b/i.test(after)) return false;
  const subject = beforeCopula(before);
  if (subject === null || (isEveryday(grade) && isReported(subject))) return false;
  if (/\bhealthy (?:prison|establishment) test/i.test(after)) return true;
  if (/sufficiently|reasonably/.test(grade) && /\b(?:outcomes|safety|respect|care|activity)\b/i.test(subject))
    return true;
  return namesGraded(subject, isEveryday(grade)) || (!isEveryday(grade) && isNameAlone(subject));
}

/** "Young people told us that the service was good" is what they said, not what was judged. */
function isReported(before: string): boolean {
  const said = '(?:told|tell|said|say|felt|feel|thought|think|believed?|reported|report|wrote|write)';
  return (
    new RegExp(`\\b${said}\\b`, 'i').test(before) && !new RegExp(`\\b(?:we|inspectors) ${said}\\b`, 'i').test(before)
  );
}

/** "an inadequate service", "outstanding leadership", "is a good school". */
function qualifiesGraded({ grade, before, after }: Occurrence): boolean {
  const noun =
    /^["']?\s+(?:(?:local|police|children's|social|care|health|secondary|primary|education|probation|and)\s+)*([\p{L}]+)(?=\s*(?:$|[,)]|(?:in|for|of|at|with|and|that|which|who|overall|to|across)\b))/iu
      .exec(after)?.[1]
      ?.toLowerCase();
  if (noun === undefined || /^requir/.test(grade)) return false;
  if (isEveryday(grade)) {
    return (
      GRADED_BY_NAME.has(noun) &&
      /\b(?:is|are|was|were|remains?|became|becomes|as)\s+(?:now |already |still )?(?:an?\s+)?["']?$/i.test(before)
    );
  }
  if (noun === 'leadership' || noun === 'effectiveness') return true;
  return GRADED_BODIES.has(noun) && /\b(?:an?|the|this|its|is|as)\s+["']?$/i.test(before);
}

function isEveryday(grade: string): boolean {
  return EVERYDAY_GRADES.has(grade);
}
