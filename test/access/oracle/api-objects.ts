import { belonging, links, list, type ApiKind, type ApiList } from './api-kinds.js';
import type { ObjectKind } from './objects.js';

const EXISTS = 'exists';
const SUMMARY = 'summary';
const WHOLE = 'whole';

const kind = (of: ObjectKind, type: string, fields: ApiKind['fields'], ...lists: readonly ApiList[]): ApiKind => ({
  kind: of,
  type,
  fields,
  lists,
});

const versions: ApiList = {
  ...list('versions', 'evidence-version', WHOLE, (world, around) =>
    world.evidenceVersions.filter((row) => row.evidenceId === around).map((row) => `${around}/${row.version}`),
  ),
  select: 'version',
  keyOf: (member, around) => `${around}/${String(member['version'])}`,
};

/** The kinds of object that the API knows by their ids. */
export const apiKinds: readonly ApiKind[] = [
  kind(
    'inspection',
    'Inspection',
    { title: EXISTS, theme: EXISTS, stage: EXISTS, fieldworkFrom: WHOLE, version: WHOLE },
    list('assignments', 'assignment', EXISTS, belonging('assignments', 'inspectionId')),
  ),
  kind('assignment', 'Assignment', { role: EXISTS, startsAt: EXISTS }),
  kind(
    'case',
    'Case',
    { code: EXISTS, rationale: WHOLE, journeyStage: WHOLE, ageYears: WHOLE, siblingGroup: WHOLE, version: WHOLE },
    list('chronology', 'chronology-entry', WHOLE, belonging('chronologyEntries', 'caseId')),
  ),
  kind(
    'evidence',
    'Evidence',
    {
      state: EXISTS,
      kind: SUMMARY,
      method: SUMMARY,
      marking: SUMMARY,
      criterion: SUMMARY,
      createdAt: SUMMARY,
      strength: WHOLE,
      personalData: WHOLE,
      occurredFrom: WHOLE,
      version: WHOLE,
    },
    list('shares', 'share', SUMMARY, belonging('shares', 'evidenceId')),
    versions,
  ),
  kind('share', 'EvidenceShare', { form: SUMMARY, purpose: SUMMARY, title: SUMMARY, summary: SUMMARY }),
  kind(
    'chronology-entry',
    'ChronologyEntry',
    { words: WHOLE },
    links('contradicts', 'contradiction', (world, around) =>
      world.contradictions.filter((row) => row.entryId === around).map((row) => row.otherId),
    ),
  ),
  kind(
    'finding',
    'Finding',
    { state: EXISTS, kind: WHOLE, statement: WHOLE, effectOnChildren: WHOLE, disconfirming: WHOLE, version: WHOLE },
    list('citations', 'citation', EXISTS, belonging('citations', 'findingId')),
    list('attitudes', 'attitude', WHOLE, belonging('attitudes', 'findingId')),
  ),
  kind('citation', 'Citation', {}),
  kind('contribution', 'Contribution', { state: EXISTS, nilReason: WHOLE, version: WHOLE }),
  kind(
    'merge',
    'Merge',
    { statement: WHOLE, criterion: WHOLE },
    list(
      'sources',
      'finding',
      EXISTS,
      (world, around) => world.merges.find(({ id }) => id === around)?.sourceIds ?? [],
    ),
    list('attitudes', 'attitude', WHOLE, belonging('attitudes', 'mergeId')),
  ),
  kind('attitude', 'Attitude', { words: WHOLE }),
  kind('narrative', 'Narrative', { title: WHOLE, arrangement: WHOLE }),
  kind(
    'narrative-paragraph',
    'NarrativeParagraph',
    { text: WHOLE },
    list('sentences', 'narrative-sentence', WHOLE, belonging('narrativeSentences', 'paragraphId')),
  ),
  kind(
    'narrative-sentence',
    'NarrativeSentence',
    { text: WHOLE },
    links(
      'findings',
      'sentence-provenance',
      (world, around) => world.narrativeSentences.find(({ id }) => id === around)?.findingIds ?? [],
    ),
  ),
  kind(
    'frozen-text',
    'FrozenText',
    { title: WHOLE, deadline: WHOLE },
    list('paragraphs', 'frozen-paragraph', WHOLE, belonging('frozenParagraphs', 'frozenTextId')),
  ),
  kind('frozen-paragraph', 'FrozenParagraph', { text: WHOLE }),
  kind('signature', 'Signature', { name: WHOLE, office: WHOLE }),
  kind('letter', 'Letter', { title: EXISTS, html: WHOLE, statementComputedOn: WHOLE, statementDueOn: WHOLE }),
  kind('accuracy-comment', 'AccuracyComment', { text: WHOLE, proof: WHOLE }),
  kind('accuracy-reply', 'AccuracyReply', { text: WHOLE }),
  kind('request', 'InformationRequest', { state: EXISTS, title: WHOLE, asked: WHOLE, version: WHOLE }),
  kind('submission', 'Submission', { text: WHOLE, state: WHOLE }),
  kind('concern', 'ImmediateConcern', { words: WHOLE, state: WHOLE }),
  kind('access-request', 'AccessRequest', { reason: WHOLE, state: WHOLE }),
  kind('break-glass', 'BreakGlass', { reason: WHOLE, endsAt: WHOLE }),
  kind('break-glass-review', 'BreakGlassReview', { dueAt: WHOLE }),
  kind('whistleblowing', 'WhistleblowingItem', { state: WHOLE, receivedOn: WHOLE }),
  kind('conflict', 'ConflictOfInterest', { state: EXISTS, inspectorate: EXISTS, reason: WHOLE, declaredAt: WHOLE }),
];
