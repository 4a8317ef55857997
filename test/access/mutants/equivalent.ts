import { nameOf, type Mutant } from './mutant.js';

/** Changes after which nothing anybody could see is different. Each says why; none of them counts as caught. */
const EQUIVALENT: readonly (readonly [name: RegExp, why: string])[] = [
  [
    /^function auth\.place_\w+\(.*: without ".*(DISTINCT FROM|audience_id <> )/,
    'a row that already stands as it should is written once more',
  ],
  [
    /^operation .*: without "on\.(owner|agencyId) !== undefined"/,
    'nobody has a seat of no inspectorate and no organisation: the next condition refuses just so',
  ],
  [
    /^operation ownsOrKeeps: without "s\.inspectorate === on\.owner"/,
    'what was closed is found by the record keepers of its owner alone',
  ],
  [
    /^operation endAssignment may: without "s\.organisationId === on\.agencyId"/,
    'an assignment of an agency is found by no administrator but its own',
  ],
  [/^operation assignContributor now: without "s\.notified"/, 'a coordinator has no seat before notification (R1)'],
  [/^operation editCase may: '(OBSERVER|SIGNATORY)' too/, 'they find no case'],
  [
    /^operation (sendComment|editComment|(save|send|replace)Submission) may: 'AGENCY_SIGNATORY' too/,
    'an agency’s signatory finds neither comments nor submissions',
  ],
  [
    /^operation (mergeFindings|takeAttitude) now: PUBLISHED for SIGNED|^operation passQuality now: SIGNED for SIGNING/,
    'the page includes the stage "signed", at which the platform refuses already: this is no grant beyond the page',
  ],
  [
    /^operation lowerMarking may: without "ownsOrAnalyses/,
    'the page asks of the author that he is on the team, which is less than the platform asks',
  ],
];

export function reasonWhyEquivalent(mutant: Mutant): string | null {
  const name = nameOf(mutant);
  return EQUIVALENT.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
