import type { Degree } from './answer.js';
import type { ObjectKind } from './objects.js';

/**
 * A table that holds what one kind of object shows at one degree. `key` is SQL for the object's key in a world: its
 * id, or its ids with a stroke between them.
 */
export interface Part {
  readonly kind: ObjectKind;
  readonly table: string;
  readonly key: string;
  /** The least degree of sight at which a row is seen. */
  readonly degree: Degree;
  /** An UPDATE policy says who writes the object. */
  readonly written: boolean;
}

const part = (kind: ObjectKind, degree: Degree, table: string, key = 'id'): Part => ({
  kind,
  table,
  key,
  degree,
  written: false,
});
const written = (kind: ObjectKind, degree: Degree, table: string, key = 'id'): Part => ({
  ...part(kind, degree, table, key),
  written: true,
});
const pair = (first: string, second: string): string => `${first} || '/' || ${second}`;

/** Every protected table whose rows a world holds; those that are not in the database yet are left out by name. */
export const allParts: readonly Part[] = [
  written('inspection', 'exists', 'inspection'),
  part('inspection', 'whole', 'inspection_conduct', 'inspection_id'),
  written('assignment', 'exists', 'assignment'),
  part('case', 'exists', 'case_file'),
  written('case', 'whole', 'case_detail', 'case_id'),
  part('identity', 'whole', 'identity', 'case_id'),
  written('evidence', 'exists', 'evidence'),
  part('evidence', 'summary', 'evidence_summary', 'evidence_id'),
  part('evidence', 'whole', 'evidence_body', 'evidence_id'),
  part('evidence-version', 'whole', 'evidence_version', pair('evidence_id', 'version')),
  written('share', 'summary', 'evidence_share'),
  part('share', 'summary', 'evidence_share_text', 'share_id'),
  part('opening', 'whole', 'opening'),
  written('access-request', 'whole', 'access_request'),
  written('chronology-entry', 'whole', 'chronology_entry'),
  part('contradiction', 'exists', 'chronology_contradiction', pair('entry_id', 'other_id')),
  written('finding', 'exists', 'finding'),
  part('finding', 'whole', 'finding_body', 'finding_id'),
  part('citation', 'exists', 'citation'),
  part('passage', 'exists', 'citation_passage', 'citation_id'),
  written('contribution', 'exists', 'contribution'),
  part('contribution', 'whole', 'contribution_body', 'contribution_id'),
  written('merge', 'whole', 'finding_merge'),
  part('attitude', 'whole', 'attitude'),
  written('narrative', 'whole', 'narrative', 'inspection_id'),
  written('narrative-paragraph', 'whole', 'narrative_paragraph'),
  written('narrative-sentence', 'whole', 'narrative_sentence'),
  part('sentence-provenance', 'exists', 'sentence_provenance', pair('sentence_id', 'finding_id')),
  part('quality-pass', 'whole', 'quality_pass'),
  part('frozen-text', 'whole', 'frozen_text'),
  part('frozen-paragraph', 'whole', 'frozen_paragraph'),
  part('frozen-provenance', 'exists', 'frozen_provenance', pair('frozen_paragraph_id', 'finding_id')),
  part('signature', 'whole', 'signature'),
  part('letter', 'exists', 'letter'),
  part('letter', 'whole', 'letter_text', 'letter_id'),
  written('accuracy-comment', 'whole', 'accuracy_comment'),
  written('accuracy-reply', 'whole', 'accuracy_reply', 'comment_id'),
  written('request', 'exists', 'request'),
  part('request-due', 'exists', 'request_due', 'request_id'),
  part('request', 'whole', 'request_text', 'request_id'),
  written('submission', 'whole', 'submission'),
  part('submission', 'whole', 'submission_text', 'submission_id'),
  part('concern', 'whole', 'immediate_concern'),
  part('conflict', 'exists', 'conflict_notice', 'conflict_id'),
  part('conflict', 'whole', 'conflict_of_interest'),
  part('break-glass', 'whole', 'break_glass'),
  written('break-glass-review', 'whole', 'break_glass_review'),
  written('whistleblowing', 'whole', 'whistleblowing'),
];
