/** The shape of a framework version's data. The compiler holds it to the types; `loadFramework` holds data to it. */
import { EVIDENCE_METHODS, FINDING_KINDS, JOINT_CRITERIA, PLACEMENTS } from '../inspectorates/inspectorate.js';
import {
  type Fieldwork,
  type FieldworkPhase,
  type FollowUp,
  type Framework,
  JOURNEY_STAGES,
  type LegalProvision,
  type Notice,
  type Participation,
  type Programme,
  type Range,
  type Reinspection,
  type Reporting,
  SPREADS,
  type StatementOfAction,
  type Theme,
  type Tracking,
} from './framework.js';
import type { Grade, GradedJudgement, GradedModel, Judgement, LimitingRule, NarrativeModel } from './judgement.js';
import {
  type Arrangement,
  FIXED_PARTS,
  type FixedPart,
  type LetterLayout,
  type LetterSection,
  SECTION_STYLES,
  type StudyHeading,
  type Taken,
  WHEN_EMPTY,
} from './letter-layout.js';
import { day, fields, flag, list, oneOf, orNull, type Shape, text, whole } from './shape.js';

const kind = oneOf(FINDING_KINDS);

const range = fields<Range>({ min: whole, max: whole });

const gradedJudgement: Shape<GradedJudgement> = (value, at, problems) =>
  fields<GradedJudgement>({ code: text, name: text, parts: list(gradedJudgement), apart: flag })(value, at, problems);

const gradedModel = fields<GradedModel>({
  model: oneOf(['GRADED']),
  scale: list(fields<Grade>({ code: text, name: text })),
  judgements: list(gradedJudgement),
  limits: list(fields<LimitingRule>({ when: list(text), at: text, limited: text, atBest: text, words: text })),
});

const narrativeModel = fields<NarrativeModel>({ model: oneOf(['NARRATIVE']) });

const judgement: Shape<Judgement> = (value, at, problems) => {
  const graded = typeof value === 'object' && value !== null && 'model' in value && value.model === 'GRADED';
  return (graded ? gradedModel : narrativeModel)(value, at, problems);
};

const fixedPart = fields<FixedPart>({ code: oneOf(FIXED_PARTS), heading: orNull(text), text: orNull(text) });

const letter = fields<LetterLayout>({
  opening: list(fixedPart),
  sections: list(
    fields<LetterSection>({
      code: text,
      heading: text,
      otherHeadings: list(text),
      takes: list(fields<Taken>({ placement: oneOf(PLACEMENTS), kinds: list(kind) })),
      style: oneOf(SECTION_STYLES),
      whenEmpty: oneOf(WHEN_EMPTY),
      noneText: orNull(text),
      usually: orNull(range),
      studies: list(fields<StudyHeading>({ kind, headings: list(text) })),
    }),
  ),
  closing: list(fixedPart),
  arrangements: list(fields<Arrangement>({ code: text, name: text, proposedFor: list(kind), order: list(text) })),
});

export const frameworkSchema: Shape<Framework> = fields<Framework>({
  code: text,
  version: whole,
  name: text,
  validFrom: day,
  validUntil: orNull(day),
  legalBasis: list(fields<LegalProvision>({ code: text, provision: text, inspectorates: list(text) })),
  participation: fields<Participation>({ lead: text, required: list(text), byTheme: list(text) }),
  programme: fields<Programme>({ areasPerYear: orNull(range), spread: list(oneOf(SPREADS)) }),
  notice: fields<Notice>({
    announced: flag,
    days: whole,
    unit: oneOf(['WORKING_DAYS']),
    dayOfNotice: oneOf([0, 1]),
    words: text,
  }),
  fieldwork: fields<Fieldwork>({
    workingDays: whole,
    phases: list(fields<FieldworkPhase>({ code: text, name: text, week: whole, workingDays: whole })),
    arrival: oneOf(['TOGETHER', 'IN_PHASES']),
  }),
  reporting: fields<Reporting>({ draftWithin: whole, accuracyCheckWithin: whole, publicationWithin: whole }),
  criteria: list(oneOf(JOINT_CRITERIA)),
  methods: list(oneOf(EVIDENCE_METHODS)),
  journey: list(oneOf(JOURNEY_STAGES)),
  themes: list(
    fields<Theme>({ code: text, name: text, firstYear: whole, lastYear: orNull(whole), requires: list(text) }),
  ),
  tracking: fields<Tracking>({ children: orNull(range), shared: flag }),
  mustNameAgency: list(kind),
  judgement,
  followUp: fields<FollowUp>({
    reinspection: list(fields<Reinspection>({ grade: text, withinMonths: whole, soonerOnConcern: flag })),
    monitoredGrades: list(text),
    statementOfAction: fields<StatementOfAction>({
      decidedBy: oneOf(['CHIEF_INSPECTOR', 'ALWAYS']),
      workingDays: whole,
      countedFrom: oneOf(['RECEIPT']),
      provision: text,
    }),
  }),
  letter,
  particulars: list(text),
});
