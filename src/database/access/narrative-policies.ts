import { inCircle, protect } from './row-security.js';

const stage = (...stages: string[]): string =>
  `(SELECT i.stage FROM app.inspection i WHERE i.id = inspection_id) IN (${stages.map((each) => `'${each}'`).join(', ')})`;
const drafting = `${inCircle(`'leads'`)} AND ${stage('DRAFTING')}`;
const lead = inCircle(`'lead'`);
/** What a text rests on is seen where the text and the finding both are. */
const asFinding = { column: 'finding_audience_id', degree: 1 } as const;
const signatory = inCircle(`'signatory:' || inspectorate`);

export const NARRATIVE_POLICIES = [
  protect({
    table: 'app.narrative',
    read: 3,
    subjects: false,
    insert: drafting,
    update: [
      'version',
      'title',
      'area',
      'theme',
      'arrangement',
      'headings',
      'none_sections',
      'compiled_by',
      'compiled_at',
    ],
  }),
  protect({
    table: 'app.narrative_paragraph',
    read: 3,
    subjects: true,
    insert: drafting,
    update: ['position', 'section_code', 'fixed_part', 'study', 'heading', 'style'],
    remove: true,
  }),
  protect({
    table: 'app.narrative_sentence',
    read: 3,
    subjects: true,
    insert: drafting,
    update: [
      'position',
      'gap',
      'text',
      'origin',
      'compiled_text',
      'supported_text',
      'edited_by',
      'edited_at',
      'confirmed_by',
      'confirmed_at',
      'version',
    ],
    remove: true,
  }),
  protect({
    table: 'app.sentence_provenance',
    read: 3,
    alsoRead: asFinding,
    subjects: true,
    insert: drafting,
    remove: true,
  }),
  protect({
    table: 'app.sentence_history',
    read: 3,
    subjects: true,
    insert: `changed_by = auth.user_id() AND ${drafting}`,
  }),
  protect({ table: 'app.history_provenance', read: 3, alsoRead: asFinding, subjects: true, insert: drafting }),
  protect({
    table: 'app.quality_pass',
    read: 3,
    subjects: false,
    insert: `passed_by = auth.user_id() AND ${inCircle(`'quality:' || inspectorate`)}
      AND inspectorate = (SELECT i.leading_inspectorate FROM app.inspection i WHERE i.id = inspection_id)`,
  }),
  protect({
    table: 'app.frozen_text',
    read: 3,
    subjects: false,
    insert: `opened_by = auth.user_id() AND ${lead} AND ${stage('DRAFTING')}`,
    update: ['deadline', 'deadline_reason', 'reopened_at', 'reopened_by'],
  }),
  protect({ table: 'app.frozen_paragraph', read: 3, subjects: true, insert: `${lead} AND ${stage('DRAFTING')}` }),
  protect({
    table: 'app.frozen_provenance',
    read: 3,
    alsoRead: asFinding,
    subjects: true,
    insert: `${lead} AND ${stage('DRAFTING')}`,
  }),
  protect({
    table: 'app.signing_delegation',
    read: 3,
    subjects: false,
    insert: `delegated_by = auth.user_id() AND ${signatory} AND NOT auth.has_conflict_in(inspection_id)`,
  }),
  protect({
    table: 'app.signature',
    read: 3,
    subjects: false,
    insert: `user_id = auth.user_id() AND voided_at IS NULL AND ${signatory}`,
    update: ['voided_at', 'voided_by'],
  }),
  protect({
    table: 'app.publication_hold',
    read: 3,
    subjects: false,
    insert: `held_by = auth.user_id() AND ${lead}`,
    update: ['lifted_at', 'lifted_by', 'lift_reason'],
  }),
  protect({
    table: 'app.letter',
    read: 1,
    subjects: true,
    insert: `published_at IS NULL AND ${lead}`,
    update: [
      'received_at',
      'received_by',
      'published_at',
      'published_by',
      'withdrawn_at',
      'withdrawn_by',
      'superseded_at',
    ],
  }),
  protect({ table: 'app.letter_text', read: 3, subjects: true, insert: lead, update: ['html', 'facts'] }),
  // A signatory names another person of his inspectorate to sign in his place.
  `CREATE POLICY assignment_delegate ON app.assignment FOR INSERT TO jip_application
     WITH CHECK (assigned_by = auth.user_id() AND role = 'SIGNATORY' AND ${signatory});
   -- A text frozen again has its deadline computed again.
   GRANT UPDATE (computed_on) ON app.timetable_entry TO jip_application;`,
].join('\n');
