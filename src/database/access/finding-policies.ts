import { inCircle, protect } from './row-security.js';

const writes = inCircle(`'writers:' || owner`);
const contributes = inCircle(`'writers:' || inspectorate`);
const merges = inCircle(`'leads'`);

export const FINDING_POLICIES = [
  protect({
    table: 'app.finding',
    read: 1,
    subjects: true,
    insert: `state = 'DRAFT' AND NOT revealed AND ${writes}`,
    update: ['state'],
    remove: true,
  }),
  protect({
    table: 'app.finding_body',
    read: 3,
    subjects: true,
    insert: `author_id = auth.user_id() AND submitted_at IS NULL AND ${writes}`,
    update: [
      'case_id',
      'kind',
      'placement',
      'study',
      'position',
      'criterion',
      'statement',
      'effect_on_children',
      'count_n',
      'count_of',
      'count_basis',
      'disconfirming',
      'agency_ids',
      'submitted_at',
      'version',
    ],
  }),
  protect({
    table: 'app.finding_withdrawal',
    read: 3,
    subjects: true,
    insert: `withdrawn_by = auth.user_id() AND ${writes}`,
  }),
  protect({
    table: 'app.citation',
    // With the whole finding: of one that merely exists nobody learns what it rests on.
    read: 3,
    alsoRead: { column: 'item_audience_id', degree: 1 },
    subjects: true,
    insert: writes,
    remove: true,
  }),
  protect({
    table: 'app.citation_passage',
    read: 3,
    alsoRead: { column: 'item_audience_id', degree: 3 },
    subjects: true,
    insert: writes,
    remove: true,
  }),
  protect({
    table: 'app.contribution',
    read: 1,
    subjects: false,
    insert: `state = 'DRAFT' AND ${contributes}`,
    update: ['state'],
  }),
  protect({
    table: 'app.contribution_body',
    read: 3,
    subjects: false,
    insert: `saved_by = auth.user_id() AND submitted_at IS NULL AND ${contributes}`,
    update: ['answers', 'nil_reason', 'saved_by', 'saved_at', 'submitted_by', 'submitted_at', 'version'],
  }),
  protect({
    table: 'app.finding_merge',
    read: 3,
    subjects: true,
    insert: `made_by = auth.user_id() AND undone_at IS NULL AND ${merges}`,
    update: ['undone_at', 'undone_by', 'undo_reason', 'version'],
  }),
  protect({
    table: 'app.finding_merge_source',
    read: 3,
    subjects: true,
    insert: `NOT undone AND ${merges}`,
  }),
  protect({
    table: 'app.attitude',
    read: 3,
    subjects: true,
    insert: `taken_by = auth.user_id() AND ${inCircle(`'lead:' || inspectorate`)}`,
  }),
].join('\n');
