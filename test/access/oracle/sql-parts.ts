/** Least degree of sight at which a row is seen: it exists, in summary, whole. */
export type Degree = 1 | 2 | 3;
/** To write: more than to see whole. */
export const WRITE = 4;

/**
 * A table that holds what one kind of object shows at one degree. `key` is SQL for the object's key in a world: its
 * id, or its ids with a colon between them.
 */
export interface Part {
  readonly kind: string;
  readonly table: string;
  readonly key: string;
  readonly degree: Degree;
  /** An UPDATE policy says who writes the object. */
  readonly written: boolean;
}

const part = (kind: string, degree: Degree, table: string, key = 'id', written = false): Part => ({
  kind,
  table,
  key,
  degree,
  written,
});
const written = (kind: string, degree: Degree, table: string, key = 'id'): Part => part(kind, degree, table, key, true);

/** Every protected table whose rows a world holds. */
export const parts: readonly Part[] = [
  written('inspection', 1, 'inspection'),
  part('inspection', 3, 'inspection_conduct', 'inspection_id'),
  written('assignment', 3, 'assignment'),
  written('case', 1, 'case_file'),
  part('case', 3, 'case_detail', 'case_id'),
  part('caseMember', 3, 'case_member'),
  written('evidence', 1, 'evidence'),
  part('evidence', 2, 'evidence_summary', 'evidence_id'),
  part('evidence', 3, 'evidence_body', 'evidence_id'),
  part('evidenceVersion', 3, 'evidence_version', `evidence_id || ':' || version`),
  part('evidenceCap', 3, 'evidence_cap', `evidence_id || ':' || recipient`),
  written('share', 2, 'evidence_share'),
  part('share', 2, 'evidence_share_text', 'share_id'),
  written('chronologyEntry', 3, 'chronology_entry'),
  part('contradiction', 3, 'chronology_contradiction', `entry_id || ':' || other_id`),
  written('finding', 1, 'finding'),
  part('finding', 3, 'finding_body', 'finding_id'),
  part('citation', 1, 'citation'),
  part('citation', 3, 'citation_passage', 'citation_id'),
  written('contribution', 1, 'contribution'),
  part('contribution', 3, 'contribution_body', 'contribution_id'),
  written('merge', 3, 'finding_merge'),
  part('attitude', 3, 'attitude'),
  written('narrative', 3, 'narrative', 'inspection_id'),
  written('narrativeParagraph', 3, 'narrative_paragraph'),
  written('narrativeSentence', 3, 'narrative_sentence'),
  part('provenance', 3, 'sentence_provenance', `sentence_id || ':' || finding_id`),
  part('qualityPass', 3, 'quality_pass'),
  part('frozenText', 3, 'frozen_text'),
  part('frozenParagraph', 3, 'frozen_paragraph'),
  part('frozenProvenance', 3, 'frozen_provenance', `frozen_paragraph_id || ':' || finding_id`),
  written('comment', 3, 'accuracy_comment'),
  written('reply', 3, 'accuracy_reply', 'comment_id'),
  part('signature', 3, 'signature'),
  part('letter', 1, 'letter'),
  part('letter', 3, 'letter_text', 'letter_id'),
  written('request', 1, 'request'),
  part('request', 2, 'request_due', 'request_id'),
  part('request', 3, 'request_text', 'request_id'),
  written('submission', 3, 'submission'),
  part('submission', 3, 'submission_text', 'submission_id'),
  part('concern', 3, 'immediate_concern'),
  part('conflict', 1, 'conflict_notice', 'conflict_id'),
  part('conflict', 3, 'conflict_of_interest'),
];
