import { inCircle, protect } from './row-security.js';

const writers = inCircle(`'writers:' || owner`);
const analysts = inCircle(`'analysts:' || owner`);
/** Analysts write data, and what belongs to it. */
const writes = (table: string): string =>
  `(${writers} OR (${analysts} AND EXISTS (
     SELECT FROM app.evidence_body b WHERE b.evidence_id = ${table}.evidence_id AND b.strength = 'DATA')))`;
/** The first rows of an item are written before its text says whether it is data. */
const begins = (table: string): string =>
  `(${writers} OR (${analysts} AND NOT EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = ${table}.evidence_id)))`;

export const EVIDENCE_POLICIES = [
  protect({
    table: 'app.evidence',
    read: 1,
    subjects: true,
    insert: `state = 'DRAFT' AND (${writers} OR ${analysts})`,
    update: ['state', 'case_id'],
    remove: true,
  }),
  protect({
    table: 'app.evidence_summary',
    read: 2,
    subjects: true,
    insert: begins('evidence_summary'),
    // A marking follows its changes: see markings.ts.
    update: ['kind', 'method', 'criterion'],
  }),
  protect({
    table: 'app.evidence_body',
    read: 3,
    subjects: true,
    insert: `author_id = auth.user_id() AND (${writers} OR (strength = 'DATA' AND ${analysts}))`,
    update: [
      'title',
      'body',
      'strength',
      'personal_data',
      'source_agency_id',
      'spoken_of_ids',
      'occurred_from',
      'occurred_to',
      'submitted_at',
      'version',
    ],
  }),
  protect({
    table: 'app.evidence_version',
    read: 3,
    subjects: true,
    insert: `superseded_by = auth.user_id() AND ${writes('evidence_version')}`,
  }),
  protect({
    table: 'app.evidence_withdrawal',
    read: 2,
    subjects: true,
    insert: `withdrawn_by = auth.user_id() AND (${writes('evidence_withdrawal')} OR ${inCircle(`'keeper:' || owner`)})`,
  }),
  protect({
    table: 'app.chronology_entry',
    read: 3,
    subjects: true,
    // By writers of the item that it rests on.
    insert: `author_id = auth.user_id() AND EXISTS (
       SELECT FROM app.evidence_body b WHERE b.evidence_id = chronology_entry.evidence_id
         AND (${inCircle(`'writers:' || owner`)} OR (b.strength = 'DATA' AND ${inCircle(`'analysts:' || owner`)})))`,
    update: ['happened_on', 'agency_id', 'words', 'version'],
    remove: true,
  }),
  protect({
    table: 'app.evidence_cap',
    read: 3,
    subjects: true,
    insert: begins('evidence_cap'),
    update: ['form', 'gateway', 'why'],
  }),
  protect({
    table: 'app.evidence_share',
    read: 2,
    subjects: true,
    insert: `shared_by = auth.user_id() AND revoked_at IS NULL AND ${writes('evidence_share')}`,
    update: ['revoked_at', 'revoked_by', 'revoke_reason', 'ends_at'],
  }),
  protect({
    table: 'app.evidence_share_text',
    read: 2,
    subjects: true,
    insert: writes('evidence_share_text'),
  }),
].join('\n');
