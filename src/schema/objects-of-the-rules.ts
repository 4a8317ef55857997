/**
 * Which types of the API each object of "Who sees what" (docs/access.md) is answered by. A type that is missing here,
 * and an object that nothing answers and that is not pending, stop `npm run schema`.
 */
export const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  inspection: ['Inspection', 'Mark', 'Participation', 'TimetableEntry'],
  assignment: ['Assignment'],
  case: ['Case', 'CaseMember'],
  'chronology entry': ['ChronologyEntry', 'ChronologyContradiction'],
  evidence: ['Evidence', 'EvidenceVersion', 'OpenedEvidence', 'EarlierEvidenceText', 'ReleaseCap', 'MarkingChange'],
  share: ['EvidenceShare'],
  finding: ['Finding', 'Citation', 'Passage', 'ChildCount', 'MarkingLowering'],
  contribution: ['Contribution', 'ContributionAnswer'],
  'merge, attitude, contradiction': ['Merge', 'Attitude'],
  'comment, lock, quality note': ['QualityPass'],
  narrative: [
    'Narrative',
    'NarrativeSection',
    'NarrativeParagraph',
    'NarrativeSentence',
    'ChosenHeading',
    'EarlierText',
    'DroppedText',
    'FrozenText',
    'FrozenParagraph',
  ],
  'pre-publication copy': ['Letter'],
  letter: ['Letter', 'LetterPerson', 'LetterSignatory', 'PublicationHold'],
  'accuracy comment': ['AccuracyComment'],
  reply: ['AccuracyReply'],
  signature: ['Signature'],
  request: ['InformationRequest', 'NamedItem'],
  submission: ['Submission', 'SubmissionVersion'],
  'immediate concern': ['ImmediateConcern', 'ConcernStep'],
  'conflict of interest': ['ConflictOfInterest'],
  whistleblowing: [
    'WhistleblowingItem',
    'WhistleblowingStep',
    'WhistleblowingHandler',
    'WhistleblowingEvent',
    'WhistleblowingReceipt',
    'OpenedWhistleblowing',
    'WhistleblowingAuthor',
    'WhistleblowingNote',
  ],
};

/** Objects that do not exist yet, with the names that their types will have: none appears without its rules. */
export const PENDING: Readonly<Record<string, readonly string[]>> = {
  identity: ['Identity', 'ChildIdentity', 'CaseIdentity'],
  provenance: ['Provenance', 'SentenceProvenance'],
  'access request': ['AccessRequest'],
  'joint conclusion': ['JointConclusion'],
  'statement of action': ['StatementOfAction', 'Action', 'ActionAnswer'],
  'break-glass': ['BreakGlass', 'BreakGlassReview'],
};

/** Types that tell of no protected object: reference data, forms of an answer, and answers put together from others. */
export const OF_NOBODY: Readonly<Record<string, string>> = {
  Agency: 'reference data, for whoever has signed in',
  Area: 'reference data, for everybody',
  Inspectorate: 'reference data, for everybody',
  InspectorateProfile: 'reference data, for everybody',
  InspectorateCriterion: 'reference data, for everybody',
  InspectorateEvidenceKind: 'reference data, for everybody',
  ContributionQuestion: 'reference data, for everybody',
  Gateway: 'reference data, for everybody',
  Person: 'colleagues of one’s own organisation, and who is named in an assignment that one sees',
  WaitingItem: 'made of what the asker sees',
  ChronologyQuestions: 'made of the chronology entries that the asker sees',
  ChronologyGap: 'made of the chronology entries that the asker sees',
  ChronologyMention: 'made of the chronology entries that the asker sees',
  SameDayAccounts: 'made of the chronology entries that the asker sees',
  SectionTakes: 'reference data, for everybody',
  Receipt: 'of one’s own act',
  Problem: 'of one’s own input',
  PageInfo: 'of what the asker sees',
};
