import { nameOf, type Mutant } from './mutant.js';

type Reason = readonly [name: RegExp, why: string];

/** Tables no row of which is ever placed at a summary: who sees one sees that it exists, or all of it. */
export const NEVER_SUMMARISED: readonly string[] = (
  'access_request accuracy_comment accuracy_reply attitude break_glass break_glass_review case_detail case_member citation ' +
  'citation_passage comment_admission conflict_of_interest contribution_body evidence_version finding_body finding_merge ' +
  'finding_merge_source finding_withdrawal frozen_paragraph frozen_provenance frozen_text history_provenance immediate_concern ' +
  'immediate_concern_step inspection_agency inspection_conduct inspection_mark letter_text marking_agreement marking_lowering ' +
  'narrative narrative_paragraph narrative_sentence opening publication_hold quality_pass sentence_history sentence_provenance ' +
  'signature signing_delegation submission submission_text submission_version timetable_entry whistleblowing whistleblowing_event ' +
  'whistleblowing_handler whistleblowing_receipt whistleblowing_step whistleblowing_words'
).split(' ');

const READING: readonly Reason[] = [
  [
    new RegExp(
      `^policy (${NEVER_SUMMARISED.join('|')})_read: using degree 2 in ".*\\baudience_id\\) AND \\(g\\.degree >= 3`,
    ),
    'no row of this table is placed at a summary, so that a summary and the whole are the same people',
  ],
  [
    /^policy (assignment|evidence_share|evidence_share_text|inspection_inspectorate)_read: using (degree 1 in |without "\(g\.degree >= 2\)")/,
    'no row of this table is placed below a summary',
  ],
  [
    /^policy inspection_inspectorate_read: using degree 3 in /,
    'whoever sees a row of this table sees it whole: it is placed at nothing less',
  ],
  [
    /^policy whistleblowing(_step|_words)?_(read: using degree 4|change: using degree 3) in /,
    'an item is placed for its handlers alone, who write it',
  ],
  [
    /^policy (access_request|frozen_provenance|history_provenance)_also_delete: |^policy (citation|citation_passage|chronology_contradiction|frozen_provenance|history_provenance|sentence_provenance)_also_update: /,
    'the application has no privilege to do that to any row of this table',
  ],
  [/^policy letter_publisher: using without "\(CURRENT_USER = /, 'what it lets read is what everybody may read'],
  [
    /^policy (app_user|organisation_role)_change: (with check holds always|using holds always)/,
    'USING and WITH CHECK ask the same, of columns that nobody may change: one of them is enough',
  ],
  [
    /^policy conflict_of_interest_change: using (degree 3|holds always)/,
    'the restrictive policy beside it lets nobody lift but those who hold degree 4, and not the user himself',
  ],
];

const ADDING: readonly Reason[] = [
  [
    /^policy break_glass_review_add: with check (holds always|without )/,
    'the trigger before it asks for the same, and the application does not state when a review was written',
  ],
  [
    /^policy break_glass_add: with check without "\(+inspection_id\)::text \|\| ':'::text\) \|\| '(leads|seat:)'/,
    'the trigger before it finds nothing to open for any assignment but his own as a lead',
  ],
  [
    /^policy whistleblowing_(step|event)_add: with check without "\(+inspection_id\)::text \|\| ':'::text\) \|\| 'handlers'/,
    'nobody but a handler sees an item, which is asked for as well',
  ],
];

const PLACING: readonly Reason[] = [
  [
    /^function auth\.place_\w+\(.*: without ".*(DISTINCT FROM|audience_id <> )/,
    'a row that already stands as it should is written once more',
  ],
  [
    /^function auth\.place_(inspection|participation|case|case_member|contribution|finding|merge|narrative|frozen|letter|signing|comment|request|submission|opening|break_glass)\(uuid\): degree 4 in ".*keepers?(:'[^,']*|'), 3"/,
    'record keepers come in with closing, from which on this audience gives nobody more than 3',
  ],
  [
    /^function auth\.place_(inspection|finding|case|contribution|conflicts)\(uuid\): degree 2 in ".*, 1"/,
    'nothing that is placed for these is read at a summary, so that a summary shows no more than that it exists',
  ],
  [
    /^function auth\.place_concern\(uuid\): degree (3 in ".*, 4"|4 in ".*, 3")/,
    'the application changes no concern: its steps move it, whatever the degree',
  ],
  [
    /^function auth\.place_(opening|assignment|case_member|whistleblowing_handler|whistleblowing_event|whistleblowing_receipt)\(uuid\): without "\w+\.id = which"/,
    'each row is settled by its own facts, so that others are settled once more as they stand',
  ],
  [
    /^function auth\.(cited_evidence_changed|quoted_version_changed|evidence_moves_break_glass|evidence_moves_openings|paragraph_subjects_changed|merged_finding_changed|requested_evidence_changed|reveal_opened|closing_moves_conflicts|stage_moves_narrative|told_finding_changed|marking_changed)\(\): without "(\w+\.\w+ = NEW\.\w+|EXISTS .*)"/,
    'more rows are settled than the act touches, each by its own facts: they stand as they stood',
  ],
];

const ASKING: readonly Reason[] = [
  [
    /^function auth\.(citation_is_allowed\(\): degree 2|access_request_is_allowed\(\): degree 1) in /,
    'whoever sees submitted evidence at all sees its summary',
  ],
  [
    /^function auth\.access_request_holds\(\): without "b\.strength = 'DATA'"/,
    'the policy lets analysts change no request but on data',
  ],
  [
    /^function auth\.share_entitlements\(uuid,integer\): degree 4 in "least\(most, /,
    'no caller asks for more than 3, which caps it',
  ],
  [
    /^function auth\.place_submission\(uuid\): (no|degree 2 in ".*) auth\.sees\(\w+\.inspection_id \|\| ':agency:' \|\| \w+\.organisation_id::text, 3\)?"?$/,
    'whoever is of the agency now also holds what it sent',
  ],
  [/^function auth\.place_letter\(uuid\): degree 2 in ".*'public', 1"/, 'nothing of a letter is read at a summary'],
];

const MORE: readonly Reason[] = [
  [
    /^function auth\.break_glass_owners\(.*\): (without "f\.audience_id = ANY \(auth\.audiences\(1\)\)"|degree 2 in ".*f\.audience_id)/,
    'whoever has a seat as a lead sees every case of his inspection whole',
  ],
  [/^function auth\.merge_source_is_allowed\(\): degree 2 in /, 'no finding is placed at a summary'],
  [
    /^function auth\.place_all_of\(uuid\): without "inspection_id = of_inspection"$/,
    'rows of other inspections are settled once more by their own facts',
  ],
  [
    /^function auth\.place_frozen\(uuid\): without "l\.(published_at IS NULL|inspection_id = which)"/,
    'letters are settled once more by their own facts',
  ],
  [
    /^function auth\.place_break_glass\(uuid\): degree 4 in ".*b\.inspection_id \|\| part, 3"/,
    'the application changes no breaking of glass, whatever the degree',
  ],
  [
    /^function auth\.conflicts\(\): without "hidden IS NOT NULL"/,
    'a conflict with nothing is with none of the subjects of a row',
  ],
];

const CIRCLES: readonly Reason[] = [
  [
    /^function auth\.circles_by_standing\(\): '(LEAD|INSPECTORATE_LEAD|INSPECTOR|ANALYST|QUALITY_ASSURER|OBSERVER|SIGNATORY)' in circle '(agency|coordinator):' \|\| s\.organisation_id/,
    'nothing is asked of an inspectorate as an agency, so that no row is placed for that circle',
  ],
  [
    /^function auth\.circles_by_standing\(\): ('COORDINATOR'|any other role) in circle '\w+:' \|\| s\.inspectorate/,
    'an assignment of an agency has no inspectorate, so that the circle is none',
  ],
  [
    /^function auth\.circles_by_standing\(\): ('\w+'|any other role) in circle 'observers'/,
    'to observers an inspection exists, and it does to whoever has any other role there',
  ],
  [
    /^function auth\.circles_by_standing\(\): no ('quality'|'agency-signatory:' \|\| s\.organisation_id)$/,
    'no row is placed for that circle, and no rule asks for it',
  ],
  [
    /^function auth\.circles_by_standing\(\): 'LEAD' in circle 'coordinators'/,
    'the lead writes every request that coordinators are told of',
  ],
  [
    /^function auth\.circles_by_standing\(\): 'CONTRIBUTOR' in the list of roles/,
    'nobody of an agency writes what is placed for its author, and nothing is shared with him',
  ],
];

const TRIGGERS: readonly Reason[] = [
  [
    /^trigger (chronology_entry_moved|evidence_cited|evidence_requested|evidence_moves_break_glass|finding_told): not when (audience_id|subject_ids) changes/,
    'the kernel alone writes these columns, and always both at a time',
  ],
  [/^trigger \w+_once: when without /, 'the function asks once more whether the column changes'],
  [
    /^trigger (chronology_entry_moved|frozen_paragraph_moves_comments|evidence_cited|evidence_requested|evidence_moves_break_glass|evidence_moves_openings|evidence_version_quoted|finding_merged|finding_merge_marked|finding_merge_told|finding_told|inspection_closed): when (without|holds)/,
    'rows are settled again when nothing has changed, and stand as they stood',
  ],
];

const OPERATIONS: readonly Reason[] = [
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
  [
    /^operation decideAccessRequest now: without "isBefore\(s\.stage, 'CLOSED'\)"/,
    'after closing nobody finds a request for access',
  ],
];

/** Changes after which nothing anybody could see is different. Each says why; none of them counts as caught. */
const EQUIVALENT: readonly Reason[] = [READING, ADDING, PLACING, ASKING, MORE, CIRCLES, TRIGGERS, OPERATIONS].flat();

export function reasonWhyEquivalent(mutant: Mutant): string | null {
  const name = nameOf(mutant);
  return EQUIVALENT.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
