-- Columns
access_request.id uuid NOT NULL
access_request.evidence_id uuid NOT NULL
access_request.inspection_id uuid NOT NULL
access_request.owner text NOT NULL
access_request.asked_by uuid NOT NULL
access_request.assignment_id uuid NOT NULL
access_request.recipient text NOT NULL
access_request.recipient_assignment_id uuid
access_request.form text NOT NULL
access_request.reason text NOT NULL
access_request.asked_at timestamptz NOT NULL
access_request.due_at timestamptz NOT NULL
access_request.calendar_version text NOT NULL
access_request.state text NOT NULL
access_request.decided_by uuid
access_request.decided_at timestamptz
access_request.decision_reason text
access_request.share_id uuid
access_request.audience_id int8 NOT NULL
access_request.item_audience_id int8 NOT NULL
access_request.subject_ids _uuid NOT NULL
accuracy_comment.id uuid NOT NULL
accuracy_comment.inspection_id uuid NOT NULL
accuracy_comment.organisation_id uuid NOT NULL
accuracy_comment.frozen_text_id uuid NOT NULL
accuracy_comment.frozen_paragraph_id uuid NOT NULL
accuracy_comment.kind text NOT NULL
accuracy_comment.text text NOT NULL
accuracy_comment.proof text
accuracy_comment.state text NOT NULL
accuracy_comment.late bool NOT NULL
accuracy_comment.drafted_by uuid NOT NULL
accuracy_comment.drafted_at timestamptz NOT NULL
accuracy_comment.sent_by uuid
accuracy_comment.sent_at timestamptz
accuracy_comment.receipt text
accuracy_comment.version int4 NOT NULL
accuracy_comment.audience_id int8 NOT NULL
accuracy_comment.subject_ids _uuid NOT NULL
accuracy_reply.comment_id uuid NOT NULL
accuracy_reply.inspection_id uuid NOT NULL
accuracy_reply.organisation_id uuid NOT NULL
accuracy_reply.text text NOT NULL
accuracy_reply.decision text NOT NULL
accuracy_reply.state text NOT NULL
accuracy_reply.drafted_by uuid NOT NULL
accuracy_reply.drafted_at timestamptz NOT NULL
accuracy_reply.sent_by uuid
accuracy_reply.sent_at timestamptz
accuracy_reply.version int4 NOT NULL
accuracy_reply.audience_id int8 NOT NULL
accuracy_reply.subject_ids _uuid NOT NULL
app_user.id uuid NOT NULL
app_user.issuer text NOT NULL
app_user.subject text NOT NULL
app_user.organisation_id uuid NOT NULL
app_user.name text NOT NULL
app_user.contact text
app_user.suspended_at timestamptz
app_user.version int4 NOT NULL
area.code text NOT NULL
area.name text NOT NULL
area.region text NOT NULL
area.type text NOT NULL
area.replaced_by _text NOT NULL
assignment.id uuid NOT NULL
assignment.inspection_id uuid NOT NULL
assignment.user_id uuid NOT NULL
assignment.organisation_id uuid NOT NULL
assignment.inspectorate text
assignment.role text NOT NULL
assignment.starts_at timestamptz NOT NULL
assignment.ends_at timestamptz
assignment.assigned_by uuid NOT NULL
assignment.ended_at timestamptz
assignment.ended_by uuid
assignment.audience_id int8 NOT NULL
attitude.id uuid NOT NULL
attitude.inspection_id uuid NOT NULL
attitude.merge_id uuid
attitude.finding_id uuid
attitude.inspectorate text NOT NULL
attitude.turn int4 NOT NULL
attitude.attitude text NOT NULL
attitude.words text
attitude.taken_by uuid NOT NULL
attitude.taken_at timestamptz NOT NULL
attitude.audience_id int8 NOT NULL
attitude.subject_ids _uuid NOT NULL
audience.id int8 NOT NULL
audience.inspection_id uuid
audience.fingerprint text NOT NULL
audience_grant.audience_id int8 NOT NULL
audience_grant.circle text NOT NULL
audience_grant.degree int2 NOT NULL
audience_grant.starts_at timestamptz
audience_grant.ends_at timestamptz
audit_event.id uuid NOT NULL
audit_event.at timestamptz NOT NULL
audit_event.actor_id uuid NOT NULL
audit_event.organisation_id uuid NOT NULL
audit_event.request_id text NOT NULL
audit_event.operation text NOT NULL
audit_event.inspection_id uuid
audit_event.objects _text NOT NULL
break_glass.id uuid NOT NULL
break_glass.inspection_id uuid NOT NULL
break_glass.case_id uuid
break_glass.evidence_id uuid
break_glass.asked_by uuid NOT NULL
break_glass.assignment_id uuid NOT NULL
break_glass.inspectorate text NOT NULL
break_glass.reason text NOT NULL
break_glass.starts_at timestamptz NOT NULL
break_glass.ends_at timestamptz NOT NULL
break_glass.audience_id int8 NOT NULL
break_glass.subject_ids _uuid NOT NULL
break_glass_review.id uuid NOT NULL
break_glass_review.break_glass_id uuid NOT NULL
break_glass_review.inspection_id uuid NOT NULL
break_glass_review.owner text NOT NULL
break_glass_review.review_due_at timestamptz NOT NULL
break_glass_review.calendar_version text NOT NULL
break_glass_review.reviewed_at timestamptz
break_glass_review.reviewed_by uuid
break_glass_review.outcome text
break_glass_review.words text
break_glass_review.version int4 NOT NULL
break_glass_review.audience_id int8 NOT NULL
break_glass_review.subject_ids _uuid NOT NULL
case_detail.case_id uuid NOT NULL
case_detail.inspection_id uuid NOT NULL
case_detail.sampling text NOT NULL
case_detail.rationale text NOT NULL
case_detail.sibling_group text
case_detail.journey_stage text NOT NULL
case_detail.age_years int2
case_detail.agency_ids _uuid NOT NULL
case_detail.created_by uuid NOT NULL
case_detail.created_at timestamptz NOT NULL
case_detail.audience_id int8 NOT NULL
case_detail.subject_ids _uuid NOT NULL
case_detail.unborn bool NOT NULL
case_detail.version int4 NOT NULL
case_file.id uuid NOT NULL
case_file.inspection_id uuid NOT NULL
case_file.code text NOT NULL
case_file.audience_id int8 NOT NULL
case_file.subject_ids _uuid NOT NULL
case_member.id uuid NOT NULL
case_member.case_id uuid NOT NULL
case_member.inspection_id uuid NOT NULL
case_member.inspectorate text NOT NULL
case_member.assignment_id uuid NOT NULL
case_member.named_by uuid NOT NULL
case_member.ended_at timestamptz
case_member.audience_id int8 NOT NULL
case_member.subject_ids _uuid NOT NULL
chronology_contradiction.entry_id uuid NOT NULL
chronology_contradiction.other_id uuid NOT NULL
chronology_contradiction.inspection_id uuid NOT NULL
chronology_contradiction.owner text NOT NULL
chronology_contradiction.flagged_by uuid NOT NULL
chronology_contradiction.flagged_at timestamptz NOT NULL
chronology_contradiction.audience_id int8 NOT NULL
chronology_contradiction.other_audience_id int8 NOT NULL
chronology_contradiction.subject_ids _uuid NOT NULL
chronology_entry.id uuid NOT NULL
chronology_entry.evidence_id uuid NOT NULL
chronology_entry.inspection_id uuid NOT NULL
chronology_entry.owner text NOT NULL
chronology_entry.case_id uuid NOT NULL
chronology_entry.happened_on date NOT NULL
chronology_entry.agency_id uuid
chronology_entry.words text NOT NULL
chronology_entry.author_id uuid NOT NULL
chronology_entry.audience_id int8 NOT NULL
chronology_entry.subject_ids _uuid NOT NULL
chronology_entry.version int4 NOT NULL
citation.id uuid NOT NULL
citation.finding_id uuid NOT NULL
citation.evidence_id uuid NOT NULL
citation.inspection_id uuid NOT NULL
citation.owner text NOT NULL
citation.cited_at timestamptz NOT NULL
citation.item_audience_id int8 NOT NULL
citation.audience_id int8 NOT NULL
citation.subject_ids _uuid NOT NULL
citation_passage.citation_id uuid NOT NULL
citation_passage.finding_id uuid NOT NULL
citation_passage.evidence_id uuid NOT NULL
citation_passage.inspection_id uuid NOT NULL
citation_passage.owner text NOT NULL
citation_passage.from_offset int4 NOT NULL
citation_passage.to_offset int4 NOT NULL
citation_passage.quote text NOT NULL
citation_passage.evidence_version int4 NOT NULL
citation_passage.item_audience_id int8 NOT NULL
citation_passage.audience_id int8 NOT NULL
citation_passage.subject_ids _uuid NOT NULL
comment_admission.comment_id uuid NOT NULL
comment_admission.inspection_id uuid NOT NULL
comment_admission.organisation_id uuid NOT NULL
comment_admission.reason text NOT NULL
comment_admission.admitted_by uuid NOT NULL
comment_admission.admitted_at timestamptz NOT NULL
comment_admission.audience_id int8 NOT NULL
comment_admission.subject_ids _uuid NOT NULL
conflict_notice.conflict_id uuid NOT NULL
conflict_notice.inspectorate text NOT NULL
conflict_notice.state text NOT NULL
conflict_notice.audience_id int8 NOT NULL
conflict_of_interest.id uuid NOT NULL
conflict_of_interest.user_id uuid NOT NULL
conflict_of_interest.organisation_id uuid
conflict_of_interest.case_id uuid
conflict_of_interest.reason text NOT NULL
conflict_of_interest.declared_by uuid NOT NULL
conflict_of_interest.declared_at timestamptz NOT NULL
conflict_of_interest.lifted_at timestamptz
conflict_of_interest.lifted_by uuid
conflict_of_interest.lift_reason text
conflict_of_interest.inspectorate text NOT NULL
conflict_of_interest.case_code text
conflict_of_interest.audience_id int8 NOT NULL
contribution.id uuid NOT NULL
contribution.inspection_id uuid NOT NULL
contribution.inspectorate text NOT NULL
contribution.state text NOT NULL
contribution.audience_id int8 NOT NULL
contribution_body.contribution_id uuid NOT NULL
contribution_body.inspection_id uuid NOT NULL
contribution_body.inspectorate text NOT NULL
contribution_body.answers jsonb NOT NULL
contribution_body.nil_reason text
contribution_body.saved_by uuid NOT NULL
contribution_body.saved_at timestamptz NOT NULL
contribution_body.submitted_by uuid
contribution_body.submitted_at timestamptz
contribution_body.audience_id int8 NOT NULL
contribution_body.version int4 NOT NULL
evidence.id uuid NOT NULL
evidence.inspection_id uuid NOT NULL
evidence.owner text NOT NULL
evidence.case_id uuid
evidence.state text NOT NULL
evidence.audience_id int8 NOT NULL
evidence.subject_ids _uuid NOT NULL
evidence_body.evidence_id uuid NOT NULL
evidence_body.inspection_id uuid NOT NULL
evidence_body.owner text NOT NULL
evidence_body.author_id uuid NOT NULL
evidence_body.title text NOT NULL
evidence_body.body text NOT NULL
evidence_body.strength text NOT NULL
evidence_body.personal_data text NOT NULL
evidence_body.source_agency_id uuid
evidence_body.spoken_of_ids _uuid NOT NULL
evidence_body.occurred_from date
evidence_body.occurred_to date
evidence_body.submitted_at timestamptz
evidence_body.audience_id int8 NOT NULL
evidence_body.subject_ids _uuid NOT NULL
evidence_body.version int4 NOT NULL
evidence_cap.evidence_id uuid NOT NULL
evidence_cap.inspection_id uuid NOT NULL
evidence_cap.owner text NOT NULL
evidence_cap.recipient text NOT NULL
evidence_cap.form text NOT NULL
evidence_cap.gateway text NOT NULL
evidence_cap.why text NOT NULL
evidence_cap.audience_id int8 NOT NULL
evidence_cap.subject_ids _uuid NOT NULL
evidence_share.id uuid NOT NULL
evidence_share.evidence_id uuid NOT NULL
evidence_share.inspection_id uuid NOT NULL
evidence_share.owner text NOT NULL
evidence_share.recipient text NOT NULL
evidence_share.recipient_assignment_id uuid
evidence_share.form text NOT NULL
evidence_share.gateway text NOT NULL
evidence_share.purpose text NOT NULL
evidence_share.starts_at timestamptz NOT NULL
evidence_share.ends_at timestamptz
evidence_share.shared_by uuid NOT NULL
evidence_share.shared_at timestamptz NOT NULL
evidence_share.revoked_at timestamptz
evidence_share.revoked_by uuid
evidence_share.revoke_reason text
evidence_share.audience_id int8 NOT NULL
evidence_share.subject_ids _uuid NOT NULL
evidence_share_text.share_id uuid NOT NULL
evidence_share_text.evidence_id uuid NOT NULL
evidence_share_text.inspection_id uuid NOT NULL
evidence_share_text.owner text NOT NULL
evidence_share_text.title text NOT NULL
evidence_share_text.summary text NOT NULL
evidence_share_text.audience_id int8 NOT NULL
evidence_share_text.subject_ids _uuid NOT NULL
evidence_summary.evidence_id uuid NOT NULL
evidence_summary.inspection_id uuid NOT NULL
evidence_summary.owner text NOT NULL
evidence_summary.kind text NOT NULL
evidence_summary.method text NOT NULL
evidence_summary.marking text NOT NULL
evidence_summary.criterion text NOT NULL
evidence_summary.created_at timestamptz NOT NULL
evidence_summary.audience_id int8 NOT NULL
evidence_summary.subject_ids _uuid NOT NULL
evidence_version.evidence_id uuid NOT NULL
evidence_version.inspection_id uuid NOT NULL
evidence_version.owner text NOT NULL
evidence_version.version int4 NOT NULL
evidence_version.title text NOT NULL
evidence_version.body text NOT NULL
evidence_version.reason text NOT NULL
evidence_version.superseded_at timestamptz NOT NULL
evidence_version.superseded_by uuid NOT NULL
evidence_version.audience_id int8 NOT NULL
evidence_version.subject_ids _uuid NOT NULL
evidence_withdrawal.evidence_id uuid NOT NULL
evidence_withdrawal.inspection_id uuid NOT NULL
evidence_withdrawal.owner text NOT NULL
evidence_withdrawal.title text NOT NULL
evidence_withdrawal.reason text NOT NULL
evidence_withdrawal.withdrawn_at timestamptz NOT NULL
evidence_withdrawal.withdrawn_by uuid NOT NULL
evidence_withdrawal.audience_id int8 NOT NULL
evidence_withdrawal.subject_ids _uuid NOT NULL
finding.id uuid NOT NULL
finding.inspection_id uuid NOT NULL
finding.owner text NOT NULL
finding.state text NOT NULL
finding.revealed bool NOT NULL
finding.audience_id int8 NOT NULL
finding.subject_ids _uuid NOT NULL
finding.marking text NOT NULL
finding_body.finding_id uuid NOT NULL
finding_body.inspection_id uuid NOT NULL
finding_body.owner text NOT NULL
finding_body.author_id uuid NOT NULL
finding_body.case_id uuid
finding_body.kind text NOT NULL
finding_body.placement text NOT NULL
finding_body.study int2
finding_body.position int4 NOT NULL
finding_body.criterion text NOT NULL
finding_body.statement text NOT NULL
finding_body.effect_on_children text NOT NULL
finding_body.count_n int4
finding_body.count_of int4
finding_body.count_basis text
finding_body.agency_ids _uuid NOT NULL
finding_body.disconfirming text
finding_body.created_at timestamptz NOT NULL
finding_body.submitted_at timestamptz
finding_body.audience_id int8 NOT NULL
finding_body.subject_ids _uuid NOT NULL
finding_body.version int4 NOT NULL
finding_merge.id uuid NOT NULL
finding_merge.inspection_id uuid NOT NULL
finding_merge.kind text NOT NULL
finding_merge.placement text NOT NULL
finding_merge.study int2
finding_merge.position int4 NOT NULL
finding_merge.criterion text NOT NULL
finding_merge.statement text NOT NULL
finding_merge.effect_on_children text NOT NULL
finding_merge.count_n int4
finding_merge.count_of int4
finding_merge.count_basis text
finding_merge.agency_ids _uuid NOT NULL
finding_merge.kept_finding_id uuid
finding_merge.made_by uuid NOT NULL
finding_merge.made_at timestamptz NOT NULL
finding_merge.undone_at timestamptz
finding_merge.undone_by uuid
finding_merge.undo_reason text
finding_merge.version int4 NOT NULL
finding_merge.audience_id int8 NOT NULL
finding_merge.subject_ids _uuid NOT NULL
finding_merge.marking text NOT NULL
finding_merge_source.merge_id uuid NOT NULL
finding_merge_source.finding_id uuid NOT NULL
finding_merge_source.inspection_id uuid NOT NULL
finding_merge_source.undone bool NOT NULL
finding_merge_source.audience_id int8 NOT NULL
finding_merge_source.subject_ids _uuid NOT NULL
finding_withdrawal.finding_id uuid NOT NULL
finding_withdrawal.inspection_id uuid NOT NULL
finding_withdrawal.owner text NOT NULL
finding_withdrawal.reason text NOT NULL
finding_withdrawal.withdrawn_at timestamptz NOT NULL
finding_withdrawal.withdrawn_by uuid NOT NULL
finding_withdrawal.audience_id int8 NOT NULL
finding_withdrawal.subject_ids _uuid NOT NULL
frozen_paragraph.id uuid NOT NULL
frozen_paragraph.frozen_text_id uuid NOT NULL
frozen_paragraph.inspection_id uuid NOT NULL
frozen_paragraph.position int4 NOT NULL
frozen_paragraph.section_code text NOT NULL
frozen_paragraph.fixed_part text
frozen_paragraph.study int4
frozen_paragraph.heading text
frozen_paragraph.style text NOT NULL
frozen_paragraph.text text NOT NULL
frozen_paragraph.sentences jsonb NOT NULL
frozen_paragraph.audience_id int8 NOT NULL
frozen_paragraph.subject_ids _uuid NOT NULL
frozen_provenance.frozen_paragraph_id uuid NOT NULL
frozen_provenance.finding_id uuid NOT NULL
frozen_provenance.inspection_id uuid NOT NULL
frozen_provenance.finding_audience_id int8 NOT NULL
frozen_provenance.audience_id int8 NOT NULL
frozen_provenance.subject_ids _uuid NOT NULL
frozen_text.id uuid NOT NULL
frozen_text.inspection_id uuid NOT NULL
frozen_text.narrative_version int4 NOT NULL
frozen_text.hash text NOT NULL
frozen_text.title text NOT NULL
frozen_text.area text NOT NULL
frozen_text.theme text
frozen_text.opened_at timestamptz NOT NULL
frozen_text.opened_by uuid NOT NULL
frozen_text.deadline timestamptz NOT NULL
frozen_text.computed_on date NOT NULL
frozen_text.calendar_version text NOT NULL
frozen_text.deadline_reason text
frozen_text.reopened_at timestamptz
frozen_text.reopened_by uuid
frozen_text.audience_id int8 NOT NULL
frozen_text.marking text NOT NULL
history_provenance.history_id uuid NOT NULL
history_provenance.finding_id uuid NOT NULL
history_provenance.inspection_id uuid NOT NULL
history_provenance.finding_audience_id int8 NOT NULL
history_provenance.audience_id int8 NOT NULL
history_provenance.subject_ids _uuid NOT NULL
idempotency_key.user_id uuid NOT NULL
idempotency_key.key text NOT NULL
idempotency_key.input_hash text NOT NULL
idempotency_key.result jsonb NOT NULL
idempotency_key.at timestamptz NOT NULL
identity_provider.issuer text NOT NULL
identity_provider.organisation_id uuid NOT NULL
immediate_concern.id uuid NOT NULL
immediate_concern.inspection_id uuid NOT NULL
immediate_concern.receiver_id uuid NOT NULL
immediate_concern.case_id uuid
immediate_concern.words text NOT NULL
immediate_concern.state text NOT NULL
immediate_concern.raised_by uuid NOT NULL
immediate_concern.raised_at timestamptz NOT NULL
immediate_concern.audience_id int8 NOT NULL
immediate_concern.subject_ids _uuid NOT NULL
immediate_concern_step.id uuid NOT NULL
immediate_concern_step.concern_id uuid NOT NULL
immediate_concern_step.inspection_id uuid NOT NULL
immediate_concern_step.receiver_id uuid NOT NULL
immediate_concern_step.raised_by uuid NOT NULL
immediate_concern_step.step text NOT NULL
immediate_concern_step.at timestamptz NOT NULL
immediate_concern_step.by_user uuid NOT NULL
immediate_concern_step.by_name text NOT NULL
immediate_concern_step.by_organisation text NOT NULL
immediate_concern_step.words text
immediate_concern_step.audience_id int8 NOT NULL
immediate_concern_step.subject_ids _uuid NOT NULL
inspection.id uuid NOT NULL
inspection.framework text NOT NULL
inspection.framework_version int4 NOT NULL
inspection.area_code text NOT NULL
inspection.theme text
inspection.title text NOT NULL
inspection.leading_inspectorate text NOT NULL
inspection.stage text NOT NULL
inspection.notified_at timestamptz
inspection.published_at timestamptz
inspection.audience_id int8 NOT NULL
inspection_agency.inspection_id uuid NOT NULL
inspection_agency.organisation_id uuid NOT NULL
inspection_agency.principal_authority bool NOT NULL
inspection_agency.audience_id int8 NOT NULL
inspection_conduct.inspection_id uuid NOT NULL
inspection_conduct.fieldwork_from date NOT NULL
inspection_conduct.fieldwork_to date NOT NULL
inspection_conduct.revealed_at timestamptz
inspection_conduct.revealed_by uuid
inspection_conduct.paused_at timestamptz
inspection_conduct.deferred_at timestamptz
inspection_conduct.incomplete_at timestamptz
inspection_conduct.closed_at timestamptz
inspection_conduct.readable_until timestamptz
inspection_conduct.created_by uuid NOT NULL
inspection_conduct.created_at timestamptz NOT NULL
inspection_conduct.audience_id int8 NOT NULL
inspection_conduct.reveal_reason text
inspection_conduct.version int4 NOT NULL
inspection_inspectorate.inspection_id uuid NOT NULL
inspection_inspectorate.inspectorate text NOT NULL
inspection_inspectorate.gateway text NOT NULL
inspection_inspectorate.invited_at timestamptz NOT NULL
inspection_inspectorate.accepted_at timestamptz
inspection_inspectorate.audience_id int8 NOT NULL
inspection_mark.id uuid NOT NULL
inspection_mark.inspection_id uuid NOT NULL
inspection_mark.kind text NOT NULL
inspection_mark.authority text NOT NULL
inspection_mark.reason text NOT NULL
inspection_mark.marked_by uuid NOT NULL
inspection_mark.marked_at timestamptz NOT NULL
inspection_mark.audience_id int8 NOT NULL
letter.id uuid NOT NULL
letter.inspection_id uuid NOT NULL
letter.frozen_text_id uuid NOT NULL
letter.version int4 NOT NULL
letter.title text NOT NULL
letter.hash text NOT NULL
letter.received_at timestamptz
letter.received_by uuid
letter.published_at timestamptz
letter.published_by uuid
letter.withdrawn_at timestamptz
letter.withdrawn_by uuid
letter.superseded_at timestamptz
letter.audience_id int8 NOT NULL
letter.subject_ids _uuid NOT NULL
letter_text.letter_id uuid NOT NULL
letter_text.inspection_id uuid NOT NULL
letter_text.html text NOT NULL
letter_text.facts jsonb NOT NULL
letter_text.audience_id int8 NOT NULL
letter_text.subject_ids _uuid NOT NULL
marking_agreement.lowering_id uuid NOT NULL
marking_agreement.finding_id uuid NOT NULL
marking_agreement.inspection_id uuid NOT NULL
marking_agreement.owner text NOT NULL
marking_agreement.agreed_by uuid NOT NULL
marking_agreement.agreed_at timestamptz NOT NULL
marking_agreement.audience_id int8 NOT NULL
marking_agreement.subject_ids _uuid NOT NULL
marking_change.id uuid NOT NULL
marking_change.evidence_id uuid NOT NULL
marking_change.inspection_id uuid NOT NULL
marking_change.owner text NOT NULL
marking_change.marking text NOT NULL
marking_change.reason text
marking_change.changed_by uuid NOT NULL
marking_change.changed_at timestamptz NOT NULL
marking_change.audience_id int8 NOT NULL
marking_change.subject_ids _uuid NOT NULL
marking_lowering.id uuid NOT NULL
marking_lowering.finding_id uuid NOT NULL
marking_lowering.inspection_id uuid NOT NULL
marking_lowering.owner text NOT NULL
marking_lowering.owners _text NOT NULL
marking_lowering.agreed _text NOT NULL
marking_lowering.evidence_ids _uuid NOT NULL
marking_lowering.reason text NOT NULL
marking_lowering.proposed_by uuid NOT NULL
marking_lowering.proposed_at timestamptz NOT NULL
marking_lowering.audience_id int8 NOT NULL
marking_lowering.subject_ids _uuid NOT NULL
narrative.inspection_id uuid NOT NULL
narrative.version int4 NOT NULL
narrative.title text NOT NULL
narrative.area text NOT NULL
narrative.theme text
narrative.arrangement text
narrative.headings jsonb NOT NULL
narrative.none_sections _text NOT NULL
narrative.compiled_by uuid NOT NULL
narrative.compiled_at timestamptz NOT NULL
narrative.audience_id int8 NOT NULL
narrative.marking text NOT NULL
narrative_paragraph.id uuid NOT NULL
narrative_paragraph.inspection_id uuid NOT NULL
narrative_paragraph.key text NOT NULL
narrative_paragraph.position int4 NOT NULL
narrative_paragraph.section_code text NOT NULL
narrative_paragraph.fixed_part text
narrative_paragraph.study int4
narrative_paragraph.heading text
narrative_paragraph.style text NOT NULL
narrative_paragraph.audience_id int8 NOT NULL
narrative_paragraph.subject_ids _uuid NOT NULL
narrative_sentence.id uuid NOT NULL
narrative_sentence.paragraph_id uuid NOT NULL
narrative_sentence.inspection_id uuid NOT NULL
narrative_sentence.key text NOT NULL
narrative_sentence.position int4 NOT NULL
narrative_sentence.gap text NOT NULL
narrative_sentence.text text NOT NULL
narrative_sentence.origin text NOT NULL
narrative_sentence.compiled_text text
narrative_sentence.supported_text text NOT NULL
narrative_sentence.edited_by uuid
narrative_sentence.edited_at timestamptz
narrative_sentence.confirmed_by uuid
narrative_sentence.confirmed_at timestamptz
narrative_sentence.rests bool NOT NULL
narrative_sentence.version int4 NOT NULL
narrative_sentence.audience_id int8 NOT NULL
narrative_sentence.subject_ids _uuid NOT NULL
opening.id uuid NOT NULL
opening.at timestamptz NOT NULL
opening.actor_id uuid NOT NULL
opening.organisation_id uuid NOT NULL
opening.request_id text NOT NULL
opening.inspection_id uuid NOT NULL
opening.evidence_id uuid
opening.audience_id int8 NOT NULL
opening.owner text
opening.rule text
opening.share_id uuid
opening.break_glass_id uuid
opening.by_name text
opening.inspectorate text
opening.subject_ids _uuid NOT NULL
organisation.id uuid NOT NULL
organisation.code text NOT NULL
organisation.kind text NOT NULL
organisation.inspectorate text
organisation.name text NOT NULL
organisation.replaced_by uuid
organisation_area.organisation_id uuid NOT NULL
organisation_area.area_code text NOT NULL
organisation_role.id uuid NOT NULL
organisation_role.user_id uuid NOT NULL
organisation_role.organisation_id uuid NOT NULL
organisation_role.role text NOT NULL
organisation_role.granted_by uuid
organisation_role.ended_at timestamptz
outbox.id int8 NOT NULL
outbox.written_by xid8 NOT NULL
outbox.inspection_id uuid
outbox.object text NOT NULL
outbox.change text NOT NULL
publication_hold.id uuid NOT NULL
publication_hold.inspection_id uuid NOT NULL
publication_hold.reason text NOT NULL
publication_hold.holds_until timestamptz
publication_hold.held_by uuid NOT NULL
publication_hold.held_at timestamptz NOT NULL
publication_hold.lifted_at timestamptz
publication_hold.lifted_by uuid
publication_hold.lift_reason text
publication_hold.audience_id int8 NOT NULL
quality_pass.id uuid NOT NULL
quality_pass.inspection_id uuid NOT NULL
quality_pass.inspectorate text NOT NULL
quality_pass.narrative_version int4 NOT NULL
quality_pass.note text
quality_pass.passed_by uuid NOT NULL
quality_pass.passed_at timestamptz NOT NULL
quality_pass.audience_id int8 NOT NULL
request.id uuid NOT NULL
request.inspection_id uuid NOT NULL
request.organisation_id uuid NOT NULL
request.state text NOT NULL
request.audience_id int8 NOT NULL
request.subject_ids _uuid NOT NULL
request_due.request_id uuid NOT NULL
request_due.inspection_id uuid NOT NULL
request_due.due_at timestamptz NOT NULL
request_due.calendar_version text NOT NULL
request_due.warning text
request_due.audience_id int8 NOT NULL
request_due.subject_ids _uuid NOT NULL
request_text.request_id uuid NOT NULL
request_text.inspection_id uuid NOT NULL
request_text.title text NOT NULL
request_text.asked text NOT NULL
request_text.reason text NOT NULL
request_text.inspectorates _text NOT NULL
request_text.case_ids _uuid NOT NULL
request_text.drafted_by uuid NOT NULL
request_text.drafted_at timestamptz NOT NULL
request_text.issued_at timestamptz
request_text.issued_by uuid
request_text.cancelled_at timestamptz
request_text.cancelled_by uuid
request_text.cancel_reason text
request_text.audience_id int8 NOT NULL
request_text.subject_ids _uuid NOT NULL
request_text.version int4 NOT NULL
sealing_key.inspection_id uuid NOT NULL
sealing_key.purpose text NOT NULL
sealing_key.master_key_id text NOT NULL
sealing_key.sealed_key bytea NOT NULL
sentence_history.id uuid NOT NULL
sentence_history.inspection_id uuid NOT NULL
sentence_history.sentence_id uuid NOT NULL
sentence_history.sentence_key text NOT NULL
sentence_history.version int4 NOT NULL
sentence_history.text text NOT NULL
sentence_history.origin text NOT NULL
sentence_history.change text NOT NULL
sentence_history.written_by uuid
sentence_history.changed_by uuid NOT NULL
sentence_history.changed_at timestamptz NOT NULL
sentence_history.audience_id int8 NOT NULL
sentence_history.subject_ids _uuid NOT NULL
sentence_provenance.sentence_id uuid NOT NULL
sentence_provenance.finding_id uuid NOT NULL
sentence_provenance.inspection_id uuid NOT NULL
sentence_provenance.finding_audience_id int8 NOT NULL
sentence_provenance.audience_id int8 NOT NULL
sentence_provenance.subject_ids _uuid NOT NULL
signature.id uuid NOT NULL
signature.inspection_id uuid NOT NULL
signature.frozen_text_id uuid NOT NULL
signature.inspectorate text NOT NULL
signature.user_id uuid NOT NULL
signature.name text NOT NULL
signature.office text
signature.hash text NOT NULL
signature.delegation_id uuid
signature.signed_at timestamptz NOT NULL
signature.voided_at timestamptz
signature.voided_by uuid
signature.audience_id int8 NOT NULL
signing_delegation.id uuid NOT NULL
signing_delegation.inspection_id uuid NOT NULL
signing_delegation.inspectorate text NOT NULL
signing_delegation.delegated_by uuid NOT NULL
signing_delegation.delegated_to uuid NOT NULL
signing_delegation.assignment_id uuid NOT NULL
signing_delegation.reason text NOT NULL
signing_delegation.delegated_at timestamptz NOT NULL
signing_delegation.audience_id int8 NOT NULL
submission.id uuid NOT NULL
submission.request_id uuid NOT NULL
submission.inspection_id uuid NOT NULL
submission.organisation_id uuid NOT NULL
submission.state text NOT NULL
submission.late bool NOT NULL
submission.submitted_at timestamptz
submission.submitted_by uuid
submission.receipt text
submission.version int4 NOT NULL
submission.audience_id int8 NOT NULL
submission.subject_ids _uuid NOT NULL
submission_text.submission_id uuid NOT NULL
submission_text.inspection_id uuid NOT NULL
submission_text.organisation_id uuid NOT NULL
submission_text.text text NOT NULL
submission_text.data jsonb NOT NULL
submission_text.written_by uuid NOT NULL
submission_text.written_at timestamptz NOT NULL
submission_text.audience_id int8 NOT NULL
submission_text.subject_ids _uuid NOT NULL
submission_version.submission_id uuid NOT NULL
submission_version.inspection_id uuid NOT NULL
submission_version.organisation_id uuid NOT NULL
submission_version.version int4 NOT NULL
submission_version.text text NOT NULL
submission_version.data jsonb NOT NULL
submission_version.late bool NOT NULL
submission_version.submitted_at timestamptz NOT NULL
submission_version.submitted_by uuid NOT NULL
submission_version.receipt text NOT NULL
submission_version.replaced_at timestamptz NOT NULL
submission_version.replaced_by uuid NOT NULL
submission_version.reason text NOT NULL
submission_version.audience_id int8 NOT NULL
submission_version.subject_ids _uuid NOT NULL
timetable_entry.inspection_id uuid NOT NULL
timetable_entry.code text NOT NULL
timetable_entry.name text NOT NULL
timetable_entry.falls_on date NOT NULL
timetable_entry.due_at timestamptz
timetable_entry.calendar_version text NOT NULL
timetable_entry.reason text
timetable_entry.computed_on date NOT NULL
timetable_entry.audience_id int8 NOT NULL
timetable_entry.warnings jsonb NOT NULL
whistleblowing.id uuid NOT NULL
whistleblowing.inspection_id uuid NOT NULL
whistleblowing.agency_id uuid
whistleblowing.received_on date NOT NULL
whistleblowing.state text NOT NULL
whistleblowing.version int4 NOT NULL
whistleblowing.audience_id int8 NOT NULL
whistleblowing.subject_ids _uuid NOT NULL
whistleblowing_event.id uuid NOT NULL
whistleblowing_event.inspection_id uuid NOT NULL
whistleblowing_event.operation text NOT NULL
whistleblowing_event.whistleblowing_id uuid
whistleblowing_event.handler_id uuid
whistleblowing_event.at timestamptz NOT NULL
whistleblowing_event.actor_id uuid
whistleblowing_event.audience_id int8 NOT NULL
whistleblowing_event.subject_ids _uuid NOT NULL
whistleblowing_handler.id uuid NOT NULL
whistleblowing_handler.inspection_id uuid NOT NULL
whistleblowing_handler.user_id uuid NOT NULL
whistleblowing_handler.named_by uuid NOT NULL
whistleblowing_handler.named_at timestamptz NOT NULL
whistleblowing_handler.ended_at timestamptz
whistleblowing_handler.audience_id int8 NOT NULL
whistleblowing_receipt.id uuid NOT NULL
whistleblowing_receipt.filed_by uuid NOT NULL
whistleblowing_receipt.code text NOT NULL
whistleblowing_receipt.at timestamptz NOT NULL
whistleblowing_receipt.audience_id int8 NOT NULL
whistleblowing_step.id uuid NOT NULL
whistleblowing_step.whistleblowing_id uuid NOT NULL
whistleblowing_step.inspection_id uuid NOT NULL
whistleblowing_step.step text NOT NULL
whistleblowing_step.at timestamptz NOT NULL
whistleblowing_step.by_user uuid NOT NULL
whistleblowing_step.sealed bytea
whistleblowing_step.audience_id int8 NOT NULL
whistleblowing_step.subject_ids _uuid NOT NULL
whistleblowing_words.whistleblowing_id uuid NOT NULL
whistleblowing_words.inspection_id uuid NOT NULL
whistleblowing_words.sealed bytea NOT NULL
whistleblowing_words.audience_id int8 NOT NULL
whistleblowing_words.subject_ids _uuid NOT NULL

-- Constraints
app.access_request: CHECK (
CASE state
    WHEN 'OPEN'::text THEN (decision_reason IS NULL)
    WHEN 'REFUSED'::text THEN (decision_reason IS NOT NULL)
    ELSE true
END)
app.access_request: CHECK ((((state = 'OPEN'::text) = (decided_at IS NULL)) AND ((state = 'OPEN'::text) = (decided_by IS NULL))))
app.access_request: CHECK (((state = 'GRANTED'::text) = (share_id IS NOT NULL)))
app.access_request: CHECK ((due_at > asked_at))
app.access_request: CHECK ((form = ANY (ARRAY['WHOLE'::text, 'SUMMARY'::text])))
app.access_request: CHECK ((recipient <> owner))
app.access_request: CHECK ((state = ANY (ARRAY['OPEN'::text, 'GRANTED'::text, 'REFUSED'::text])))
app.access_request: FOREIGN KEY (asked_by) REFERENCES app.app_user(id)
app.access_request: FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.access_request: FOREIGN KEY (decided_by) REFERENCES app.app_user(id)
app.access_request: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.access_request: FOREIGN KEY (recipient) REFERENCES app.organisation(inspectorate)
app.access_request: FOREIGN KEY (recipient_assignment_id) REFERENCES app.assignment(id)
app.access_request: FOREIGN KEY (share_id) REFERENCES app.evidence_share(id)
app.access_request: PRIMARY KEY (id)
app.access_request: UNIQUE (share_id)
app.accuracy_comment: CHECK (((state = 'SENT'::text) = ((sent_at IS NOT NULL) AND (sent_by IS NOT NULL) AND (receipt IS NOT NULL))))
app.accuracy_comment: CHECK ((kind = ANY (ARRAY['FACT'::text, 'JUDGEMENT'::text])))
app.accuracy_comment: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text])))
app.accuracy_comment: FOREIGN KEY (frozen_paragraph_id, inspection_id) REFERENCES app.frozen_paragraph(id, inspection_id)
app.accuracy_comment: FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text(id, inspection_id)
app.accuracy_comment: FOREIGN KEY (inspection_id, organisation_id) REFERENCES app.inspection_agency(inspection_id, organisation_id)
app.accuracy_comment: PRIMARY KEY (id)
app.accuracy_comment: UNIQUE (id, inspection_id, organisation_id)
app.accuracy_reply: CHECK (((state = 'SENT'::text) = ((sent_at IS NOT NULL) AND (sent_by IS NOT NULL))))
app.accuracy_reply: CHECK ((decision = ANY (ARRAY['CHANGED'::text, 'NOT_CHANGED'::text, 'NOTED'::text])))
app.accuracy_reply: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text])))
app.accuracy_reply: FOREIGN KEY (comment_id, inspection_id, organisation_id) REFERENCES app.accuracy_comment(id, inspection_id, organisation_id)
app.accuracy_reply: PRIMARY KEY (comment_id)
app.app_user: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.app_user: PRIMARY KEY (id)
app.app_user: UNIQUE (id, organisation_id)
app.app_user: UNIQUE (issuer, subject)
app.area: PRIMARY KEY (code)
app.assignment: CHECK (((role = ANY (ARRAY['COORDINATOR'::text, 'CONTRIBUTOR'::text, 'AGENCY_SIGNATORY'::text])) = (inspectorate IS NULL)))
app.assignment: CHECK ((ends_at > starts_at))
app.assignment: CHECK ((role = ANY (ARRAY['LEAD'::text, 'INSPECTORATE_LEAD'::text, 'INSPECTOR'::text, 'ANALYST'::text, 'QUALITY_ASSURER'::text, 'OBSERVER'::text, 'SIGNATORY'::text, 'COORDINATOR'::text, 'CONTRIBUTOR'::text, 'AGENCY_SIGNATORY'::text])))
app.assignment: CHECK ((user_id <> assigned_by))
app.assignment: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.assignment: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.assignment: FOREIGN KEY (organisation_id, inspectorate) REFERENCES app.organisation(id, inspectorate)
app.assignment: FOREIGN KEY (user_id, organisation_id) REFERENCES app.app_user(id, organisation_id)
app.assignment: PRIMARY KEY (id)
app.attitude: CHECK (((attitude = 'AGREE'::text) OR (words IS NOT NULL)))
app.attitude: CHECK ((attitude = ANY (ARRAY['AGREE'::text, 'QUALIFY'::text, 'DISSENT'::text])))
app.attitude: CHECK ((num_nonnulls(merge_id, finding_id) = 1))
app.attitude: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.attitude: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.attitude: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.attitude: FOREIGN KEY (merge_id, inspection_id) REFERENCES app.finding_merge(id, inspection_id)
app.attitude: PRIMARY KEY (id)
app.audience: PRIMARY KEY (id)
app.audience: UNIQUE (fingerprint)
app.audience_grant: CHECK (((degree >= 1) AND (degree <= 4)))
app.audience_grant: CHECK ((audience_id <> 0))
app.audience_grant: CHECK ((ends_at > starts_at))
app.audience_grant: FOREIGN KEY (audience_id) REFERENCES app.audience(id)
app.audit_event: PRIMARY KEY (id)
app.break_glass: CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '01:00:00'::interval))))
app.break_glass: CHECK ((char_length(regexp_replace(NORMALIZE(btrim(reason), NFC), '\s+'::text, ' '::text, 'g'::text)) >= 30))
app.break_glass: CHECK ((num_nonnulls(case_id, evidence_id) = 1))
app.break_glass: FOREIGN KEY (asked_by) REFERENCES app.app_user(id)
app.break_glass: FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.break_glass: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.break_glass: FOREIGN KEY (evidence_id) REFERENCES app.evidence(id)
app.break_glass: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.break_glass: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.break_glass: PRIMARY KEY (id)
app.break_glass: UNIQUE (id, inspection_id)
app.break_glass_review: CHECK ((num_nulls(reviewed_at, reviewed_by, outcome, words) = ANY (ARRAY[0, 4])))
app.break_glass_review: CHECK ((outcome = ANY (ARRAY['JUSTIFIED'::text, 'NOT_JUSTIFIED'::text])))
app.break_glass_review: FOREIGN KEY (break_glass_id, inspection_id) REFERENCES app.break_glass(id, inspection_id)
app.break_glass_review: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.break_glass_review: FOREIGN KEY (reviewed_by) REFERENCES app.app_user(id)
app.break_glass_review: PRIMARY KEY (id)
app.break_glass_review: UNIQUE (break_glass_id, owner)
app.case_detail: CHECK (((NOT unborn) OR (age_years IS NULL)))
app.case_detail: CHECK (((age_years >= 0) AND (age_years <= 25)))
app.case_detail: CHECK ((sampling = ANY (ARRAY['TRACKED'::text, 'SAMPLED'::text])))
app.case_detail: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.case_detail: PRIMARY KEY (case_id)
app.case_file: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.case_file: PRIMARY KEY (id)
app.case_file: UNIQUE (id, inspection_id)
app.case_file: UNIQUE (inspection_id, code)
app.case_member: FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.case_member: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.case_member: PRIMARY KEY (id)
app.chronology_contradiction: CHECK ((entry_id <> other_id))
app.chronology_contradiction: FOREIGN KEY (entry_id) REFERENCES app.chronology_entry(id) ON DELETE CASCADE
app.chronology_contradiction: FOREIGN KEY (other_id) REFERENCES app.chronology_entry(id) ON DELETE CASCADE
app.chronology_contradiction: PRIMARY KEY (entry_id, other_id)
app.chronology_entry: FOREIGN KEY (agency_id) REFERENCES app.organisation(id)
app.chronology_entry: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.chronology_entry: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.chronology_entry: PRIMARY KEY (id)
app.citation: FOREIGN KEY (evidence_id) REFERENCES app.evidence(id)
app.citation: FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding(id, inspection_id, owner) ON DELETE CASCADE
app.citation: PRIMARY KEY (id)
app.citation: UNIQUE (finding_id, evidence_id)
app.citation: UNIQUE (id, finding_id, evidence_id)
app.citation_passage: CHECK ((from_offset >= 0))
app.citation_passage: CHECK ((to_offset > from_offset))
app.citation_passage: FOREIGN KEY (citation_id, finding_id, evidence_id) REFERENCES app.citation(id, finding_id, evidence_id) ON DELETE CASCADE
app.citation_passage: FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding(id, inspection_id, owner) ON DELETE CASCADE
app.citation_passage: PRIMARY KEY (citation_id)
app.comment_admission: FOREIGN KEY (comment_id, inspection_id, organisation_id) REFERENCES app.accuracy_comment(id, inspection_id, organisation_id)
app.comment_admission: PRIMARY KEY (comment_id)
app.conflict_notice: CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'LIFTED'::text])))
app.conflict_notice: FOREIGN KEY (conflict_id) REFERENCES app.conflict_of_interest(id)
app.conflict_notice: PRIMARY KEY (conflict_id)
app.conflict_of_interest: CHECK (((case_id IS NULL) = (case_code IS NULL)))
app.conflict_of_interest: CHECK ((lifted_by <> user_id))
app.conflict_of_interest: CHECK ((num_nonnulls(organisation_id, case_id) = 1))
app.conflict_of_interest: CHECK ((num_nulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3])))
app.conflict_of_interest: FOREIGN KEY (case_id) REFERENCES app.case_file(id)
app.conflict_of_interest: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.conflict_of_interest: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.conflict_of_interest: FOREIGN KEY (user_id) REFERENCES app.app_user(id)
app.conflict_of_interest: PRIMARY KEY (id)
app.contribution: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text])))
app.contribution: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.contribution: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.contribution: PRIMARY KEY (id)
app.contribution: UNIQUE (id, inspection_id, inspectorate)
app.contribution: UNIQUE (inspection_id, inspectorate)
app.contribution_body: FOREIGN KEY (contribution_id, inspection_id, inspectorate) REFERENCES app.contribution(id, inspection_id, inspectorate)
app.contribution_body: PRIMARY KEY (contribution_id)
app.evidence: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'WITHDRAWN'::text])))
app.evidence: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.evidence: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.evidence: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.evidence: PRIMARY KEY (id)
app.evidence: UNIQUE (id, inspection_id, owner)
app.evidence_body: CHECK (((occurred_to IS NULL) OR (occurred_from <= occurred_to)))
app.evidence_body: CHECK ((personal_data = ANY (ARRAY['NONE'::text, 'PERSONAL'::text, 'SPECIAL_CATEGORY'::text, 'CRIMINAL_OFFENCE'::text])))
app.evidence_body: CHECK ((strength = ANY (ARRAY['OBSERVED'::text, 'RECORD'::text, 'SAID'::text, 'DATA'::text, 'DOCUMENT'::text])))
app.evidence_body: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_body: FOREIGN KEY (source_agency_id) REFERENCES app.organisation(id)
app.evidence_body: PRIMARY KEY (evidence_id)
app.evidence_cap: CHECK ((form = ANY (ARRAY['WHOLE'::text, 'SUMMARY'::text, 'NOTHING'::text])))
app.evidence_cap: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_cap: PRIMARY KEY (evidence_id, recipient)
app.evidence_share: CHECK ((ends_at > starts_at))
app.evidence_share: CHECK ((form = ANY (ARRAY['WHOLE'::text, 'SUMMARY'::text])))
app.evidence_share: CHECK ((recipient <> owner))
app.evidence_share: CHECK ((starts_at >= shared_at))
app.evidence_share: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.evidence_share: FOREIGN KEY (recipient) REFERENCES app.organisation(inspectorate)
app.evidence_share: FOREIGN KEY (recipient_assignment_id) REFERENCES app.assignment(id)
app.evidence_share: PRIMARY KEY (id)
app.evidence_share: UNIQUE (id, evidence_id, inspection_id, owner)
app.evidence_share_text: FOREIGN KEY (share_id, evidence_id, inspection_id, owner) REFERENCES app.evidence_share(id, evidence_id, inspection_id, owner)
app.evidence_share_text: PRIMARY KEY (share_id)
app.evidence_summary: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.evidence_summary: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_summary: PRIMARY KEY (evidence_id)
app.evidence_version: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_version: PRIMARY KEY (evidence_id, version)
app.evidence_withdrawal: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.evidence_withdrawal: PRIMARY KEY (evidence_id)
app.finding: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.finding: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'WITHDRAWN'::text])))
app.finding: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.finding: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.finding: PRIMARY KEY (id)
app.finding: UNIQUE (id, inspection_id)
app.finding: UNIQUE (id, inspection_id, owner)
app.finding_body: CHECK (((num_nulls(count_n, count_of, count_basis) = ANY (ARRAY[0, 3])) AND ((count_n IS NULL) OR (count_n <= count_of))))
app.finding_body: CHECK ((count_basis = ANY (ARRAY['TRACKED'::text, 'SAMPLED'::text])))
app.finding_body: CHECK ((count_n >= 0))
app.finding_body: CHECK ((count_of > 0))
app.finding_body: CHECK ((kind = ANY (ARRAY['STRENGTH'::text, 'AREA_FOR_IMPROVEMENT'::text, 'PRIORITY_ACTION'::text, 'EFFECTIVE_PRACTICE'::text, 'PRACTICE_CONCERN'::text, 'CONTEXT'::text])))
app.finding_body: CHECK ((placement = ANY (ARRAY['HEADLINE'::text, 'IMPROVEMENT'::text, 'STRENGTH'::text, 'MAIN'::text, 'STUDY'::text])))
app.finding_body: CHECK ((study >= 1))
app.finding_body: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.finding_body: FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding(id, inspection_id, owner) ON DELETE CASCADE
app.finding_body: PRIMARY KEY (finding_id)
app.finding_merge: CHECK (((num_nulls(count_n, count_of, count_basis) = ANY (ARRAY[0, 3])) AND ((count_n IS NULL) OR (count_n <= count_of))))
app.finding_merge: CHECK ((count_basis = ANY (ARRAY['TRACKED'::text, 'SAMPLED'::text])))
app.finding_merge: CHECK ((count_n >= 0))
app.finding_merge: CHECK ((count_of > 0))
app.finding_merge: CHECK ((kind = ANY (ARRAY['STRENGTH'::text, 'AREA_FOR_IMPROVEMENT'::text, 'PRIORITY_ACTION'::text, 'EFFECTIVE_PRACTICE'::text, 'PRACTICE_CONCERN'::text, 'CONTEXT'::text])))
app.finding_merge: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.finding_merge: CHECK ((placement = ANY (ARRAY['HEADLINE'::text, 'IMPROVEMENT'::text, 'STRENGTH'::text, 'MAIN'::text, 'STUDY'::text])))
app.finding_merge: CHECK ((study >= 1))
app.finding_merge: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.finding_merge: FOREIGN KEY (kept_finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.finding_merge: PRIMARY KEY (id)
app.finding_merge: UNIQUE (id, inspection_id)
app.finding_merge_source: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.finding_merge_source: FOREIGN KEY (merge_id, inspection_id) REFERENCES app.finding_merge(id, inspection_id)
app.finding_merge_source: PRIMARY KEY (merge_id, finding_id)
app.finding_withdrawal: FOREIGN KEY (finding_id, inspection_id, owner) REFERENCES app.finding(id, inspection_id, owner)
app.finding_withdrawal: PRIMARY KEY (finding_id)
app.frozen_paragraph: CHECK ((jsonb_typeof(sentences) = 'array'::text))
app.frozen_paragraph: CHECK ((study > 0))
app.frozen_paragraph: CHECK ((style = ANY (ARRAY['LIST'::text, 'PARAGRAPHS'::text])))
app.frozen_paragraph: FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text(id, inspection_id)
app.frozen_paragraph: PRIMARY KEY (id)
app.frozen_paragraph: UNIQUE (frozen_text_id, "position")
app.frozen_paragraph: UNIQUE (id, inspection_id)
app.frozen_provenance: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.frozen_provenance: FOREIGN KEY (frozen_paragraph_id, inspection_id) REFERENCES app.frozen_paragraph(id, inspection_id)
app.frozen_provenance: PRIMARY KEY (frozen_paragraph_id, finding_id)
app.frozen_text: CHECK ((deadline >= opened_at))
app.frozen_text: CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
app.frozen_text: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.frozen_text: FOREIGN KEY (inspection_id) REFERENCES app.narrative(inspection_id)
app.frozen_text: PRIMARY KEY (id)
app.frozen_text: UNIQUE (id, inspection_id)
app.history_provenance: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.history_provenance: FOREIGN KEY (history_id) REFERENCES app.sentence_history(id)
app.history_provenance: PRIMARY KEY (history_id, finding_id)
app.idempotency_key: PRIMARY KEY (user_id, key)
app.identity_provider: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.identity_provider: PRIMARY KEY (issuer)
app.immediate_concern: CHECK ((state = ANY (ARRAY['RAISED'::text, 'ACKNOWLEDGED'::text, 'ACTED_ON'::text, 'CLOSED'::text])))
app.immediate_concern: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.immediate_concern: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.immediate_concern: FOREIGN KEY (raised_by) REFERENCES app.app_user(id)
app.immediate_concern: FOREIGN KEY (receiver_id) REFERENCES app.organisation(id)
app.immediate_concern: PRIMARY KEY (id)
app.immediate_concern_step: CHECK ((step = ANY (ARRAY['RAISED'::text, 'ACKNOWLEDGED'::text, 'ACTED_ON'::text, 'CLOSED'::text])))
app.immediate_concern_step: FOREIGN KEY (concern_id) REFERENCES app.immediate_concern(id)
app.immediate_concern_step: PRIMARY KEY (id)
app.immediate_concern_step: UNIQUE (concern_id, step)
app.inspection: CHECK ((stage = ANY (ARRAY['PLANNED'::text, 'PREPARING'::text, 'FIELDWORK'::text, 'DRAFTING'::text, 'ACCURACY_CHECK'::text, 'SIGNING'::text, 'SIGNED'::text, 'PUBLISHED'::text, 'FOLLOW_UP'::text, 'CLOSED'::text])))
app.inspection: FOREIGN KEY (area_code) REFERENCES app.area(code)
app.inspection: FOREIGN KEY (leading_inspectorate) REFERENCES app.organisation(inspectorate)
app.inspection: PRIMARY KEY (id)
app.inspection_agency: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.inspection_agency: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.inspection_agency: PRIMARY KEY (inspection_id, organisation_id)
app.inspection_conduct: CHECK ((fieldwork_to >= fieldwork_from))
app.inspection_conduct: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.inspection_conduct: PRIMARY KEY (inspection_id)
app.inspection_inspectorate: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.inspection_inspectorate: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.inspection_inspectorate: PRIMARY KEY (inspection_id, inspectorate)
app.inspection_mark: CHECK ((kind = ANY (ARRAY['DEFERRED'::text, 'PAUSED'::text, 'RESUMED'::text, 'INCOMPLETE'::text])))
app.inspection_mark: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.inspection_mark: PRIMARY KEY (id)
app.letter: FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text(id, inspection_id)
app.letter: PRIMARY KEY (id)
app.letter: UNIQUE (id, inspection_id)
app.letter: UNIQUE (inspection_id, version)
app.letter_text: FOREIGN KEY (letter_id, inspection_id) REFERENCES app.letter(id, inspection_id)
app.letter_text: PRIMARY KEY (letter_id)
app.marking_agreement: FOREIGN KEY (lowering_id, finding_id, inspection_id) REFERENCES app.marking_lowering(id, finding_id, inspection_id) ON DELETE CASCADE
app.marking_agreement: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.marking_agreement: PRIMARY KEY (lowering_id, owner)
app.marking_change: CHECK (((marking = 'OFFICIAL_SENSITIVE'::text) OR (reason IS NOT NULL)))
app.marking_change: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.marking_change: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.marking_change: PRIMARY KEY (id)
app.marking_lowering: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id) ON DELETE CASCADE
app.marking_lowering: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.marking_lowering: PRIMARY KEY (id)
app.marking_lowering: UNIQUE (id, finding_id, inspection_id)
app.narrative: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.narrative: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.narrative: PRIMARY KEY (inspection_id)
app.narrative_paragraph: CHECK ((study > 0))
app.narrative_paragraph: CHECK ((style = ANY (ARRAY['LIST'::text, 'PARAGRAPHS'::text])))
app.narrative_paragraph: FOREIGN KEY (inspection_id) REFERENCES app.narrative(inspection_id)
app.narrative_paragraph: PRIMARY KEY (id)
app.narrative_paragraph: UNIQUE (id, inspection_id)
app.narrative_paragraph: UNIQUE (inspection_id, key)
app.narrative_sentence: CHECK ((origin = ANY (ARRAY['FINDING'::text, 'VOICE'::text, 'LAYOUT'::text, 'EDITED'::text, 'ADDED'::text])))
app.narrative_sentence: FOREIGN KEY (paragraph_id, inspection_id) REFERENCES app.narrative_paragraph(id, inspection_id) ON DELETE CASCADE
app.narrative_sentence: PRIMARY KEY (id)
app.narrative_sentence: UNIQUE (id, inspection_id)
app.narrative_sentence: UNIQUE (inspection_id, key)
app.opening: CHECK (((break_glass_id IS NULL) OR (rule = 'BREAK_GLASS'::text)))
app.opening: CHECK (((share_id IS NULL) OR (rule = 'SHARE'::text)))
app.opening: CHECK ((rule = ANY (ARRAY['AUTHOR'::text, 'OWN_TEAM'::text, 'SHARE'::text, 'BREAK_GLASS'::text, 'RECORD_KEEPER'::text])))
app.opening: FOREIGN KEY (break_glass_id) REFERENCES app.break_glass(id)
app.opening: FOREIGN KEY (owner) REFERENCES app.organisation(inspectorate)
app.opening: FOREIGN KEY (share_id) REFERENCES app.evidence_share(id)
app.opening: PRIMARY KEY (id)
app.organisation: CHECK (((kind = 'INSPECTORATE'::text) = (inspectorate IS NOT NULL)))
app.organisation: FOREIGN KEY (replaced_by) REFERENCES app.organisation(id)
app.organisation: PRIMARY KEY (id)
app.organisation: UNIQUE (code)
app.organisation: UNIQUE (id, inspectorate)
app.organisation: UNIQUE (inspectorate)
app.organisation_area: FOREIGN KEY (area_code) REFERENCES app.area(code)
app.organisation_area: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.organisation_area: PRIMARY KEY (organisation_id, area_code)
app.organisation_role: CHECK ((role = ANY (ARRAY['ADMINISTRATOR'::text, 'PLANNER'::text, 'AUDITOR'::text, 'RECORD_KEEPER'::text, 'SAFEGUARDING_CONTACT'::text])))
app.organisation_role: FOREIGN KEY (user_id, organisation_id) REFERENCES app.app_user(id, organisation_id)
app.organisation_role: PRIMARY KEY (id)
app.outbox: PRIMARY KEY (id)
app.publication_hold: CHECK ((holds_until > held_at))
app.publication_hold: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.publication_hold: PRIMARY KEY (id)
app.quality_pass: FOREIGN KEY (inspection_id) REFERENCES app.narrative(inspection_id)
app.quality_pass: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.quality_pass: PRIMARY KEY (id)
app.request: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'ISSUED'::text, 'CANCELLED'::text])))
app.request: FOREIGN KEY (inspection_id, organisation_id) REFERENCES app.inspection_agency(inspection_id, organisation_id)
app.request: PRIMARY KEY (id)
app.request: UNIQUE (id, inspection_id)
app.request: UNIQUE (id, inspection_id, organisation_id)
app.request_due: FOREIGN KEY (request_id, inspection_id) REFERENCES app.request(id, inspection_id)
app.request_due: PRIMARY KEY (request_id)
app.request_text: CHECK ((cardinality(inspectorates) > 0))
app.request_text: FOREIGN KEY (request_id, inspection_id) REFERENCES app.request(id, inspection_id)
app.request_text: PRIMARY KEY (request_id)
app.sealing_key: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.sealing_key: PRIMARY KEY (inspection_id, purpose)
app.sentence_history: CHECK ((change = ANY (ARRAY['EDITED'::text, 'REMOVED'::text, 'SOURCE_CHANGED'::text, 'SOURCE_GONE'::text])))
app.sentence_history: FOREIGN KEY (inspection_id) REFERENCES app.narrative(inspection_id)
app.sentence_history: PRIMARY KEY (id)
app.sentence_provenance: FOREIGN KEY (finding_id, inspection_id) REFERENCES app.finding(id, inspection_id)
app.sentence_provenance: FOREIGN KEY (sentence_id, inspection_id) REFERENCES app.narrative_sentence(id, inspection_id) ON DELETE CASCADE
app.sentence_provenance: PRIMARY KEY (sentence_id, finding_id)
app.signature: FOREIGN KEY (delegation_id) REFERENCES app.signing_delegation(id)
app.signature: FOREIGN KEY (frozen_text_id, inspection_id) REFERENCES app.frozen_text(id, inspection_id)
app.signature: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.signature: PRIMARY KEY (id)
app.signing_delegation: CHECK ((delegated_to <> delegated_by))
app.signing_delegation: FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.signing_delegation: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.signing_delegation: FOREIGN KEY (inspectorate) REFERENCES app.organisation(inspectorate)
app.signing_delegation: PRIMARY KEY (id)
app.submission: CHECK (((state = 'SUBMITTED'::text) = ((submitted_at IS NOT NULL) AND (submitted_by IS NOT NULL) AND (receipt IS NOT NULL))))
app.submission: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text])))
app.submission: FOREIGN KEY (request_id, inspection_id, organisation_id) REFERENCES app.request(id, inspection_id, organisation_id)
app.submission: PRIMARY KEY (id)
app.submission: UNIQUE (id, inspection_id, organisation_id)
app.submission: UNIQUE (request_id)
app.submission_text: CHECK ((jsonb_typeof(data) = 'array'::text))
app.submission_text: FOREIGN KEY (submission_id, inspection_id, organisation_id) REFERENCES app.submission(id, inspection_id, organisation_id)
app.submission_text: PRIMARY KEY (submission_id)
app.submission_version: FOREIGN KEY (submission_id, inspection_id, organisation_id) REFERENCES app.submission(id, inspection_id, organisation_id)
app.submission_version: PRIMARY KEY (submission_id, version)
app.timetable_entry: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.timetable_entry: PRIMARY KEY (inspection_id, code)
app.whistleblowing: CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'IN_HAND'::text, 'CLOSED'::text])))
app.whistleblowing: FOREIGN KEY (agency_id) REFERENCES app.organisation(id)
app.whistleblowing: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.whistleblowing: PRIMARY KEY (id)
app.whistleblowing: UNIQUE (id, inspection_id)
app.whistleblowing_event: CHECK (((handler_id IS NULL) = (whistleblowing_id IS NOT NULL)))
app.whistleblowing_event: CHECK (((operation = 'FILED'::text) = (actor_id IS NULL)))
app.whistleblowing_event: CHECK (((operation = ANY (ARRAY['HANDLER_NAMED'::text, 'HANDLER_ENDED'::text])) = (handler_id IS NOT NULL)))
app.whistleblowing_event: CHECK ((operation = ANY (ARRAY['FILED'::text, 'OPENED'::text, 'TAKEN_IN_HAND'::text, 'NOTED'::text, 'CLOSED'::text, 'HANDLER_NAMED'::text, 'HANDLER_ENDED'::text])))
app.whistleblowing_event: FOREIGN KEY (actor_id) REFERENCES app.app_user(id)
app.whistleblowing_event: FOREIGN KEY (handler_id, inspection_id) REFERENCES app.whistleblowing_handler(id, inspection_id)
app.whistleblowing_event: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.whistleblowing_event: FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing(id, inspection_id)
app.whistleblowing_event: PRIMARY KEY (id)
app.whistleblowing_handler: CHECK ((user_id <> named_by))
app.whistleblowing_handler: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.whistleblowing_handler: FOREIGN KEY (named_by) REFERENCES app.app_user(id)
app.whistleblowing_handler: FOREIGN KEY (user_id) REFERENCES app.app_user(id)
app.whistleblowing_handler: PRIMARY KEY (id)
app.whistleblowing_handler: UNIQUE (id, inspection_id)
app.whistleblowing_receipt: FOREIGN KEY (filed_by) REFERENCES app.app_user(id)
app.whistleblowing_receipt: PRIMARY KEY (id)
app.whistleblowing_step: CHECK (((sealed IS NOT NULL) OR (step = 'TAKEN_IN_HAND'::text)))
app.whistleblowing_step: CHECK ((step = ANY (ARRAY['TAKEN_IN_HAND'::text, 'NOTED'::text, 'CLOSED'::text])))
app.whistleblowing_step: FOREIGN KEY (by_user) REFERENCES app.app_user(id)
app.whistleblowing_step: FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing(id, inspection_id)
app.whistleblowing_step: PRIMARY KEY (id)
app.whistleblowing_words: FOREIGN KEY (whistleblowing_id, inspection_id) REFERENCES app.whistleblowing(id, inspection_id)
app.whistleblowing_words: PRIMARY KEY (whistleblowing_id)

-- Indexes
CREATE INDEX access_request_due ON app.access_request USING btree (inspection_id, due_at, id)
CREATE INDEX access_request_evidence ON app.access_request USING btree (evidence_id)
CREATE INDEX accuracy_comment_draft ON app.accuracy_comment USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX accuracy_comment_inspection ON app.accuracy_comment USING btree (inspection_id, sent_at)
CREATE INDEX accuracy_comment_paragraph ON app.accuracy_comment USING btree (frozen_paragraph_id)
CREATE INDEX accuracy_reply_draft ON app.accuracy_reply USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX app_user_organisation ON app.app_user USING btree (organisation_id)
CREATE INDEX assignment_audience ON app.assignment USING btree (audience_id)
CREATE INDEX assignment_inspection ON app.assignment USING btree (inspection_id)
CREATE INDEX assignment_user ON app.assignment USING btree (user_id, inspection_id)
CREATE INDEX audience_grant_circle ON app.audience_grant USING btree (circle, degree) INCLUDE (audience_id, starts_at, ends_at)
CREATE INDEX audience_grant_reach ON app.audience_grant USING btree (audience_id, circle, degree) INCLUDE (starts_at, ends_at)
CREATE INDEX audit_event_organisation ON app.audit_event USING btree (organisation_id, at)
CREATE INDEX break_glass_case ON app.break_glass USING btree (case_id)
CREATE INDEX break_glass_evidence ON app.break_glass USING btree (evidence_id)
CREATE INDEX break_glass_inspection ON app.break_glass USING btree (inspection_id, starts_at DESC, id DESC)
CREATE INDEX break_glass_review_waiting ON app.break_glass_review USING btree (audience_id, review_due_at) WHERE (reviewed_at IS NULL)
CREATE INDEX case_detail_inspection ON app.case_detail USING btree (inspection_id, created_at, case_id)
CREATE INDEX case_member_assignment ON app.case_member USING btree (assignment_id)
CREATE INDEX case_member_case ON app.case_member USING btree (case_id)
CREATE INDEX chronology_contradiction_other ON app.chronology_contradiction USING btree (other_id)
CREATE INDEX chronology_entry_case ON app.chronology_entry USING btree (case_id, happened_on, id)
CREATE INDEX chronology_entry_evidence ON app.chronology_entry USING btree (evidence_id)
CREATE INDEX citation_evidence ON app.citation USING btree (evidence_id, finding_id)
CREATE INDEX citation_passage_finding ON app.citation_passage USING btree (finding_id)
CREATE INDEX conflict_notice_feed ON app.conflict_notice USING btree (audience_id, state, conflict_id)
CREATE INDEX conflict_of_interest_user ON app.conflict_of_interest USING btree (user_id)
CREATE INDEX contribution_draft ON app.contribution USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX evidence_case ON app.evidence USING btree (case_id)
CREATE INDEX evidence_draft ON app.evidence USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX evidence_inspection ON app.evidence USING btree (inspection_id)
CREATE INDEX evidence_share_evidence ON app.evidence_share USING btree (evidence_id)
CREATE INDEX evidence_share_text_evidence ON app.evidence_share_text USING btree (evidence_id)
CREATE INDEX evidence_summary_page ON app.evidence_summary USING btree (inspection_id, created_at DESC, evidence_id DESC)
CREATE INDEX finding_body_page ON app.finding_body USING btree (inspection_id, created_at DESC, finding_id DESC)
CREATE INDEX finding_draft ON app.finding USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX finding_inspection ON app.finding USING btree (inspection_id)
CREATE INDEX finding_merge_page ON app.finding_merge USING btree (inspection_id, made_at DESC, id DESC)
CREATE INDEX finding_merge_source_finding ON app.finding_merge_source USING btree (finding_id)
CREATE INDEX frozen_paragraph_inspection ON app.frozen_paragraph USING btree (inspection_id)
CREATE INDEX frozen_provenance_finding ON app.frozen_provenance USING btree (finding_id)
CREATE INDEX frozen_text_inspection ON app.frozen_text USING btree (inspection_id, opened_at)
CREATE INDEX history_provenance_finding ON app.history_provenance USING btree (finding_id)
CREATE INDEX immediate_concern_feed ON app.immediate_concern USING btree (audience_id, raised_at DESC, id DESC)
CREATE INDEX immediate_concern_inspection ON app.immediate_concern USING btree (inspection_id, raised_at DESC, id DESC)
CREATE INDEX inspection_audience ON app.inspection USING btree (audience_id)
CREATE INDEX inspection_inspectorate_whose ON app.inspection_inspectorate USING btree (inspectorate)
CREATE INDEX letter_published ON app.letter USING btree (published_at DESC, id DESC) WHERE (published_at IS NOT NULL)
CREATE INDEX marking_change_evidence ON app.marking_change USING btree (evidence_id)
CREATE INDEX marking_lowering_finding ON app.marking_lowering USING btree (finding_id)
CREATE INDEX narrative_sentence_paragraph ON app.narrative_sentence USING btree (paragraph_id, "position")
CREATE INDEX opening_evidence ON app.opening USING btree (evidence_id)
CREATE INDEX opening_inspection ON app.opening USING btree (inspection_id, at DESC, id DESC)
CREATE INDEX publication_hold_inspection ON app.publication_hold USING btree (inspection_id)
CREATE INDEX quality_pass_inspection ON app.quality_pass USING btree (inspection_id)
CREATE INDEX request_draft ON app.request USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX request_due_inspection ON app.request_due USING btree (inspection_id)
CREATE INDEX request_inspection ON app.request USING btree (inspection_id)
CREATE INDEX request_text_cases ON app.request_text USING gin (case_ids)
CREATE INDEX sentence_history_page ON app.sentence_history USING btree (inspection_id, changed_at DESC, id DESC)
CREATE INDEX sentence_history_sentence ON app.sentence_history USING btree (sentence_id)
CREATE INDEX sentence_provenance_finding ON app.sentence_provenance USING btree (finding_id)
CREATE INDEX sentence_provenance_inspection ON app.sentence_provenance USING btree (inspection_id)
CREATE INDEX signature_inspection ON app.signature USING btree (inspection_id)
CREATE INDEX signing_delegation_inspection ON app.signing_delegation USING btree (inspection_id)
CREATE INDEX submission_draft ON app.submission USING btree (inspection_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX submission_inspection ON app.submission USING btree (inspection_id)
CREATE INDEX whistleblowing_event_feed ON app.whistleblowing_event USING btree (audience_id, at DESC, id DESC)
CREATE INDEX whistleblowing_event_of ON app.whistleblowing_event USING btree (whistleblowing_id)
CREATE INDEX whistleblowing_feed ON app.whistleblowing USING btree (audience_id, received_on DESC, id DESC)
CREATE INDEX whistleblowing_handler_feed ON app.whistleblowing_handler USING btree (audience_id, named_at DESC, id DESC)
CREATE INDEX whistleblowing_handler_user ON app.whistleblowing_handler USING btree (user_id)
CREATE INDEX whistleblowing_receipt_feed ON app.whistleblowing_receipt USING btree (audience_id, at DESC, id DESC)
CREATE INDEX whistleblowing_step_of ON app.whistleblowing_step USING btree (whistleblowing_id, at)
CREATE UNIQUE INDEX access_request_open ON app.access_request USING btree (evidence_id, asked_by, recipient, recipient_assignment_id) NULLS NOT DISTINCT WHERE (state = 'OPEN'::text)
CREATE UNIQUE INDEX access_request_pkey ON app.access_request USING btree (id)
CREATE UNIQUE INDEX access_request_share_id_key ON app.access_request USING btree (share_id)
CREATE UNIQUE INDEX accuracy_comment_id_inspection_id_organisation_id_key ON app.accuracy_comment USING btree (id, inspection_id, organisation_id)
CREATE UNIQUE INDEX accuracy_comment_pkey ON app.accuracy_comment USING btree (id)
CREATE UNIQUE INDEX accuracy_reply_pkey ON app.accuracy_reply USING btree (comment_id)
CREATE UNIQUE INDEX app_user_id_organisation_id_key ON app.app_user USING btree (id, organisation_id)
CREATE UNIQUE INDEX app_user_issuer_subject_key ON app.app_user USING btree (issuer, subject)
CREATE UNIQUE INDEX app_user_pkey ON app.app_user USING btree (id)
CREATE UNIQUE INDEX area_pkey ON app.area USING btree (code)
CREATE UNIQUE INDEX assignment_one_inspectorate_lead ON app.assignment USING btree (inspection_id, inspectorate) WHERE ((role = 'INSPECTORATE_LEAD'::text) AND (ended_at IS NULL))
CREATE UNIQUE INDEX assignment_one_lead ON app.assignment USING btree (inspection_id) WHERE ((role = 'LEAD'::text) AND (ended_at IS NULL))
CREATE UNIQUE INDEX assignment_pkey ON app.assignment USING btree (id)
CREATE UNIQUE INDEX attitude_pkey ON app.attitude USING btree (id)
CREATE UNIQUE INDEX attitude_to_finding ON app.attitude USING btree (finding_id, inspectorate, turn) WHERE (finding_id IS NOT NULL)
CREATE UNIQUE INDEX attitude_to_merge ON app.attitude USING btree (merge_id, inspectorate, turn) WHERE (merge_id IS NOT NULL)
CREATE UNIQUE INDEX audience_fingerprint_key ON app.audience USING btree (fingerprint)
CREATE UNIQUE INDEX audience_pkey ON app.audience USING btree (id)
CREATE UNIQUE INDEX audit_event_pkey ON app.audit_event USING btree (id)
CREATE UNIQUE INDEX break_glass_id_inspection_id_key ON app.break_glass USING btree (id, inspection_id)
CREATE UNIQUE INDEX break_glass_pkey ON app.break_glass USING btree (id)
CREATE UNIQUE INDEX break_glass_review_break_glass_id_owner_key ON app.break_glass_review USING btree (break_glass_id, owner)
CREATE UNIQUE INDEX break_glass_review_pkey ON app.break_glass_review USING btree (id)
CREATE UNIQUE INDEX case_detail_pkey ON app.case_detail USING btree (case_id)
CREATE UNIQUE INDEX case_file_id_inspection_id_key ON app.case_file USING btree (id, inspection_id)
CREATE UNIQUE INDEX case_file_inspection_id_code_key ON app.case_file USING btree (inspection_id, code)
CREATE UNIQUE INDEX case_file_pkey ON app.case_file USING btree (id)
CREATE UNIQUE INDEX case_member_once ON app.case_member USING btree (case_id, assignment_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX case_member_pkey ON app.case_member USING btree (id)
CREATE UNIQUE INDEX chronology_contradiction_pkey ON app.chronology_contradiction USING btree (entry_id, other_id)
CREATE UNIQUE INDEX chronology_entry_pkey ON app.chronology_entry USING btree (id)
CREATE UNIQUE INDEX citation_finding_id_evidence_id_key ON app.citation USING btree (finding_id, evidence_id)
CREATE UNIQUE INDEX citation_id_finding_id_evidence_id_key ON app.citation USING btree (id, finding_id, evidence_id)
CREATE UNIQUE INDEX citation_passage_pkey ON app.citation_passage USING btree (citation_id)
CREATE UNIQUE INDEX citation_pkey ON app.citation USING btree (id)
CREATE UNIQUE INDEX comment_admission_pkey ON app.comment_admission USING btree (comment_id)
CREATE UNIQUE INDEX conflict_notice_pkey ON app.conflict_notice USING btree (conflict_id)
CREATE UNIQUE INDEX conflict_of_interest_once ON app.conflict_of_interest USING btree (user_id, COALESCE(organisation_id, case_id)) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX conflict_of_interest_pkey ON app.conflict_of_interest USING btree (id)
CREATE UNIQUE INDEX contribution_body_pkey ON app.contribution_body USING btree (contribution_id)
CREATE UNIQUE INDEX contribution_id_inspection_id_inspectorate_key ON app.contribution USING btree (id, inspection_id, inspectorate)
CREATE UNIQUE INDEX contribution_inspection_id_inspectorate_key ON app.contribution USING btree (inspection_id, inspectorate)
CREATE UNIQUE INDEX contribution_pkey ON app.contribution USING btree (id)
CREATE UNIQUE INDEX evidence_body_pkey ON app.evidence_body USING btree (evidence_id)
CREATE UNIQUE INDEX evidence_cap_pkey ON app.evidence_cap USING btree (evidence_id, recipient)
CREATE UNIQUE INDEX evidence_id_inspection_id_owner_key ON app.evidence USING btree (id, inspection_id, owner)
CREATE UNIQUE INDEX evidence_pkey ON app.evidence USING btree (id)
CREATE UNIQUE INDEX evidence_share_id_evidence_id_inspection_id_owner_key ON app.evidence_share USING btree (id, evidence_id, inspection_id, owner)
CREATE UNIQUE INDEX evidence_share_pkey ON app.evidence_share USING btree (id)
CREATE UNIQUE INDEX evidence_share_text_pkey ON app.evidence_share_text USING btree (share_id)
CREATE UNIQUE INDEX evidence_summary_pkey ON app.evidence_summary USING btree (evidence_id)
CREATE UNIQUE INDEX evidence_version_pkey ON app.evidence_version USING btree (evidence_id, version)
CREATE UNIQUE INDEX evidence_withdrawal_pkey ON app.evidence_withdrawal USING btree (evidence_id)
CREATE UNIQUE INDEX finding_body_pkey ON app.finding_body USING btree (finding_id)
CREATE UNIQUE INDEX finding_id_inspection_id_key ON app.finding USING btree (id, inspection_id)
CREATE UNIQUE INDEX finding_id_inspection_id_owner_key ON app.finding USING btree (id, inspection_id, owner)
CREATE UNIQUE INDEX finding_merge_id_inspection_id_key ON app.finding_merge USING btree (id, inspection_id)
CREATE UNIQUE INDEX finding_merge_pkey ON app.finding_merge USING btree (id)
CREATE UNIQUE INDEX finding_merge_source_once ON app.finding_merge_source USING btree (finding_id) WHERE (NOT undone)
CREATE UNIQUE INDEX finding_merge_source_pkey ON app.finding_merge_source USING btree (merge_id, finding_id)
CREATE UNIQUE INDEX finding_pkey ON app.finding USING btree (id)
CREATE UNIQUE INDEX finding_withdrawal_pkey ON app.finding_withdrawal USING btree (finding_id)
CREATE UNIQUE INDEX frozen_paragraph_frozen_text_id_position_key ON app.frozen_paragraph USING btree (frozen_text_id, "position")
CREATE UNIQUE INDEX frozen_paragraph_id_inspection_id_key ON app.frozen_paragraph USING btree (id, inspection_id)
CREATE UNIQUE INDEX frozen_paragraph_pkey ON app.frozen_paragraph USING btree (id)
CREATE UNIQUE INDEX frozen_provenance_pkey ON app.frozen_provenance USING btree (frozen_paragraph_id, finding_id)
CREATE UNIQUE INDEX frozen_text_id_inspection_id_key ON app.frozen_text USING btree (id, inspection_id)
CREATE UNIQUE INDEX frozen_text_one ON app.frozen_text USING btree (inspection_id) WHERE (reopened_at IS NULL)
CREATE UNIQUE INDEX frozen_text_pkey ON app.frozen_text USING btree (id)
CREATE UNIQUE INDEX history_provenance_pkey ON app.history_provenance USING btree (history_id, finding_id)
CREATE UNIQUE INDEX idempotency_key_pkey ON app.idempotency_key USING btree (user_id, key)
CREATE UNIQUE INDEX identity_provider_pkey ON app.identity_provider USING btree (issuer)
CREATE UNIQUE INDEX immediate_concern_pkey ON app.immediate_concern USING btree (id)
CREATE UNIQUE INDEX immediate_concern_step_concern_id_step_key ON app.immediate_concern_step USING btree (concern_id, step)
CREATE UNIQUE INDEX immediate_concern_step_pkey ON app.immediate_concern_step USING btree (id)
CREATE UNIQUE INDEX inspection_agency_pkey ON app.inspection_agency USING btree (inspection_id, organisation_id)
CREATE UNIQUE INDEX inspection_conduct_pkey ON app.inspection_conduct USING btree (inspection_id)
CREATE UNIQUE INDEX inspection_inspectorate_pkey ON app.inspection_inspectorate USING btree (inspection_id, inspectorate)
CREATE UNIQUE INDEX inspection_mark_pkey ON app.inspection_mark USING btree (id)
CREATE UNIQUE INDEX inspection_pkey ON app.inspection USING btree (id)
CREATE UNIQUE INDEX letter_id_inspection_id_key ON app.letter USING btree (id, inspection_id)
CREATE UNIQUE INDEX letter_inspection_id_version_key ON app.letter USING btree (inspection_id, version)
CREATE UNIQUE INDEX letter_one ON app.letter USING btree (inspection_id) WHERE ((withdrawn_at IS NULL) AND (superseded_at IS NULL))
CREATE UNIQUE INDEX letter_pkey ON app.letter USING btree (id)
CREATE UNIQUE INDEX letter_text_pkey ON app.letter_text USING btree (letter_id)
CREATE UNIQUE INDEX marking_agreement_pkey ON app.marking_agreement USING btree (lowering_id, owner)
CREATE UNIQUE INDEX marking_change_pkey ON app.marking_change USING btree (id)
CREATE UNIQUE INDEX marking_lowering_id_finding_id_inspection_id_key ON app.marking_lowering USING btree (id, finding_id, inspection_id)
CREATE UNIQUE INDEX marking_lowering_pkey ON app.marking_lowering USING btree (id)
CREATE UNIQUE INDEX narrative_paragraph_id_inspection_id_key ON app.narrative_paragraph USING btree (id, inspection_id)
CREATE UNIQUE INDEX narrative_paragraph_inspection_id_key_key ON app.narrative_paragraph USING btree (inspection_id, key)
CREATE UNIQUE INDEX narrative_paragraph_pkey ON app.narrative_paragraph USING btree (id)
CREATE UNIQUE INDEX narrative_pkey ON app.narrative USING btree (inspection_id)
CREATE UNIQUE INDEX narrative_sentence_id_inspection_id_key ON app.narrative_sentence USING btree (id, inspection_id)
CREATE UNIQUE INDEX narrative_sentence_inspection_id_key_key ON app.narrative_sentence USING btree (inspection_id, key)
CREATE UNIQUE INDEX narrative_sentence_pkey ON app.narrative_sentence USING btree (id)
CREATE UNIQUE INDEX opening_pkey ON app.opening USING btree (id)
CREATE UNIQUE INDEX organisation_area_pkey ON app.organisation_area USING btree (organisation_id, area_code)
CREATE UNIQUE INDEX organisation_code_key ON app.organisation USING btree (code)
CREATE UNIQUE INDEX organisation_id_inspectorate_key ON app.organisation USING btree (id, inspectorate)
CREATE UNIQUE INDEX organisation_inspectorate_key ON app.organisation USING btree (inspectorate)
CREATE UNIQUE INDEX organisation_pkey ON app.organisation USING btree (id)
CREATE UNIQUE INDEX organisation_role_once ON app.organisation_role USING btree (user_id, role) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX organisation_role_pkey ON app.organisation_role USING btree (id)
CREATE UNIQUE INDEX outbox_pkey ON app.outbox USING btree (id)
CREATE UNIQUE INDEX publication_hold_pkey ON app.publication_hold USING btree (id)
CREATE UNIQUE INDEX quality_pass_pkey ON app.quality_pass USING btree (id)
CREATE UNIQUE INDEX request_due_pkey ON app.request_due USING btree (request_id)
CREATE UNIQUE INDEX request_id_inspection_id_key ON app.request USING btree (id, inspection_id)
CREATE UNIQUE INDEX request_id_inspection_id_organisation_id_key ON app.request USING btree (id, inspection_id, organisation_id)
CREATE UNIQUE INDEX request_pkey ON app.request USING btree (id)
CREATE UNIQUE INDEX request_text_pkey ON app.request_text USING btree (request_id)
CREATE UNIQUE INDEX sealing_key_pkey ON app.sealing_key USING btree (inspection_id, purpose)
CREATE UNIQUE INDEX sentence_history_pkey ON app.sentence_history USING btree (id)
CREATE UNIQUE INDEX sentence_provenance_pkey ON app.sentence_provenance USING btree (sentence_id, finding_id)
CREATE UNIQUE INDEX signature_one_person ON app.signature USING btree (frozen_text_id, user_id) WHERE (voided_at IS NULL)
CREATE UNIQUE INDEX signature_one_side ON app.signature USING btree (frozen_text_id, inspectorate) WHERE (voided_at IS NULL)
CREATE UNIQUE INDEX signature_pkey ON app.signature USING btree (id)
CREATE UNIQUE INDEX signing_delegation_pkey ON app.signing_delegation USING btree (id)
CREATE UNIQUE INDEX submission_id_inspection_id_organisation_id_key ON app.submission USING btree (id, inspection_id, organisation_id)
CREATE UNIQUE INDEX submission_pkey ON app.submission USING btree (id)
CREATE UNIQUE INDEX submission_request_id_key ON app.submission USING btree (request_id)
CREATE UNIQUE INDEX submission_text_pkey ON app.submission_text USING btree (submission_id)
CREATE UNIQUE INDEX submission_version_pkey ON app.submission_version USING btree (submission_id, version)
CREATE UNIQUE INDEX timetable_entry_pkey ON app.timetable_entry USING btree (inspection_id, code)
CREATE UNIQUE INDEX whistleblowing_event_filed_once ON app.whistleblowing_event USING btree (whistleblowing_id) WHERE (operation = 'FILED'::text)
CREATE UNIQUE INDEX whistleblowing_event_pkey ON app.whistleblowing_event USING btree (id)
CREATE UNIQUE INDEX whistleblowing_handler_id_inspection_id_key ON app.whistleblowing_handler USING btree (id, inspection_id)
CREATE UNIQUE INDEX whistleblowing_handler_once ON app.whistleblowing_handler USING btree (inspection_id, user_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX whistleblowing_handler_pkey ON app.whistleblowing_handler USING btree (id)
CREATE UNIQUE INDEX whistleblowing_id_inspection_id_key ON app.whistleblowing USING btree (id, inspection_id)
CREATE UNIQUE INDEX whistleblowing_pkey ON app.whistleblowing USING btree (id)
CREATE UNIQUE INDEX whistleblowing_receipt_pkey ON app.whistleblowing_receipt USING btree (id)
CREATE UNIQUE INDEX whistleblowing_step_once ON app.whistleblowing_step USING btree (whistleblowing_id, step) WHERE (step <> 'NOTED'::text)
CREATE UNIQUE INDEX whistleblowing_step_pkey ON app.whistleblowing_step USING btree (id)
CREATE UNIQUE INDEX whistleblowing_words_pkey ON app.whistleblowing_words USING btree (whistleblowing_id)

-- Row security
access_request: forced
accuracy_comment: forced
accuracy_reply: forced
app_user: forced
area: forced
assignment: forced
attitude: forced
audience: forced
audience_grant: forced
audit_event: forced
break_glass: forced
break_glass_review: forced
case_detail: forced
case_file: forced
case_member: forced
chronology_contradiction: forced
chronology_entry: forced
citation: forced
citation_passage: forced
comment_admission: forced
conflict_notice: forced
conflict_of_interest: forced
contribution: forced
contribution_body: forced
evidence: forced
evidence_body: forced
evidence_cap: forced
evidence_share: forced
evidence_share_text: forced
evidence_summary: forced
evidence_version: forced
evidence_withdrawal: forced
finding: forced
finding_body: forced
finding_merge: forced
finding_merge_source: forced
finding_withdrawal: forced
frozen_paragraph: forced
frozen_provenance: forced
frozen_text: forced
history_provenance: forced
idempotency_key: forced
identity_provider: forced
immediate_concern: forced
immediate_concern_step: forced
inspection: forced
inspection_agency: forced
inspection_conduct: forced
inspection_inspectorate: forced
inspection_mark: forced
letter: forced
letter_text: forced
marking_agreement: forced
marking_change: forced
marking_lowering: forced
narrative: forced
narrative_paragraph: forced
narrative_sentence: forced
opening: forced
organisation: forced
organisation_area: forced
organisation_role: forced
outbox: forced
publication_hold: forced
quality_pass: forced
request: forced
request_due: forced
request_text: forced
sealing_key: forced
sentence_history: forced
sentence_provenance: forced
signature: forced
signing_delegation: forced
submission: forced
submission_text: forced
submission_version: forced
timetable_entry: forced
whistleblowing: forced
whistleblowing_event: forced
whistleblowing_handler: forced
whistleblowing_receipt: forced
whistleblowing_step: forced
whistleblowing_words: forced

-- Policies
access_request access_request_add PERMISSIVE INSERT to jip_application using () check (((state = 'OPEN'::text) AND (asked_by = auth.user_id()) AND (asked_at = auth.at()) AND (((((inspection_id)::text || ':'::text) || 'seat:'::text) || assignment_id) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (NOT (((((inspection_id)::text || ':'::text) || 'team:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
access_request access_request_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = access_request.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
access_request access_request_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = access_request.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
access_request access_request_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = access_request.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
access_request access_request_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = access_request.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
access_request access_request_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
access_request access_request_kernel PERMISSIVE ALL to jip_access using (true) check (true)
access_request access_request_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = access_request.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
accuracy_comment accuracy_comment_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND (drafted_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'agency:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM auth.paragraph_to_comment(accuracy_comment.frozen_paragraph_id) p(inspection_id, frozen_text_id, deadline, reopened)
  WHERE (p.frozen_text_id = accuracy_comment.frozen_text_id)))))
accuracy_comment accuracy_comment_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = accuracy_comment.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
accuracy_comment accuracy_comment_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
accuracy_comment accuracy_comment_kernel PERMISSIVE ALL to jip_access using (true) check (true)
accuracy_comment accuracy_comment_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = accuracy_comment.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
accuracy_reply accuracy_reply_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND (drafted_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
accuracy_reply accuracy_reply_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = accuracy_reply.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
accuracy_reply accuracy_reply_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
accuracy_reply accuracy_reply_kernel PERMISSIVE ALL to jip_access using (true) check (true)
accuracy_reply accuracy_reply_leads RESTRICTIVE UPDATE to jip_application using (((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check ()
accuracy_reply accuracy_reply_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = accuracy_reply.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
app_user app_user_add PERMISSIVE INSERT to jip_application using () check ((((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (organisation_id = auth.provider_organisation(issuer))))
app_user app_user_change PERMISSIVE UPDATE to jip_application using (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
app_user app_user_kernel PERMISSIVE ALL to jip_access using (true) check (true)
app_user app_user_owner PERMISSIVE ALL to the owner using (true) check (true)
app_user app_user_read PERMISSIVE SELECT to jip_application using (((organisation_id = ( SELECT auth.organisation_id() AS organisation_id)) OR (id = ANY (( SELECT auth.known_people() AS known_people)::uuid[])))) check ()
area area_kernel PERMISSIVE ALL to jip_access using (true) check (true)
area area_owner PERMISSIVE ALL to the owner using (true) check (true)
area area_read PERMISSIVE SELECT to jip_application using ((auth.at() IS NOT NULL)) check ()
assignment assignment_add PERMISSIVE INSERT to jip_application using () check (((assigned_by = auth.user_id()) AND
CASE
    WHEN (role = 'LEAD'::text) THEN ((((((inspection_id)::text || ':'::text) || 'planner:'::text) || ( SELECT i.leading_inspectorate
       FROM app.inspection i
      WHERE (i.id = assignment.inspection_id))) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])))
    WHEN (role = 'INSPECTORATE_LEAD'::text) THEN (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))
    WHEN (inspectorate IS NOT NULL) THEN (((((inspection_id)::text || ':'::text) || 'lead:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))
    WHEN (role = 'COORDINATOR'::text) THEN (((((inspection_id)::text || ':'::text) || 'administrators'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND ((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
    ELSE (((((inspection_id)::text || ':'::text) || 'coordinator:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[]))
END))
assignment assignment_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = assignment.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
assignment assignment_delegate PERMISSIVE INSERT to jip_application using () check (((assigned_by = auth.user_id()) AND (role = 'SIGNATORY'::text) AND (((((inspection_id)::text || ':'::text) || 'signatory:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))))
assignment assignment_kernel PERMISSIVE ALL to jip_access using (true) check (true)
assignment assignment_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = assignment.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
attitude attitude_add PERMISSIVE INSERT to jip_application using () check (((taken_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'lead:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))))
attitude attitude_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
attitude attitude_kernel PERMISSIVE ALL to jip_access using (true) check (true)
attitude attitude_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = attitude.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
audience audience_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audience_grant audience_grant_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audience_grant audience_grant_read PERMISSIVE SELECT to jip_application using (((circle = ANY (( SELECT auth.circles() AS circles)::text[])) AND ((starts_at IS NULL) OR (starts_at <= auth.at())) AND ((ends_at IS NULL) OR (auth.at() < ends_at)))) check ()
audience_grant audience_grant_search PERMISSIVE SELECT to jip_search using (true) check ()
audit_event audit_event_add PERMISSIVE INSERT to jip_application using () check (((actor_id = auth.user_id()) AND (organisation_id = auth.organisation_id()) AND (at = auth.at())))
audit_event audit_event_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audit_event audit_event_read PERMISSIVE SELECT to jip_application using (((actor_id = auth.user_id()) OR ((('organisation:'::text || organisation_id) || ':auditor'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))) check ()
audit_event audit_event_sealer PERMISSIVE SELECT to jip_sealer using (true) check ()
break_glass break_glass_add PERMISSIVE INSERT to jip_application using () check (((asked_by = auth.user_id()) AND (starts_at = auth.at()) AND (((((inspection_id)::text || ':'::text) || 'seat:'::text) || assignment_id) = ANY (( SELECT auth.circles() AS circles)::text[])) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
break_glass break_glass_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
break_glass break_glass_kernel PERMISSIVE ALL to jip_access using (true) check (true)
break_glass break_glass_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = break_glass.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
break_glass_review break_glass_review_add PERMISSIVE INSERT to jip_application using () check (((reviewed_at IS NULL) AND (EXISTS ( SELECT
   FROM app.break_glass b
  WHERE ((b.id = break_glass_review.break_glass_id) AND (b.asked_by = auth.user_id()))))))
break_glass_review break_glass_review_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = break_glass_review.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
break_glass_review break_glass_review_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
break_glass_review break_glass_review_kernel PERMISSIVE ALL to jip_access using (true) check (true)
break_glass_review break_glass_review_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = break_glass_review.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
case_detail case_detail_add PERMISSIVE INSERT to jip_application using () check (((created_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'writers'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
case_detail case_detail_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = case_detail.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
case_detail case_detail_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_detail case_detail_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_detail case_detail_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = case_detail.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
case_file case_file_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'writers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
case_file case_file_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_file case_file_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_file case_file_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = case_file.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
case_member case_member_add PERMISSIVE INSERT to jip_application using () check (((named_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'lead:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))) AND (EXISTS ( SELECT
   FROM app.assignment a
  WHERE ((a.id = case_member.assignment_id) AND (a.inspection_id = case_member.inspection_id) AND (a.inspectorate = case_member.inspectorate) AND (a.user_id <> auth.user_id()))))))
case_member case_member_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = case_member.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
case_member case_member_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_member case_member_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_member case_member_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = case_member.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_contradiction chronology_contradiction_add PERMISSIVE INSERT to jip_application using () check (((flagged_by = auth.user_id()) AND (((((inspection_id)::text || ':writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))) AND (EXISTS ( SELECT
   FROM app.chronology_entry e
  WHERE (e.id = chronology_contradiction.entry_id))) AND (EXISTS ( SELECT
   FROM app.chronology_entry e
  WHERE (e.id = chronology_contradiction.other_id)))))
chronology_contradiction chronology_contradiction_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_contradiction.other_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_contradiction chronology_contradiction_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_contradiction.other_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_contradiction chronology_contradiction_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_contradiction.other_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_contradiction chronology_contradiction_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
chronology_contradiction chronology_contradiction_kernel PERMISSIVE ALL to jip_access using (true) check (true)
chronology_contradiction chronology_contradiction_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_contradiction.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_contradiction chronology_contradiction_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_contradiction.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
chronology_entry chronology_entry_add PERMISSIVE INSERT to jip_application using () check (((author_id = auth.user_id()) AND (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE ((b.evidence_id = chronology_entry.evidence_id) AND ((((((b.inspection_id)::text || ':'::text) || 'writers:'::text) || b.owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((b.strength = 'DATA'::text) AND (((((b.inspection_id)::text || ':'::text) || 'analysts:'::text) || b.owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))))))
chronology_entry chronology_entry_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_entry.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
chronology_entry chronology_entry_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
chronology_entry chronology_entry_kernel PERMISSIVE ALL to jip_access using (true) check (true)
chronology_entry chronology_entry_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_entry.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
chronology_entry chronology_entry_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = chronology_entry.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
citation citation_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))
citation citation_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
citation citation_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
citation citation_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation.item_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
citation citation_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
citation citation_kernel PERMISSIVE ALL to jip_access using (true) check (true)
citation citation_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
citation citation_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
citation_passage citation_passage_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))
citation_passage citation_passage_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation_passage.item_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
citation_passage citation_passage_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation_passage.item_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
citation_passage citation_passage_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation_passage.item_audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
citation_passage citation_passage_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
citation_passage citation_passage_kernel PERMISSIVE ALL to jip_access using (true) check (true)
citation_passage citation_passage_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation_passage.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
citation_passage citation_passage_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = citation_passage.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
comment_admission comment_admission_add PERMISSIVE INSERT to jip_application using () check (((admitted_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
comment_admission comment_admission_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
comment_admission comment_admission_kernel PERMISSIVE ALL to jip_access using (true) check (true)
comment_admission comment_admission_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = comment_admission.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
conflict_notice conflict_notice_kernel PERMISSIVE ALL to jip_access using (true) check (true)
conflict_notice conflict_notice_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = conflict_notice.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
conflict_of_interest conflict_of_interest_add PERMISSIVE INSERT to jip_application using () check (((declared_by = auth.user_id()) AND (lifted_at IS NULL) AND ((user_id = auth.user_id()) OR auth.leads_user(user_id))))
conflict_of_interest conflict_of_interest_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = conflict_of_interest.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
conflict_of_interest conflict_of_interest_kernel PERMISSIVE ALL to jip_access using (true) check (true)
conflict_of_interest conflict_of_interest_lift RESTRICTIVE UPDATE to jip_application using (auth.may_lift(id)) check ((lifted_by = auth.user_id()))
conflict_of_interest conflict_of_interest_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = conflict_of_interest.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
contribution contribution_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND (((((inspection_id)::text || ':'::text) || 'writers:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))))
contribution contribution_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = contribution.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
contribution contribution_kernel PERMISSIVE ALL to jip_access using (true) check (true)
contribution contribution_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = contribution.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
contribution_body contribution_body_add PERMISSIVE INSERT to jip_application using () check (((saved_by = auth.user_id()) AND (submitted_at IS NULL) AND (((((inspection_id)::text || ':'::text) || 'writers:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))))
contribution_body contribution_body_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = contribution_body.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
contribution_body contribution_body_kernel PERMISSIVE ALL to jip_access using (true) check (true)
contribution_body contribution_body_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = contribution_body.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
evidence evidence_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence evidence_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
evidence evidence_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence evidence_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence evidence_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
evidence evidence_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
evidence_body evidence_body_add PERMISSIVE INSERT to jip_application using () check (((author_id = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((strength = 'DATA'::text) AND (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))))
evidence_body evidence_body_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_body.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
evidence_body evidence_body_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_body evidence_body_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_body evidence_body_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_body.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
evidence_cap evidence_cap_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (NOT (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE (b.evidence_id = evidence_cap.evidence_id)))))))
evidence_cap evidence_cap_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_cap.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
evidence_cap evidence_cap_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_cap evidence_cap_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_cap evidence_cap_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_cap.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
evidence_share evidence_share_add PERMISSIVE INSERT to jip_application using () check (((shared_by = auth.user_id()) AND (revoked_at IS NULL) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE ((b.evidence_id = evidence_share.evidence_id) AND (b.strength = 'DATA'::text))))))))
evidence_share evidence_share_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_share.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
evidence_share evidence_share_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_share evidence_share_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_share evidence_share_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_share.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
evidence_share_text evidence_share_text_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE ((b.evidence_id = evidence_share_text.evidence_id) AND (b.strength = 'DATA'::text)))))))
evidence_share_text evidence_share_text_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_share_text evidence_share_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_share_text evidence_share_text_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_share_text.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
evidence_summary evidence_summary_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (NOT (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE (b.evidence_id = evidence_summary.evidence_id)))))))
evidence_summary evidence_summary_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_summary.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
evidence_summary evidence_summary_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_summary evidence_summary_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_summary evidence_summary_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_summary.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
evidence_version evidence_version_add PERMISSIVE INSERT to jip_application using () check (((superseded_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE ((b.evidence_id = evidence_version.evidence_id) AND (b.strength = 'DATA'::text))))))))
evidence_version evidence_version_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_version evidence_version_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_version evidence_version_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_version.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
evidence_withdrawal evidence_withdrawal_add PERMISSIVE INSERT to jip_application using () check (((withdrawn_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.evidence_body b
  WHERE ((b.evidence_id = evidence_withdrawal.evidence_id) AND (b.strength = 'DATA'::text))))) OR (((((inspection_id)::text || ':'::text) || 'keeper:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence_withdrawal evidence_withdrawal_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_withdrawal evidence_withdrawal_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_withdrawal evidence_withdrawal_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = evidence_withdrawal.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
finding finding_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND (NOT revealed) AND (((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
finding finding_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
finding finding_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
finding finding_kernel PERMISSIVE ALL to jip_access using (true) check (true)
finding finding_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
finding finding_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
finding_body finding_body_add PERMISSIVE INSERT to jip_application using () check (((author_id = auth.user_id()) AND (submitted_at IS NULL) AND (((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
finding_body finding_body_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_body.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
finding_body finding_body_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
finding_body finding_body_kernel PERMISSIVE ALL to jip_access using (true) check (true)
finding_body finding_body_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_body.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
finding_merge finding_merge_add PERMISSIVE INSERT to jip_application using () check (((made_by = auth.user_id()) AND (undone_at IS NULL) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
finding_merge finding_merge_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_merge.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
finding_merge finding_merge_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
finding_merge finding_merge_kernel PERMISSIVE ALL to jip_access using (true) check (true)
finding_merge finding_merge_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_merge.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
finding_merge_source finding_merge_source_add PERMISSIVE INSERT to jip_application using () check (((NOT undone) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
finding_merge_source finding_merge_source_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
finding_merge_source finding_merge_source_kernel PERMISSIVE ALL to jip_access using (true) check (true)
finding_merge_source finding_merge_source_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_merge_source.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
finding_withdrawal finding_withdrawal_add PERMISSIVE INSERT to jip_application using () check (((withdrawn_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
finding_withdrawal finding_withdrawal_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
finding_withdrawal finding_withdrawal_kernel PERMISSIVE ALL to jip_access using (true) check (true)
finding_withdrawal finding_withdrawal_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = finding_withdrawal.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
frozen_paragraph frozen_paragraph_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = frozen_paragraph.inspection_id)) = 'DRAFTING'::text)))
frozen_paragraph frozen_paragraph_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
frozen_paragraph frozen_paragraph_kernel PERMISSIVE ALL to jip_access using (true) check (true)
frozen_paragraph frozen_paragraph_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_paragraph.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
frozen_provenance frozen_provenance_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = frozen_provenance.inspection_id)) = 'DRAFTING'::text)))
frozen_provenance frozen_provenance_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
frozen_provenance frozen_provenance_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
frozen_provenance frozen_provenance_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
frozen_provenance frozen_provenance_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
frozen_provenance frozen_provenance_kernel PERMISSIVE ALL to jip_access using (true) check (true)
frozen_provenance frozen_provenance_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_provenance.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
frozen_text frozen_text_add PERMISSIVE INSERT to jip_application using () check (((opened_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = frozen_text.inspection_id)) = 'DRAFTING'::text)))
frozen_text frozen_text_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_text.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
frozen_text frozen_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
frozen_text frozen_text_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = frozen_text.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
history_provenance history_provenance_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = history_provenance.inspection_id)) = 'DRAFTING'::text)))
history_provenance history_provenance_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = history_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
history_provenance history_provenance_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = history_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
history_provenance history_provenance_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = history_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
history_provenance history_provenance_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
history_provenance history_provenance_kernel PERMISSIVE ALL to jip_access using (true) check (true)
history_provenance history_provenance_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = history_provenance.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
idempotency_key idempotency_key_kernel PERMISSIVE ALL to jip_access using (true) check (true)
idempotency_key idempotency_key_own PERMISSIVE ALL to jip_application using ((user_id = auth.user_id())) check ((user_id = auth.user_id()))
identity_provider identity_provider_kernel PERMISSIVE ALL to jip_access using (true) check (true)
identity_provider identity_provider_owner PERMISSIVE ALL to the owner using (true) check (true)
immediate_concern immediate_concern_add PERMISSIVE INSERT to jip_application using () check (((state = 'RAISED'::text) AND (raised_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'team'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
immediate_concern immediate_concern_conflict RESTRICTIVE ALL to jip_application using (((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts))) OR (((((inspection_id)::text || ':'::text) || 'author:'::text) || raised_by) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))) check ()
immediate_concern immediate_concern_kernel PERMISSIVE ALL to jip_access using (true) check (true)
immediate_concern immediate_concern_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = immediate_concern.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
immediate_concern_step immediate_concern_step_add PERMISSIVE INSERT to jip_application using () check (((by_user = auth.user_id()) AND
CASE step
    WHEN 'RAISED'::text THEN ((raised_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'team'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
    WHEN 'CLOSED'::text THEN ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))
    ELSE ((('organisation:'::text || receiver_id) || ':safeguarding_contact'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))
END))
immediate_concern_step immediate_concern_step_conflict RESTRICTIVE ALL to jip_application using (((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts))) OR (((((inspection_id)::text || ':'::text) || 'author:'::text) || raised_by) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))) check ()
immediate_concern_step immediate_concern_step_kernel PERMISSIVE ALL to jip_access using (true) check (true)
immediate_concern_step immediate_concern_step_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = immediate_concern_step.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
inspection inspection_add PERMISSIVE INSERT to jip_application using () check (((stage = 'PLANNED'::text) AND ((('inspectorate:'::text || leading_inspectorate) || ':planner'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection inspection_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
inspection inspection_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection inspection_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
inspection_agency inspection_agency_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_agency inspection_agency_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_agency.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
inspection_agency inspection_agency_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_agency inspection_agency_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_agency.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
inspection_conduct inspection_conduct_add PERMISSIVE INSERT to jip_application using () check (((created_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_conduct inspection_conduct_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_conduct.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
inspection_conduct inspection_conduct_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_conduct inspection_conduct_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_conduct.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
inspection_inspectorate inspection_inspectorate_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'planner:'::text) || ( SELECT i.leading_inspectorate
   FROM app.inspection i
  WHERE (i.id = inspection_inspectorate.inspection_id))) = ANY (( SELECT auth.circles() AS circles)::text[])) AND ((accepted_at IS NULL) OR (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])))))
inspection_inspectorate inspection_inspectorate_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_inspectorate.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
inspection_inspectorate inspection_inspectorate_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_inspectorate inspection_inspectorate_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_inspectorate.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
inspection_mark inspection_mark_add PERMISSIVE INSERT to jip_application using () check (((marked_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_mark inspection_mark_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_mark inspection_mark_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = inspection_mark.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
letter letter_add PERMISSIVE INSERT to jip_application using () check (((published_at IS NULL) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
letter letter_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = letter.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
letter letter_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
letter letter_kernel PERMISSIVE ALL to jip_access using (true) check (true)
letter letter_publisher PERMISSIVE SELECT to jip_publisher using (((CURRENT_USER = 'jip_publisher'::name) AND (published_at IS NOT NULL) AND (withdrawn_at IS NULL) AND (superseded_at IS NULL))) check ()
letter letter_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = letter.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
letter_text letter_text_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
letter_text letter_text_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = letter_text.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
letter_text letter_text_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
letter_text letter_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
letter_text letter_text_publisher PERMISSIVE SELECT to jip_publisher using (((CURRENT_USER = 'jip_publisher'::name) AND (EXISTS ( SELECT
   FROM app.letter l
  WHERE (l.id = letter_text.letter_id))))) check ()
letter_text letter_text_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = letter_text.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
marking_agreement marking_agreement_add PERMISSIVE INSERT to jip_application using () check (((agreed_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'lead:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.marking_lowering l
  WHERE (l.id = marking_agreement.lowering_id)))))
marking_agreement marking_agreement_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
marking_agreement marking_agreement_kernel PERMISSIVE ALL to jip_access using (true) check (true)
marking_agreement marking_agreement_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = marking_agreement.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
marking_change marking_change_add PERMISSIVE INSERT to jip_application using () check ((changed_by = auth.user_id()))
marking_change marking_change_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
marking_change marking_change_kernel PERMISSIVE ALL to jip_access using (true) check (true)
marking_change marking_change_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = marking_change.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
marking_lowering marking_lowering_add PERMISSIVE INSERT to jip_application using () check (((proposed_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'lead:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
marking_lowering marking_lowering_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
marking_lowering marking_lowering_kernel PERMISSIVE ALL to jip_access using (true) check (true)
marking_lowering marking_lowering_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = marking_lowering.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
narrative narrative_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = narrative.inspection_id)) = 'DRAFTING'::text)))
narrative narrative_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
narrative narrative_kernel PERMISSIVE ALL to jip_access using (true) check (true)
narrative narrative_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
narrative_paragraph narrative_paragraph_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = narrative_paragraph.inspection_id)) = 'DRAFTING'::text)))
narrative_paragraph narrative_paragraph_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_paragraph.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
narrative_paragraph narrative_paragraph_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
narrative_paragraph narrative_paragraph_kernel PERMISSIVE ALL to jip_access using (true) check (true)
narrative_paragraph narrative_paragraph_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_paragraph.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
narrative_paragraph narrative_paragraph_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_paragraph.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
narrative_sentence narrative_sentence_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = narrative_sentence.inspection_id)) = 'DRAFTING'::text)))
narrative_sentence narrative_sentence_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_sentence.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
narrative_sentence narrative_sentence_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
narrative_sentence narrative_sentence_kernel PERMISSIVE ALL to jip_access using (true) check (true)
narrative_sentence narrative_sentence_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_sentence.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
narrative_sentence narrative_sentence_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = narrative_sentence.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
opening opening_add PERMISSIVE INSERT to jip_application using () check (((actor_id = auth.user_id()) AND (organisation_id = auth.organisation_id()) AND (at = auth.at())))
opening opening_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
opening opening_kernel PERMISSIVE ALL to jip_access using (true) check (true)
opening opening_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = opening.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
organisation organisation_kernel PERMISSIVE ALL to jip_access using (true) check (true)
organisation organisation_owner PERMISSIVE ALL to the owner using (true) check (true)
organisation organisation_read PERMISSIVE SELECT to jip_application using ((auth.at() IS NOT NULL)) check ()
organisation_area organisation_area_kernel PERMISSIVE ALL to jip_access using (true) check (true)
organisation_area organisation_area_read PERMISSIVE SELECT to jip_application using ((auth.at() IS NOT NULL)) check ()
organisation_role organisation_role_add PERMISSIVE INSERT to jip_application using () check (((granted_by = auth.user_id()) AND (user_id <> auth.user_id()) AND ((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
organisation_role organisation_role_change PERMISSIVE UPDATE to jip_application using (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
organisation_role organisation_role_kernel PERMISSIVE ALL to jip_access using (true) check (true)
organisation_role organisation_role_owner PERMISSIVE ALL to the owner using (true) check (true)
organisation_role organisation_role_read PERMISSIVE SELECT to jip_application using (((user_id = auth.user_id()) OR ((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))) check ()
outbox outbox_add PERMISSIVE INSERT to jip_application using () check ((auth.user_id() IS NOT NULL))
outbox outbox_kernel PERMISSIVE ALL to jip_access using (true) check (true)
publication_hold publication_hold_add PERMISSIVE INSERT to jip_application using () check (((held_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
publication_hold publication_hold_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = publication_hold.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
publication_hold publication_hold_kernel PERMISSIVE ALL to jip_access using (true) check (true)
publication_hold publication_hold_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = publication_hold.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
quality_pass quality_pass_add PERMISSIVE INSERT to jip_application using () check (((passed_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'quality:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (inspectorate = ( SELECT i.leading_inspectorate
   FROM app.inspection i
  WHERE (i.id = quality_pass.inspection_id)))))
quality_pass quality_pass_kernel PERMISSIVE ALL to jip_access using (true) check (true)
quality_pass quality_pass_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = quality_pass.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
request request_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
request request_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
request request_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
request request_kernel PERMISSIVE ALL to jip_access using (true) check (true)
request request_leads RESTRICTIVE UPDATE to jip_application using (((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check ()
request request_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request.audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
request_due request_due_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
request_due request_due_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request_due.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
request_due request_due_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
request_due request_due_kernel PERMISSIVE ALL to jip_access using (true) check (true)
request_due request_due_leads RESTRICTIVE UPDATE to jip_application using (((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check ()
request_due request_due_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request_due.audience_id) AND (g.degree >= 2))
 OFFSET 0))) check ()
request_text request_text_add PERMISSIVE INSERT to jip_application using () check (((drafted_by = auth.user_id()) AND (issued_at IS NULL) AND (((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (EXISTS ( SELECT
   FROM unnest(request_text.inspectorates) named(named)
  WHERE (((((request_text.inspection_id)::text || ':'::text) || 'lead:'::text) || named.named) = ANY (( SELECT auth.circles() AS circles)::text[])))))))
request_text request_text_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request_text.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
request_text request_text_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
request_text request_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
request_text request_text_leads RESTRICTIVE UPDATE to jip_application using (((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check ()
request_text request_text_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = request_text.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
sealing_key sealing_key_add PERMISSIVE INSERT to jip_application using () check (
CASE purpose
    WHEN 'WHISTLEBLOWING'::text THEN (((((inspection_id)::text || ':'::text) || 'assigned'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'handlers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
    ELSE false
END)
sealing_key sealing_key_kernel PERMISSIVE ALL to jip_access using (true) check (true)
sealing_key sealing_key_read PERMISSIVE SELECT to jip_application using (
CASE purpose
    WHEN 'WHISTLEBLOWING'::text THEN (((((inspection_id)::text || ':'::text) || 'assigned'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'handlers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
    ELSE false
END) check ()
sentence_history sentence_history_add PERMISSIVE INSERT to jip_application using () check (((changed_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = sentence_history.inspection_id)) = 'DRAFTING'::text)))
sentence_history sentence_history_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
sentence_history sentence_history_kernel PERMISSIVE ALL to jip_access using (true) check (true)
sentence_history sentence_history_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_history.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
sentence_provenance sentence_provenance_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'leads'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (( SELECT i.stage
   FROM app.inspection i
  WHERE (i.id = sentence_provenance.inspection_id)) = 'DRAFTING'::text)))
sentence_provenance sentence_provenance_also_delete RESTRICTIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
sentence_provenance sentence_provenance_also_select RESTRICTIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
sentence_provenance sentence_provenance_also_update RESTRICTIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_provenance.finding_audience_id) AND (g.degree >= 1))
 OFFSET 0))) check ()
sentence_provenance sentence_provenance_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
sentence_provenance sentence_provenance_kernel PERMISSIVE ALL to jip_access using (true) check (true)
sentence_provenance sentence_provenance_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_provenance.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
sentence_provenance sentence_provenance_remove PERMISSIVE DELETE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = sentence_provenance.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check ()
signature signature_add PERMISSIVE INSERT to jip_application using () check (((user_id = auth.user_id()) AND (voided_at IS NULL) AND (((((inspection_id)::text || ':'::text) || 'signatory:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))))
signature signature_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = signature.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
signature signature_kernel PERMISSIVE ALL to jip_access using (true) check (true)
signature signature_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = signature.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
signing_delegation signing_delegation_add PERMISSIVE INSERT to jip_application using () check (((delegated_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'signatory:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (NOT auth.has_conflict_in(inspection_id))))
signing_delegation signing_delegation_kernel PERMISSIVE ALL to jip_access using (true) check (true)
signing_delegation signing_delegation_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = signing_delegation.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
submission submission_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'agency:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[])))
submission submission_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = submission.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
submission submission_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
submission submission_kernel PERMISSIVE ALL to jip_access using (true) check (true)
submission submission_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = submission.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
submission_text submission_text_add PERMISSIVE INSERT to jip_application using () check (((written_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'agency:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[]))))
submission_text submission_text_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = submission_text.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
submission_text submission_text_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
submission_text submission_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
submission_text submission_text_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = submission_text.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
submission_version submission_version_add PERMISSIVE INSERT to jip_application using () check (((replaced_by = auth.user_id()) AND (((((inspection_id)::text || ':'::text) || 'coordinator:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[]))))
submission_version submission_version_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
submission_version submission_version_kernel PERMISSIVE ALL to jip_access using (true) check (true)
submission_version submission_version_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = submission_version.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
timetable_entry timetable_entry_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
timetable_entry timetable_entry_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = timetable_entry.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
timetable_entry timetable_entry_kernel PERMISSIVE ALL to jip_access using (true) check (true)
timetable_entry timetable_entry_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = timetable_entry.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing whistleblowing_add PERMISSIVE INSERT to jip_application using () check (((received_on = ((auth.at() AT TIME ZONE 'Europe/London'::text))::date) AND ((((inspection_id)::text || ':'::text) || 'assigned'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND ((agency_id IS NULL) OR (EXISTS ( SELECT
   FROM app.organisation o
  WHERE ((o.id = whistleblowing.agency_id) AND (o.kind <> 'INSPECTORATE'::text)))))))
whistleblowing whistleblowing_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
whistleblowing whistleblowing_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
whistleblowing whistleblowing_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing whistleblowing_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing_event whistleblowing_event_add PERMISSIVE INSERT to jip_application using () check (
CASE
    WHEN (operation = 'FILED'::text) THEN ((at = date_trunc('day'::text, auth.at(), 'Europe/London'::text)) AND ((((inspection_id)::text || ':'::text) || 'assigned'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
    ELSE ((actor_id = auth.user_id()) AND (at = auth.at()) AND
    CASE
        WHEN (handler_id IS NULL) THEN (((((inspection_id)::text || ':'::text) || 'handlers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
           FROM app.whistleblowing w
          WHERE (w.id = whistleblowing_event.whistleblowing_id))))
        ELSE ((((((inspection_id)::text || ':'::text) || 'planner:'::text) || ( SELECT i.leading_inspectorate
           FROM app.inspection i
          WHERE (i.id = whistleblowing_event.inspection_id))) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
           FROM app.whistleblowing_handler h
          WHERE (h.id = whistleblowing_event.handler_id))))
    END)
END)
whistleblowing_event whistleblowing_event_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
whistleblowing_event whistleblowing_event_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing_event whistleblowing_event_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_event.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing_handler whistleblowing_handler_add PERMISSIVE INSERT to jip_application using () check (((named_by = auth.user_id()) AND (named_at = auth.at()) AND auth.may_name_handler(inspection_id, user_id)))
whistleblowing_handler whistleblowing_handler_change PERMISSIVE UPDATE to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_handler.audience_id) AND (g.degree >= 4))
 OFFSET 0))) check (true)
whistleblowing_handler whistleblowing_handler_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing_handler whistleblowing_handler_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_handler.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing_receipt whistleblowing_receipt_add PERMISSIVE INSERT to jip_application using () check (((filed_by = auth.user_id()) AND (at = auth.at())))
whistleblowing_receipt whistleblowing_receipt_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing_receipt whistleblowing_receipt_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_receipt.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing_step whistleblowing_step_add PERMISSIVE INSERT to jip_application using () check (((by_user = auth.user_id()) AND (at = auth.at()) AND ((((inspection_id)::text || ':'::text) || 'handlers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) AND (EXISTS ( SELECT
   FROM app.whistleblowing w
  WHERE (w.id = whistleblowing_step.whistleblowing_id)))))
whistleblowing_step whistleblowing_step_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
whistleblowing_step whistleblowing_step_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing_step whistleblowing_step_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_step.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()
whistleblowing_words whistleblowing_words_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'assigned'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
whistleblowing_words whistleblowing_words_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
whistleblowing_words whistleblowing_words_kernel PERMISSIVE ALL to jip_access using (true) check (true)
whistleblowing_words whistleblowing_words_read PERMISSIVE SELECT to jip_application using ((EXISTS ( SELECT
   FROM app.audience_grant g
  WHERE ((g.audience_id = whistleblowing_words.audience_id) AND (g.degree >= 3))
 OFFSET 0))) check ()

-- Grants
jip_access DELETE on accuracy_comment
jip_access DELETE on accuracy_reply
jip_access DELETE on audience
jip_access DELETE on audience_grant
jip_access DELETE on contribution
jip_access DELETE on contribution_body
jip_access DELETE on evidence
jip_access DELETE on finding
jip_access DELETE on request
jip_access DELETE on request_due
jip_access DELETE on request_text
jip_access DELETE on submission
jip_access DELETE on submission_text
jip_access INSERT on app_user
jip_access INSERT on area
jip_access INSERT on audience
jip_access INSERT on audience_grant
jip_access INSERT on audit_event
jip_access INSERT on conflict_notice
jip_access INSERT on identity_provider
jip_access INSERT on organisation
jip_access INSERT on organisation_area
jip_access INSERT on organisation_role
jip_access INSERT on whistleblowing_event
jip_access SELECT on access_request
jip_access SELECT on accuracy_comment
jip_access SELECT on accuracy_reply
jip_access SELECT on app_user
jip_access SELECT on area
jip_access SELECT on assignment
jip_access SELECT on attitude
jip_access SELECT on audience
jip_access SELECT on audience_grant
jip_access SELECT on audit_event
jip_access SELECT on break_glass
jip_access SELECT on break_glass_review
jip_access SELECT on case_detail
jip_access SELECT on case_file
jip_access SELECT on case_member
jip_access SELECT on chronology_contradiction
jip_access SELECT on chronology_entry
jip_access SELECT on citation
jip_access SELECT on citation_passage
jip_access SELECT on comment_admission
jip_access SELECT on conflict_notice
jip_access SELECT on conflict_of_interest
jip_access SELECT on contribution
jip_access SELECT on contribution_body
jip_access SELECT on evidence
jip_access SELECT on evidence_body
jip_access SELECT on evidence_cap
jip_access SELECT on evidence_share
jip_access SELECT on evidence_share_text
jip_access SELECT on evidence_summary
jip_access SELECT on evidence_version
jip_access SELECT on evidence_withdrawal
jip_access SELECT on finding
jip_access SELECT on finding_body
jip_access SELECT on finding_merge
jip_access SELECT on finding_merge_source
jip_access SELECT on finding_withdrawal
jip_access SELECT on frozen_paragraph
jip_access SELECT on frozen_provenance
jip_access SELECT on frozen_text
jip_access SELECT on history_provenance
jip_access SELECT on idempotency_key
jip_access SELECT on identity_provider
jip_access SELECT on immediate_concern
jip_access SELECT on immediate_concern_step
jip_access SELECT on inspection
jip_access SELECT on inspection_agency
jip_access SELECT on inspection_conduct
jip_access SELECT on inspection_inspectorate
jip_access SELECT on inspection_mark
jip_access SELECT on letter
jip_access SELECT on letter_text
jip_access SELECT on marking_agreement
jip_access SELECT on marking_change
jip_access SELECT on marking_lowering
jip_access SELECT on narrative
jip_access SELECT on narrative_paragraph
jip_access SELECT on narrative_sentence
jip_access SELECT on opening
jip_access SELECT on organisation
jip_access SELECT on organisation_area
jip_access SELECT on organisation_role
jip_access SELECT on outbox
jip_access SELECT on publication_hold
jip_access SELECT on quality_pass
jip_access SELECT on request
jip_access SELECT on request_due
jip_access SELECT on request_text
jip_access SELECT on sealing_key
jip_access SELECT on sentence_history
jip_access SELECT on sentence_provenance
jip_access SELECT on signature
jip_access SELECT on signing_delegation
jip_access SELECT on submission
jip_access SELECT on submission_text
jip_access SELECT on submission_version
jip_access SELECT on timetable_entry
jip_access SELECT on whistleblowing
jip_access SELECT on whistleblowing_event
jip_access SELECT on whistleblowing_handler
jip_access SELECT on whistleblowing_receipt
jip_access SELECT on whistleblowing_step
jip_access SELECT on whistleblowing_words
jip_access UPDATE on access_request
jip_access UPDATE on accuracy_comment
jip_access UPDATE on accuracy_reply
jip_access UPDATE on app_user
jip_access UPDATE on area
jip_access UPDATE on assignment
jip_access UPDATE on attitude
jip_access UPDATE on audience_grant
jip_access UPDATE on break_glass
jip_access UPDATE on break_glass_review
jip_access UPDATE on case_detail
jip_access UPDATE on case_file
jip_access UPDATE on case_member
jip_access UPDATE on chronology_contradiction
jip_access UPDATE on chronology_entry
jip_access UPDATE on citation
jip_access UPDATE on citation_passage
jip_access UPDATE on comment_admission
jip_access UPDATE on conflict_notice
jip_access UPDATE on conflict_of_interest
jip_access UPDATE on contribution
jip_access UPDATE on contribution_body
jip_access UPDATE on evidence
jip_access UPDATE on evidence_body
jip_access UPDATE on evidence_cap
jip_access UPDATE on evidence_share
jip_access UPDATE on evidence_share_text
jip_access UPDATE on evidence_summary
jip_access UPDATE on evidence_version
jip_access UPDATE on evidence_withdrawal
jip_access UPDATE on finding
jip_access UPDATE on finding_body
jip_access UPDATE on finding_merge
jip_access UPDATE on finding_merge_source
jip_access UPDATE on finding_withdrawal
jip_access UPDATE on frozen_paragraph
jip_access UPDATE on frozen_provenance
jip_access UPDATE on frozen_text
jip_access UPDATE on history_provenance
jip_access UPDATE on identity_provider
jip_access UPDATE on immediate_concern
jip_access UPDATE on immediate_concern_step
jip_access UPDATE on inspection
jip_access UPDATE on inspection_agency
jip_access UPDATE on inspection_conduct
jip_access UPDATE on inspection_inspectorate
jip_access UPDATE on inspection_mark
jip_access UPDATE on letter
jip_access UPDATE on letter_text
jip_access UPDATE on marking_agreement
jip_access UPDATE on marking_change
jip_access UPDATE on marking_lowering
jip_access UPDATE on narrative
jip_access UPDATE on narrative_paragraph
jip_access UPDATE on narrative_sentence
jip_access UPDATE on opening
jip_access UPDATE on organisation
jip_access UPDATE on organisation_area
jip_access UPDATE on organisation_role
jip_access UPDATE on publication_hold
jip_access UPDATE on quality_pass
jip_access UPDATE on request
jip_access UPDATE on request_due
jip_access UPDATE on request_text
jip_access UPDATE on sentence_history
jip_access UPDATE on sentence_provenance
jip_access UPDATE on signature
jip_access UPDATE on signing_delegation
jip_access UPDATE on submission
jip_access UPDATE on submission_text
jip_access UPDATE on submission_version
jip_access UPDATE on timetable_entry
jip_access UPDATE on whistleblowing
jip_access UPDATE on whistleblowing_event
jip_access UPDATE on whistleblowing_handler
jip_access UPDATE on whistleblowing_receipt
jip_access UPDATE on whistleblowing_step
jip_access UPDATE on whistleblowing_words
jip_application DELETE on chronology_contradiction
jip_application DELETE on chronology_entry
jip_application DELETE on citation
jip_application DELETE on citation_passage
jip_application DELETE on evidence
jip_application DELETE on finding
jip_application DELETE on idempotency_key
jip_application DELETE on narrative_paragraph
jip_application DELETE on narrative_sentence
jip_application DELETE on sentence_provenance
jip_application INSERT on access_request(asked_at, asked_by, assignment_id, calendar_version, decided_at, decided_by, decision_reason, due_at, evidence_id, form, id, inspection_id, owner, reason, recipient, recipient_assignment_id, share_id, state)
jip_application INSERT on accuracy_comment(drafted_at, drafted_by, frozen_paragraph_id, frozen_text_id, id, inspection_id, kind, late, organisation_id, proof, receipt, sent_at, sent_by, state, text, version)
jip_application INSERT on accuracy_reply(comment_id, decision, drafted_at, drafted_by, inspection_id, organisation_id, sent_at, sent_by, state, text, version)
jip_application INSERT on app_user
jip_application INSERT on assignment(assigned_by, ended_at, ended_by, ends_at, id, inspection_id, inspectorate, organisation_id, role, starts_at, user_id)
jip_application INSERT on attitude(attitude, finding_id, id, inspection_id, inspectorate, merge_id, taken_at, taken_by, turn, words)
jip_application INSERT on audit_event
jip_application INSERT on break_glass(asked_by, assignment_id, case_id, ends_at, evidence_id, id, inspection_id, inspectorate, reason, starts_at)
jip_application INSERT on break_glass_review(break_glass_id, calendar_version, id, inspection_id, owner, review_due_at)
jip_application INSERT on case_detail(age_years, agency_ids, case_id, created_at, created_by, inspection_id, journey_stage, rationale, sampling, sibling_group, unborn, version)
jip_application INSERT on case_file(code, id, inspection_id)
jip_application INSERT on case_member(assignment_id, case_id, ended_at, id, inspection_id, inspectorate, named_by)
jip_application INSERT on chronology_contradiction(entry_id, flagged_at, flagged_by, inspection_id, other_id, owner)
jip_application INSERT on chronology_entry(agency_id, author_id, case_id, evidence_id, happened_on, id, inspection_id, owner, version, words)
jip_application INSERT on citation(cited_at, evidence_id, finding_id, id, inspection_id, owner)
jip_application INSERT on citation_passage(citation_id, evidence_id, evidence_version, finding_id, from_offset, inspection_id, owner, quote, to_offset)
jip_application INSERT on comment_admission(admitted_at, admitted_by, comment_id, inspection_id, organisation_id, reason)
jip_application INSERT on conflict_of_interest(case_code, case_id, declared_at, declared_by, id, inspectorate, lift_reason, lifted_at, lifted_by, organisation_id, reason, user_id)
jip_application INSERT on contribution(id, inspection_id, inspectorate, state)
jip_application INSERT on contribution_body(answers, contribution_id, inspection_id, inspectorate, nil_reason, saved_at, saved_by, submitted_at, submitted_by, version)
jip_application INSERT on evidence(case_id, id, inspection_id, owner, state)
jip_application INSERT on evidence_body(author_id, body, evidence_id, inspection_id, occurred_from, occurred_to, owner, personal_data, source_agency_id, spoken_of_ids, strength, submitted_at, title, version)
jip_application INSERT on evidence_cap(evidence_id, form, gateway, inspection_id, owner, recipient, why)
jip_application INSERT on evidence_share(ends_at, evidence_id, form, gateway, id, inspection_id, owner, purpose, recipient, recipient_assignment_id, revoke_reason, revoked_at, revoked_by, shared_at, shared_by, starts_at)
jip_application INSERT on evidence_share_text(evidence_id, inspection_id, owner, share_id, summary, title)
jip_application INSERT on evidence_summary(created_at, criterion, evidence_id, inspection_id, kind, marking, method, owner)
jip_application INSERT on evidence_version(body, evidence_id, inspection_id, owner, reason, superseded_at, superseded_by, title, version)
jip_application INSERT on evidence_withdrawal(evidence_id, inspection_id, owner, reason, title, withdrawn_at, withdrawn_by)
jip_application INSERT on finding(id, inspection_id, marking, owner, revealed, state)
jip_application INSERT on finding_body(agency_ids, author_id, case_id, count_basis, count_n, count_of, created_at, criterion, disconfirming, effect_on_children, finding_id, inspection_id, kind, owner, placement, position, statement, study, submitted_at, version)
jip_application INSERT on finding_merge(agency_ids, count_basis, count_n, count_of, criterion, effect_on_children, id, inspection_id, kept_finding_id, kind, made_at, made_by, marking, placement, position, statement, study, undo_reason, undone_at, undone_by, version)
jip_application INSERT on finding_merge_source(finding_id, inspection_id, merge_id, undone)
jip_application INSERT on finding_withdrawal(finding_id, inspection_id, owner, reason, withdrawn_at, withdrawn_by)
jip_application INSERT on frozen_paragraph(fixed_part, frozen_text_id, heading, id, inspection_id, position, section_code, sentences, study, style, text)
jip_application INSERT on frozen_provenance(finding_id, frozen_paragraph_id, inspection_id)
jip_application INSERT on frozen_text(area, calendar_version, computed_on, deadline, deadline_reason, hash, id, inspection_id, marking, narrative_version, opened_at, opened_by, reopened_at, reopened_by, theme, title)
jip_application INSERT on history_provenance(finding_id, history_id, inspection_id)
jip_application INSERT on idempotency_key
jip_application INSERT on immediate_concern(case_id, id, inspection_id, raised_at, raised_by, receiver_id, state, words)
jip_application INSERT on immediate_concern_step(at, by_name, by_organisation, by_user, concern_id, id, inspection_id, raised_by, receiver_id, step, words)
jip_application INSERT on inspection(area_code, framework, framework_version, id, leading_inspectorate, notified_at, published_at, stage, theme, title)
jip_application INSERT on inspection_agency(inspection_id, organisation_id, principal_authority)
jip_application INSERT on inspection_conduct(closed_at, created_at, created_by, deferred_at, fieldwork_from, fieldwork_to, incomplete_at, inspection_id, paused_at, readable_until, reveal_reason, revealed_at, revealed_by, version)
jip_application INSERT on inspection_inspectorate(accepted_at, gateway, inspection_id, inspectorate, invited_at)
jip_application INSERT on inspection_mark(authority, id, inspection_id, kind, marked_at, marked_by, reason)
jip_application INSERT on letter(frozen_text_id, hash, id, inspection_id, published_at, published_by, received_at, received_by, superseded_at, title, version, withdrawn_at, withdrawn_by)
jip_application INSERT on letter_text(facts, html, inspection_id, letter_id)
jip_application INSERT on marking_agreement(agreed_at, agreed_by, finding_id, inspection_id, lowering_id, owner)
jip_application INSERT on marking_change(changed_at, changed_by, evidence_id, id, inspection_id, marking, owner, reason)
jip_application INSERT on marking_lowering(agreed, evidence_ids, finding_id, id, inspection_id, owner, owners, proposed_at, proposed_by, reason)
jip_application INSERT on narrative(area, arrangement, compiled_at, compiled_by, headings, inspection_id, marking, none_sections, theme, title, version)
jip_application INSERT on narrative_paragraph(fixed_part, heading, id, inspection_id, key, position, section_code, study, style)
jip_application INSERT on narrative_sentence(compiled_text, confirmed_at, confirmed_by, edited_at, edited_by, gap, id, inspection_id, key, origin, paragraph_id, position, rests, supported_text, text, version)
jip_application INSERT on opening(actor_id, at, evidence_id, id, inspection_id, organisation_id, request_id)
jip_application INSERT on organisation_role
jip_application INSERT on outbox
jip_application INSERT on publication_hold(held_at, held_by, holds_until, id, inspection_id, lift_reason, lifted_at, lifted_by, reason)
jip_application INSERT on quality_pass(id, inspection_id, inspectorate, narrative_version, note, passed_at, passed_by)
jip_application INSERT on request(id, inspection_id, organisation_id, state)
jip_application INSERT on request_due(calendar_version, due_at, inspection_id, request_id, warning)
jip_application INSERT on request_text(asked, cancel_reason, cancelled_at, cancelled_by, case_ids, drafted_at, drafted_by, inspection_id, inspectorates, issued_at, issued_by, reason, request_id, title, version)
jip_application INSERT on sealing_key
jip_application INSERT on sentence_history(change, changed_at, changed_by, id, inspection_id, origin, sentence_id, sentence_key, text, version, written_by)
jip_application INSERT on sentence_provenance(finding_id, inspection_id, sentence_id)
jip_application INSERT on signature(delegation_id, frozen_text_id, hash, id, inspection_id, inspectorate, name, office, signed_at, user_id, voided_at, voided_by)
jip_application INSERT on signing_delegation(assignment_id, delegated_at, delegated_by, delegated_to, id, inspection_id, inspectorate, reason)
jip_application INSERT on submission(id, inspection_id, late, organisation_id, receipt, request_id, state, submitted_at, submitted_by, version)
jip_application INSERT on submission_text(data, inspection_id, organisation_id, submission_id, text, written_at, written_by)
jip_application INSERT on submission_version(data, inspection_id, late, organisation_id, reason, receipt, replaced_at, replaced_by, submission_id, submitted_at, submitted_by, text, version)
jip_application INSERT on timetable_entry(calendar_version, code, computed_on, due_at, falls_on, inspection_id, name, reason, warnings)
jip_application INSERT on whistleblowing(agency_id, id, inspection_id, received_on)
jip_application INSERT on whistleblowing_event(actor_id, at, handler_id, id, inspection_id, operation, whistleblowing_id)
jip_application INSERT on whistleblowing_handler(id, inspection_id, named_at, named_by, user_id)
jip_application INSERT on whistleblowing_receipt(at, code, filed_by, id)
jip_application INSERT on whistleblowing_step(at, by_user, id, inspection_id, sealed, step, whistleblowing_id)
jip_application INSERT on whistleblowing_words(inspection_id, sealed, whistleblowing_id)
jip_application SELECT on access_request
jip_application SELECT on accuracy_comment
jip_application SELECT on accuracy_reply
jip_application SELECT on app_user
jip_application SELECT on area
jip_application SELECT on assignment
jip_application SELECT on attitude
jip_application SELECT on audience_grant
jip_application SELECT on audit_event
jip_application SELECT on break_glass
jip_application SELECT on break_glass_review
jip_application SELECT on case_detail
jip_application SELECT on case_file
jip_application SELECT on case_member
jip_application SELECT on chronology_contradiction
jip_application SELECT on chronology_entry
jip_application SELECT on citation
jip_application SELECT on citation_passage
jip_application SELECT on comment_admission
jip_application SELECT on conflict_notice
jip_application SELECT on conflict_of_interest
jip_application SELECT on contribution
jip_application SELECT on contribution_body
jip_application SELECT on evidence
jip_application SELECT on evidence_body
jip_application SELECT on evidence_cap
jip_application SELECT on evidence_share
jip_application SELECT on evidence_share_text
jip_application SELECT on evidence_summary
jip_application SELECT on evidence_version
jip_application SELECT on evidence_withdrawal
jip_application SELECT on finding
jip_application SELECT on finding_body
jip_application SELECT on finding_merge
jip_application SELECT on finding_merge_source
jip_application SELECT on finding_withdrawal
jip_application SELECT on frozen_paragraph
jip_application SELECT on frozen_provenance
jip_application SELECT on frozen_text
jip_application SELECT on history_provenance
jip_application SELECT on idempotency_key
jip_application SELECT on immediate_concern
jip_application SELECT on immediate_concern_step
jip_application SELECT on inspection
jip_application SELECT on inspection_agency
jip_application SELECT on inspection_conduct
jip_application SELECT on inspection_inspectorate
jip_application SELECT on inspection_mark
jip_application SELECT on letter
jip_application SELECT on letter_text
jip_application SELECT on marking_agreement
jip_application SELECT on marking_change
jip_application SELECT on marking_lowering
jip_application SELECT on narrative
jip_application SELECT on narrative_paragraph
jip_application SELECT on narrative_sentence
jip_application SELECT on opening
jip_application SELECT on organisation
jip_application SELECT on organisation_area
jip_application SELECT on organisation_role
jip_application SELECT on publication_hold
jip_application SELECT on quality_pass
jip_application SELECT on request
jip_application SELECT on request_due
jip_application SELECT on request_text
jip_application SELECT on sealing_key
jip_application SELECT on sentence_history
jip_application SELECT on sentence_provenance
jip_application SELECT on signature
jip_application SELECT on signing_delegation
jip_application SELECT on submission
jip_application SELECT on submission_text
jip_application SELECT on submission_version
jip_application SELECT on timetable_entry
jip_application SELECT on whistleblowing
jip_application SELECT on whistleblowing_event
jip_application SELECT on whistleblowing_handler
jip_application SELECT on whistleblowing_receipt
jip_application SELECT on whistleblowing_step
jip_application SELECT on whistleblowing_words
jip_application UPDATE on access_request(decided_at, decided_by, decision_reason, share_id, state)
jip_application UPDATE on accuracy_comment(kind, late, proof, receipt, sent_at, sent_by, state, text, version)
jip_application UPDATE on accuracy_reply(decision, sent_at, sent_by, state, text, version)
jip_application UPDATE on app_user(contact, name, suspended_at, version)
jip_application UPDATE on assignment(ended_at, ended_by)
jip_application UPDATE on break_glass_review(outcome, reviewed_at, reviewed_by, version, words)
jip_application UPDATE on case_detail(age_years, agency_ids, journey_stage, rationale, sampling, sibling_group, unborn, version)
jip_application UPDATE on case_member(ended_at)
jip_application UPDATE on chronology_entry(agency_id, happened_on, version, words)
jip_application UPDATE on conflict_of_interest(lift_reason, lifted_at, lifted_by)
jip_application UPDATE on contribution(state)
jip_application UPDATE on contribution_body(answers, nil_reason, saved_at, saved_by, submitted_at, submitted_by, version)
jip_application UPDATE on evidence(case_id, state)
jip_application UPDATE on evidence_body(body, occurred_from, occurred_to, personal_data, source_agency_id, spoken_of_ids, strength, submitted_at, title, version)
jip_application UPDATE on evidence_cap(form, gateway, why)
jip_application UPDATE on evidence_share(ends_at, revoke_reason, revoked_at, revoked_by)
jip_application UPDATE on evidence_summary(criterion, kind, method)
jip_application UPDATE on finding(state)
jip_application UPDATE on finding_body(agency_ids, case_id, count_basis, count_n, count_of, criterion, disconfirming, effect_on_children, kind, placement, position, statement, study, submitted_at, version)
jip_application UPDATE on finding_merge(undo_reason, undone_at, undone_by, version)
jip_application UPDATE on frozen_text(deadline, deadline_reason, reopened_at, reopened_by)
jip_application UPDATE on inspection(notified_at, published_at, stage, theme, title)
jip_application UPDATE on inspection_agency(principal_authority)
jip_application UPDATE on inspection_conduct(closed_at, deferred_at, fieldwork_from, fieldwork_to, incomplete_at, paused_at, readable_until, reveal_reason, revealed_at, revealed_by)
jip_application UPDATE on inspection_inspectorate(accepted_at, gateway)
jip_application UPDATE on letter(published_at, published_by, received_at, received_by, superseded_at, withdrawn_at, withdrawn_by)
jip_application UPDATE on letter_text(facts, html)
jip_application UPDATE on narrative(area, arrangement, compiled_at, compiled_by, headings, none_sections, theme, title, version)
jip_application UPDATE on narrative_paragraph(fixed_part, heading, position, section_code, study, style)
jip_application UPDATE on narrative_sentence(compiled_text, confirmed_at, confirmed_by, edited_at, edited_by, gap, origin, position, supported_text, text, version)
jip_application UPDATE on organisation_role(ended_at)
jip_application UPDATE on publication_hold(lift_reason, lifted_at, lifted_by)
jip_application UPDATE on request(state)
jip_application UPDATE on request_due(calendar_version, due_at, warning)
jip_application UPDATE on request_text(asked, cancel_reason, cancelled_at, cancelled_by, case_ids, inspectorates, issued_at, issued_by, reason, title, version)
jip_application UPDATE on signature(voided_at, voided_by)
jip_application UPDATE on submission(late, receipt, state, submitted_at, submitted_by, version)
jip_application UPDATE on submission_text(data, text, written_at, written_by)
jip_application UPDATE on timetable_entry(calendar_version, computed_on, due_at, falls_on, reason, warnings)
jip_application UPDATE on whistleblowing(state, version)
jip_application UPDATE on whistleblowing_handler(ended_at)
jip_publisher SELECT on letter(id, published_at, superseded_at, title, withdrawn_at)
jip_publisher SELECT on letter_text(html, letter_id)
jip_sealer SELECT on audit_event
jip_search SELECT on audience_grant

-- Triggers
CREATE TRIGGER access_request_allowed BEFORE INSERT ON app.access_request FOR EACH ROW EXECUTE FUNCTION auth.access_request_is_allowed()
CREATE TRIGGER access_request_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW WHEN (((old.paused_at IS NOT NULL) AND (new.paused_at IS NULL))) EXECUTE FUNCTION auth.access_request_clocks_resumed()
CREATE TRIGGER access_request_holds BEFORE UPDATE OF state, decided_by, decided_at, decision_reason, share_id ON app.access_request FOR EACH ROW EXECUTE FUNCTION auth.access_request_holds()
CREATE TRIGGER access_request_place AFTER INSERT ON app.access_request FOR EACH ROW EXECUTE FUNCTION auth.access_request_made()
CREATE TRIGGER accuracy_comment_holds BEFORE UPDATE OF kind, text, proof, state, late ON app.accuracy_comment FOR EACH ROW EXECUTE FUNCTION auth.comment_holds()
CREATE TRIGGER accuracy_comment_place AFTER INSERT OR UPDATE OF state ON app.accuracy_comment FOR EACH ROW EXECUTE FUNCTION auth.comment_changed()
CREATE TRIGGER accuracy_reply_due BEFORE INSERT ON app.accuracy_reply FOR EACH ROW EXECUTE FUNCTION auth.reply_is_due()
CREATE TRIGGER accuracy_reply_holds BEFORE UPDATE OF text, decision, state ON app.accuracy_reply FOR EACH ROW EXECUTE FUNCTION auth.reply_holds()
CREATE TRIGGER accuracy_reply_place AFTER INSERT OR UPDATE OF state ON app.accuracy_reply FOR EACH ROW EXECUTE FUNCTION auth.comment_part_changed()
CREATE TRIGGER app_user_suspension BEFORE UPDATE OF suspended_at ON app.app_user FOR EACH ROW WHEN (((old.suspended_at IS NULL) AND (new.suspended_at IS NOT NULL))) EXECUTE FUNCTION auth.administrator_remains()
CREATE TRIGGER assignment_ending BEFORE UPDATE OF ended_at ON app.assignment FOR EACH ROW EXECUTE FUNCTION auth.ending_holds()
CREATE TRIGGER assignment_moves_conflicts AFTER INSERT OR UPDATE OF ended_at, ends_at ON app.assignment FOR EACH ROW EXECUTE FUNCTION auth.assignment_moves_conflicts()
CREATE TRIGGER assignment_place AFTER INSERT OR UPDATE OF ended_at ON app.assignment FOR EACH ROW EXECUTE FUNCTION auth.assignment_made()
CREATE TRIGGER attitude_allowed BEFORE INSERT ON app.attitude FOR EACH ROW EXECUTE FUNCTION auth.attitude_is_allowed()
CREATE TRIGGER break_glass_allowed BEFORE INSERT ON app.break_glass FOR EACH ROW EXECUTE FUNCTION auth.break_glass_is_allowed()
CREATE TRIGGER break_glass_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW WHEN (((old.paused_at IS NOT NULL) AND (new.paused_at IS NULL))) EXECUTE FUNCTION auth.break_glass_clocks_resumed()
CREATE TRIGGER break_glass_place AFTER INSERT ON app.break_glass FOR EACH ROW EXECUTE FUNCTION auth.break_glass_asked()
CREATE TRIGGER break_glass_review_due BEFORE INSERT ON app.break_glass_review FOR EACH ROW EXECUTE FUNCTION auth.break_glass_review_is_due()
CREATE TRIGGER break_glass_review_once BEFORE UPDATE OF reviewed_at, reviewed_by, outcome, words, version ON app.break_glass_review FOR EACH ROW EXECUTE FUNCTION auth.break_glass_review_holds()
CREATE TRIGGER break_glass_review_place AFTER INSERT ON app.break_glass_review FOR EACH ROW EXECUTE FUNCTION auth.break_glass_told()
CREATE TRIGGER case_member_ending BEFORE UPDATE OF ended_at ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.ending_holds()
CREATE TRIGGER case_member_place AFTER INSERT ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.case_member_named()
CREATE TRIGGER case_place AFTER INSERT ON app.case_detail FOR EACH ROW EXECUTE FUNCTION auth.case_changed()
CREATE TRIGGER chronology_contradiction_place AFTER INSERT ON app.chronology_contradiction FOR EACH ROW EXECUTE FUNCTION auth.contradiction_flagged()
CREATE TRIGGER chronology_entry_moved AFTER UPDATE OF audience_id, subject_ids ON app.chronology_entry FOR EACH ROW WHEN (((old.audience_id IS DISTINCT FROM new.audience_id) OR (old.subject_ids IS DISTINCT FROM new.subject_ids))) EXECUTE FUNCTION auth.chronology_entry_moved()
CREATE TRIGGER chronology_entry_place AFTER INSERT OR UPDATE OF agency_id ON app.chronology_entry FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER citation_allowed BEFORE INSERT ON app.citation FOR EACH ROW EXECUTE FUNCTION auth.citation_is_allowed()
CREATE TRIGGER citation_marks AFTER INSERT ON app.citation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.source_added()
CREATE TRIGGER citation_passage_cut BEFORE INSERT ON app.citation_passage FOR EACH ROW EXECUTE FUNCTION auth.passage_is_cut()
CREATE TRIGGER citation_passage_place AFTER INSERT ON app.citation_passage REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed()
CREATE TRIGGER citation_place AFTER INSERT ON app.citation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed()
CREATE TRIGGER citation_removed AFTER DELETE ON app.citation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.finding_parts_changed()
CREATE TRIGGER closing_moves_conflicts AFTER UPDATE OF closed_at ON app.inspection_conduct FOR EACH ROW EXECUTE FUNCTION auth.closing_moves_conflicts()
CREATE TRIGGER comment_admission_due BEFORE INSERT ON app.comment_admission FOR EACH ROW EXECUTE FUNCTION auth.admission_is_due()
CREATE TRIGGER comment_admission_place AFTER INSERT ON app.comment_admission FOR EACH ROW EXECUTE FUNCTION auth.comment_part_changed()
CREATE TRIGGER conflict_of_interest_lifting BEFORE UPDATE OF lifted_at ON app.conflict_of_interest FOR EACH ROW EXECUTE FUNCTION auth.lifting_holds()
CREATE TRIGGER conflict_of_interest_place AFTER INSERT OR UPDATE OF lifted_at ON app.conflict_of_interest FOR EACH ROW EXECUTE FUNCTION auth.conflict_changed()
CREATE TRIGGER contribution_body_place AFTER INSERT ON app.contribution_body FOR EACH ROW EXECUTE FUNCTION auth.contribution_part_changed()
CREATE TRIGGER contribution_place AFTER UPDATE OF state ON app.contribution FOR EACH ROW EXECUTE FUNCTION auth.contribution_changed()
CREATE TRIGGER contribution_state_holds BEFORE UPDATE OF state ON app.contribution FOR EACH ROW EXECUTE FUNCTION auth.contribution_state_holds()
CREATE TRIGGER contribution_text_holds BEFORE UPDATE OF answers, nil_reason ON app.contribution_body FOR EACH ROW EXECUTE FUNCTION auth.contribution_text_holds()
CREATE TRIGGER evidence_body_place AFTER INSERT OR UPDATE OF source_agency_id, spoken_of_ids, strength ON app.evidence_body FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_body_submitted_at_once BEFORE UPDATE OF submitted_at ON app.evidence_body FOR EACH ROW WHEN ((old.submitted_at IS DISTINCT FROM new.submitted_at)) EXECUTE FUNCTION auth.happens_once('submitted_at')
CREATE TRIGGER evidence_cap_lowered AFTER UPDATE OF form ON app.evidence_cap FOR EACH ROW WHEN ((old.form <> new.form)) EXECUTE FUNCTION auth.cap_lowered()
CREATE TRIGGER evidence_cap_moved AFTER UPDATE OF form ON app.evidence_cap FOR EACH ROW WHEN ((old.form IS DISTINCT FROM new.form)) EXECUTE FUNCTION auth.evidence_cap_moved()
CREATE TRIGGER evidence_cap_place AFTER INSERT ON app.evidence_cap REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added()
CREATE TRIGGER evidence_cited AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW WHEN (((old.audience_id IS DISTINCT FROM new.audience_id) OR (old.subject_ids IS DISTINCT FROM new.subject_ids))) EXECUTE FUNCTION auth.cited_evidence_changed()
CREATE TRIGGER evidence_deletion_holds BEFORE DELETE ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_deletion_holds()
CREATE TRIGGER evidence_moves_break_glass AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW WHEN (((old.audience_id IS DISTINCT FROM new.audience_id) OR (old.subject_ids IS DISTINCT FROM new.subject_ids))) EXECUTE FUNCTION auth.evidence_moves_break_glass()
CREATE TRIGGER evidence_moves_openings AFTER UPDATE OF subject_ids ON app.evidence FOR EACH ROW WHEN ((old.subject_ids IS DISTINCT FROM new.subject_ids)) EXECUTE FUNCTION auth.evidence_moves_openings()
CREATE TRIGGER evidence_place AFTER UPDATE OF state, case_id ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_changed()
CREATE TRIGGER evidence_requested AFTER UPDATE OF audience_id, subject_ids ON app.evidence FOR EACH ROW WHEN (((old.audience_id IS DISTINCT FROM new.audience_id) OR (old.subject_ids IS DISTINCT FROM new.subject_ids))) EXECUTE FUNCTION auth.requested_evidence_changed()
CREATE TRIGGER evidence_share_allowed BEFORE INSERT ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.share_is_allowed()
CREATE TRIGGER evidence_share_ended AFTER UPDATE OF revoked_at, ends_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_share_place AFTER INSERT ON app.evidence_share REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added()
CREATE TRIGGER evidence_share_revocation BEFORE UPDATE OF revoked_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.revocation_holds()
CREATE TRIGGER evidence_share_text_place AFTER INSERT ON app.evidence_share_text REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_parts_added()
CREATE TRIGGER evidence_state_holds BEFORE UPDATE OF state ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_state_holds()
CREATE TRIGGER evidence_version_place AFTER INSERT ON app.evidence_version FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_version_quoted AFTER UPDATE OF audience_id ON app.evidence_version FOR EACH ROW WHEN ((old.audience_id IS DISTINCT FROM new.audience_id)) EXECUTE FUNCTION auth.quoted_version_changed()
CREATE TRIGGER evidence_withdrawal_place AFTER INSERT ON app.evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER finding_body_place AFTER INSERT OR UPDATE OF agency_ids, case_id ON app.finding_body FOR EACH ROW EXECUTE FUNCTION auth.finding_part_changed()
CREATE TRIGGER finding_body_submitted_at_once BEFORE UPDATE OF submitted_at ON app.finding_body FOR EACH ROW WHEN ((old.submitted_at IS DISTINCT FROM new.submitted_at)) EXECUTE FUNCTION auth.happens_once('submitted_at')
CREATE TRIGGER finding_deletion_holds BEFORE DELETE ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_deletion_holds()
CREATE TRIGGER finding_marking_told AFTER UPDATE OF marking ON app.finding FOR EACH ROW WHEN ((old.marking <> new.marking)) EXECUTE FUNCTION auth.told_finding_changed()
CREATE TRIGGER finding_merge_marked AFTER UPDATE OF marking ON app.finding FOR EACH ROW WHEN ((old.marking <> new.marking)) EXECUTE FUNCTION auth.merged_finding_changed()
CREATE TRIGGER finding_merge_source_allowed BEFORE INSERT ON app.finding_merge_source FOR EACH ROW EXECUTE FUNCTION auth.merge_source_is_allowed()
CREATE TRIGGER finding_merge_source_place AFTER INSERT ON app.finding_merge_source REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION auth.merge_sources_added()
CREATE TRIGGER finding_merge_told AFTER UPDATE OF subject_ids ON app.finding_merge FOR EACH ROW WHEN ((old.subject_ids IS DISTINCT FROM new.subject_ids)) EXECUTE FUNCTION auth.told_finding_changed()
CREATE TRIGGER finding_merge_undoing BEFORE UPDATE OF undone_at ON app.finding_merge FOR EACH ROW EXECUTE FUNCTION auth.merge_undoing_holds()
CREATE TRIGGER finding_merge_undone AFTER UPDATE OF undone_at ON app.finding_merge FOR EACH ROW EXECUTE FUNCTION auth.merge_was_undone()
CREATE TRIGGER finding_merged AFTER UPDATE OF subject_ids ON app.finding FOR EACH ROW WHEN ((old.subject_ids IS DISTINCT FROM new.subject_ids)) EXECUTE FUNCTION auth.merged_finding_changed()
CREATE TRIGGER finding_place AFTER UPDATE OF state ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_changed()
CREATE TRIGGER finding_state_holds BEFORE UPDATE OF state ON app.finding FOR EACH ROW EXECUTE FUNCTION auth.finding_state_holds()
CREATE TRIGGER finding_told AFTER UPDATE OF audience_id, subject_ids ON app.finding FOR EACH ROW WHEN (((old.audience_id IS DISTINCT FROM new.audience_id) OR (old.subject_ids IS DISTINCT FROM new.subject_ids))) EXECUTE FUNCTION auth.told_finding_changed()
CREATE TRIGGER finding_withdrawal_place AFTER INSERT ON app.finding_withdrawal FOR EACH ROW EXECUTE FUNCTION auth.finding_part_changed()
CREATE TRIGGER frozen_paragraph_insert_place AFTER INSERT ON app.frozen_paragraph REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.frozen_written()
CREATE TRIGGER frozen_paragraph_moves_comments AFTER UPDATE OF subject_ids ON app.frozen_paragraph FOR EACH ROW WHEN ((old.subject_ids IS DISTINCT FROM new.subject_ids)) EXECUTE FUNCTION auth.paragraph_subjects_changed()
CREATE TRIGGER frozen_provenance_insert_place AFTER INSERT ON app.frozen_provenance REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.frozen_written()
CREATE TRIGGER frozen_text_insert_place AFTER INSERT ON app.frozen_text REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.frozen_written()
CREATE TRIGGER frozen_text_place AFTER UPDATE OF deadline, reopened_at ON app.frozen_text FOR EACH ROW EXECUTE FUNCTION auth.frozen_text_changed()
CREATE TRIGGER frozen_text_reopened_at_once BEFORE UPDATE OF reopened_at ON app.frozen_text FOR EACH ROW WHEN ((old.reopened_at IS DISTINCT FROM new.reopened_at)) EXECUTE FUNCTION auth.happens_once('reopened_at')
CREATE TRIGGER frozen_text_reopened_by_once BEFORE UPDATE OF reopened_by ON app.frozen_text FOR EACH ROW WHEN ((old.reopened_by IS DISTINCT FROM new.reopened_by)) EXECUTE FUNCTION auth.happens_once('reopened_by')
CREATE TRIGGER history_provenance_insert_place AFTER INSERT ON app.history_provenance REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER immediate_concern_place AFTER INSERT ON app.immediate_concern FOR EACH ROW EXECUTE FUNCTION auth.concern_raised()
CREATE TRIGGER immediate_concern_step_order BEFORE INSERT ON app.immediate_concern_step FOR EACH ROW EXECUTE FUNCTION auth.concern_step_is_next()
CREATE TRIGGER immediate_concern_step_place AFTER INSERT ON app.immediate_concern_step FOR EACH ROW EXECUTE FUNCTION auth.concern_stepped()
CREATE TRIGGER inspection_agency_place AFTER INSERT ON app.inspection_agency FOR EACH ROW EXECUTE FUNCTION auth.joined()
CREATE TRIGGER inspection_closed AFTER UPDATE OF closed_at ON app.inspection_conduct FOR EACH ROW WHEN ((old.closed_at IS DISTINCT FROM new.closed_at)) EXECUTE FUNCTION auth.inspection_closed()
CREATE TRIGGER inspection_conduct_closed_at_once BEFORE UPDATE OF closed_at ON app.inspection_conduct FOR EACH ROW WHEN ((old.closed_at IS DISTINCT FROM new.closed_at)) EXECUTE FUNCTION auth.happens_once('closed_at')
CREATE TRIGGER inspection_conduct_place AFTER INSERT ON app.inspection_conduct FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()
CREATE TRIGGER inspection_conduct_readable_until_once BEFORE UPDATE OF readable_until ON app.inspection_conduct FOR EACH ROW WHEN ((old.readable_until IS DISTINCT FROM new.readable_until)) EXECUTE FUNCTION auth.happens_once('readable_until')
CREATE TRIGGER inspection_conduct_revealed_at_once BEFORE UPDATE OF revealed_at ON app.inspection_conduct FOR EACH ROW WHEN ((old.revealed_at IS DISTINCT FROM new.revealed_at)) EXECUTE FUNCTION auth.happens_once('revealed_at')
CREATE TRIGGER inspection_conduct_revealed_by_once BEFORE UPDATE OF revealed_by ON app.inspection_conduct FOR EACH ROW WHEN ((old.revealed_by IS DISTINCT FROM new.revealed_by)) EXECUTE FUNCTION auth.happens_once('revealed_by')
CREATE TRIGGER inspection_inspectorate_accepted_at_once BEFORE UPDATE OF accepted_at ON app.inspection_inspectorate FOR EACH ROW WHEN ((old.accepted_at IS DISTINCT FROM new.accepted_at)) EXECUTE FUNCTION auth.happens_once('accepted_at')
CREATE TRIGGER inspection_inspectorate_place AFTER INSERT ON app.inspection_inspectorate FOR EACH ROW EXECUTE FUNCTION auth.joined()
CREATE TRIGGER inspection_mark_place AFTER INSERT ON app.inspection_mark FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()
CREATE TRIGGER inspection_moves_narrative AFTER UPDATE OF stage ON app.inspection FOR EACH ROW WHEN ((old.stage IS DISTINCT FROM new.stage)) EXECUTE FUNCTION auth.stage_moves_narrative()
CREATE TRIGGER inspection_notified_at_once BEFORE UPDATE OF notified_at ON app.inspection FOR EACH ROW WHEN ((old.notified_at IS DISTINCT FROM new.notified_at)) EXECUTE FUNCTION auth.happens_once('notified_at')
CREATE TRIGGER inspection_notifies AFTER UPDATE OF notified_at ON app.inspection FOR EACH ROW EXECUTE FUNCTION auth.agencies_notified()
CREATE TRIGGER inspection_pause_moves_window AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW WHEN ((old.paused_at IS DISTINCT FROM new.paused_at)) EXECUTE FUNCTION auth.pause_moves_window()
CREATE TRIGGER inspection_place AFTER INSERT OR UPDATE OF stage, notified_at, published_at ON app.inspection FOR EACH ROW EXECUTE FUNCTION auth.inspection_changed()
CREATE TRIGGER inspection_published_at_once BEFORE UPDATE OF published_at ON app.inspection FOR EACH ROW WHEN ((old.published_at IS DISTINCT FROM new.published_at)) EXECUTE FUNCTION auth.happens_once('published_at')
CREATE TRIGGER inspection_stage_holds BEFORE UPDATE OF stage ON app.inspection FOR EACH ROW WHEN ((old.stage <> new.stage)) EXECUTE FUNCTION auth.stage_holds()
CREATE TRIGGER lead_handles_nothing AFTER INSERT ON app.assignment FOR EACH ROW WHEN (((new.role = ANY (ARRAY['LEAD'::text, 'INSPECTORATE_LEAD'::text])) AND (new.ended_at IS NULL))) EXECUTE FUNCTION auth.lead_handles_nothing()
CREATE TRIGGER letter_place AFTER INSERT OR UPDATE OF received_at, published_at, withdrawn_at, superseded_at ON app.letter FOR EACH ROW EXECUTE FUNCTION auth.letter_changed()
CREATE TRIGGER letter_published_at_once BEFORE UPDATE OF published_at ON app.letter FOR EACH ROW WHEN ((old.published_at IS DISTINCT FROM new.published_at)) EXECUTE FUNCTION auth.happens_once('published_at')
CREATE TRIGGER letter_published_by_once BEFORE UPDATE OF published_by ON app.letter FOR EACH ROW WHEN ((old.published_by IS DISTINCT FROM new.published_by)) EXECUTE FUNCTION auth.happens_once('published_by')
CREATE TRIGGER letter_received_at_once BEFORE UPDATE OF received_at ON app.letter FOR EACH ROW WHEN ((old.received_at IS DISTINCT FROM new.received_at)) EXECUTE FUNCTION auth.happens_once('received_at')
CREATE TRIGGER letter_received_by_once BEFORE UPDATE OF received_by ON app.letter FOR EACH ROW WHEN ((old.received_by IS DISTINCT FROM new.received_by)) EXECUTE FUNCTION auth.happens_once('received_by')
CREATE TRIGGER letter_superseded_at_once BEFORE UPDATE OF superseded_at ON app.letter FOR EACH ROW WHEN ((old.superseded_at IS DISTINCT FROM new.superseded_at)) EXECUTE FUNCTION auth.happens_once('superseded_at')
CREATE TRIGGER letter_text_holds BEFORE UPDATE ON app.letter_text FOR EACH ROW WHEN (((old.html IS DISTINCT FROM new.html) OR (old.facts IS DISTINCT FROM new.facts))) EXECUTE FUNCTION auth.letter_text_holds()
CREATE TRIGGER letter_text_place AFTER INSERT ON app.letter_text FOR EACH ROW EXECUTE FUNCTION auth.letter_text_written()
CREATE TRIGGER letter_withdrawn_at_once BEFORE UPDATE OF withdrawn_at ON app.letter FOR EACH ROW WHEN ((old.withdrawn_at IS DISTINCT FROM new.withdrawn_at)) EXECUTE FUNCTION auth.happens_once('withdrawn_at')
CREATE TRIGGER letter_withdrawn_by_once BEFORE UPDATE OF withdrawn_by ON app.letter FOR EACH ROW WHEN ((old.withdrawn_by IS DISTINCT FROM new.withdrawn_by)) EXECUTE FUNCTION auth.happens_once('withdrawn_by')
CREATE TRIGGER marking_agreement_place AFTER INSERT ON app.marking_agreement FOR EACH ROW EXECUTE FUNCTION auth.lowering_agreed()
CREATE TRIGGER marking_change_allowed BEFORE INSERT ON app.marking_change FOR EACH ROW EXECUTE FUNCTION auth.marking_is_changed()
CREATE TRIGGER marking_change_place AFTER INSERT ON app.marking_change FOR EACH ROW EXECUTE FUNCTION auth.marking_changed()
CREATE TRIGGER marking_lowering_allowed BEFORE INSERT ON app.marking_lowering FOR EACH ROW EXECUTE FUNCTION auth.lowering_is_proposed()
CREATE TRIGGER marking_lowering_place AFTER INSERT ON app.marking_lowering FOR EACH ROW EXECUTE FUNCTION auth.lowering_proposed()
CREATE TRIGGER narrative_insert_place AFTER INSERT ON app.narrative REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER narrative_paragraph_insert_place AFTER INSERT ON app.narrative_paragraph REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER narrative_sentence_delete_place AFTER DELETE ON app.narrative_sentence REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER narrative_sentence_insert_place AFTER INSERT ON app.narrative_sentence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER opening_place AFTER INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION auth.opening_made()
CREATE TRIGGER opening_rule BEFORE INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION auth.rule_of_opening()
CREATE TRIGGER organisation_role_ending BEFORE UPDATE OF ended_at ON app.organisation_role FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL) AND (old.role = 'ADMINISTRATOR'::text))) EXECUTE FUNCTION auth.administrator_post_remains()
CREATE TRIGGER publication_hold_lift_reason_once BEFORE UPDATE OF lift_reason ON app.publication_hold FOR EACH ROW WHEN ((old.lift_reason IS DISTINCT FROM new.lift_reason)) EXECUTE FUNCTION auth.happens_once('lift_reason')
CREATE TRIGGER publication_hold_lifted_at_once BEFORE UPDATE OF lifted_at ON app.publication_hold FOR EACH ROW WHEN ((old.lifted_at IS DISTINCT FROM new.lifted_at)) EXECUTE FUNCTION auth.happens_once('lifted_at')
CREATE TRIGGER publication_hold_lifted_by_once BEFORE UPDATE OF lifted_by ON app.publication_hold FOR EACH ROW WHEN ((old.lifted_by IS DISTINCT FROM new.lifted_by)) EXECUTE FUNCTION auth.happens_once('lifted_by')
CREATE TRIGGER publication_hold_place AFTER INSERT ON app.publication_hold FOR EACH ROW EXECUTE FUNCTION auth.signing_changed()
CREATE TRIGGER quality_pass_insert_place AFTER INSERT ON app.quality_pass REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER request_clocks_resumed AFTER UPDATE OF paused_at ON app.inspection_conduct FOR EACH ROW WHEN (((old.paused_at IS NOT NULL) AND (new.paused_at IS NULL))) EXECUTE FUNCTION auth.request_clocks_resumed()
CREATE TRIGGER request_place AFTER UPDATE OF state ON app.request FOR EACH ROW EXECUTE FUNCTION auth.request_changed()
CREATE TRIGGER request_state_holds BEFORE UPDATE OF state ON app.request FOR EACH ROW EXECUTE FUNCTION auth.request_state_holds()
CREATE TRIGGER request_text_cancel_reason_once BEFORE UPDATE OF cancel_reason ON app.request_text FOR EACH ROW WHEN ((old.cancel_reason IS DISTINCT FROM new.cancel_reason)) EXECUTE FUNCTION auth.happens_once('cancel_reason')
CREATE TRIGGER request_text_cancelled_at_once BEFORE UPDATE OF cancelled_at ON app.request_text FOR EACH ROW WHEN ((old.cancelled_at IS DISTINCT FROM new.cancelled_at)) EXECUTE FUNCTION auth.happens_once('cancelled_at')
CREATE TRIGGER request_text_cancelled_by_once BEFORE UPDATE OF cancelled_by ON app.request_text FOR EACH ROW WHEN ((old.cancelled_by IS DISTINCT FROM new.cancelled_by)) EXECUTE FUNCTION auth.happens_once('cancelled_by')
CREATE TRIGGER request_text_holds BEFORE UPDATE OF title, asked, reason, inspectorates, case_ids ON app.request_text FOR EACH ROW EXECUTE FUNCTION auth.request_text_holds()
CREATE TRIGGER request_text_issued_at_once BEFORE UPDATE OF issued_at ON app.request_text FOR EACH ROW WHEN ((old.issued_at IS DISTINCT FROM new.issued_at)) EXECUTE FUNCTION auth.happens_once('issued_at')
CREATE TRIGGER request_text_issued_by_once BEFORE UPDATE OF issued_by ON app.request_text FOR EACH ROW WHEN ((old.issued_by IS DISTINCT FROM new.issued_by)) EXECUTE FUNCTION auth.happens_once('issued_by')
CREATE TRIGGER request_text_place AFTER INSERT OR UPDATE OF inspectorates, case_ids ON app.request_text FOR EACH ROW EXECUTE FUNCTION auth.request_part_changed()
CREATE TRIGGER reveal_opened AFTER UPDATE OF revealed_at ON app.inspection_conduct FOR EACH ROW WHEN (((old.revealed_at IS NULL) AND (new.revealed_at IS NOT NULL))) EXECUTE FUNCTION auth.reveal_opened()
CREATE TRIGGER sentence_history_insert_place AFTER INSERT ON app.sentence_history REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER sentence_provenance_delete_place AFTER DELETE ON app.sentence_provenance REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER sentence_provenance_insert_place AFTER INSERT ON app.sentence_provenance REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION auth.narrative_written()
CREATE TRIGGER signature_holds BEFORE INSERT ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.signature_holds()
CREATE TRIGGER signature_place AFTER INSERT ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.signature_made()
CREATE TRIGGER signature_voiding BEFORE UPDATE OF voided_at ON app.signature FOR EACH ROW EXECUTE FUNCTION auth.voiding_holds()
CREATE TRIGGER signing_delegation_place AFTER INSERT ON app.signing_delegation FOR EACH ROW EXECUTE FUNCTION auth.signing_changed()
CREATE TRIGGER submission_is_asked BEFORE INSERT ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_is_asked()
CREATE TRIGGER submission_place AFTER UPDATE OF state ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_changed()
CREATE TRIGGER submission_state_holds BEFORE UPDATE OF state ON app.submission FOR EACH ROW EXECUTE FUNCTION auth.submission_state_holds()
CREATE TRIGGER submission_text_holds BEFORE UPDATE OF text, data ON app.submission_text FOR EACH ROW EXECUTE FUNCTION auth.submission_text_holds()
CREATE TRIGGER submission_text_place AFTER INSERT ON app.submission_text FOR EACH ROW EXECUTE FUNCTION auth.submission_part_changed()
CREATE TRIGGER submission_version_place AFTER INSERT ON app.submission_version FOR EACH ROW EXECUTE FUNCTION auth.submission_part_changed()
CREATE TRIGGER timetable_entry_place AFTER INSERT ON app.timetable_entry FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()
CREATE TRIGGER whistleblowing_event_place AFTER INSERT ON app.whistleblowing_event FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_event_added()
CREATE TRIGGER whistleblowing_handler_ending BEFORE UPDATE OF ended_at ON app.whistleblowing_handler FOR EACH ROW EXECUTE FUNCTION auth.ending_holds()
CREATE TRIGGER whistleblowing_handler_place AFTER INSERT ON app.whistleblowing_handler FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_handler_named()
CREATE TRIGGER whistleblowing_place AFTER INSERT ON app.whistleblowing FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_filed()
CREATE TRIGGER whistleblowing_receipt_place AFTER INSERT ON app.whistleblowing_receipt FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_receipt_given()
CREATE TRIGGER whistleblowing_state_holds BEFORE UPDATE OF state ON app.whistleblowing FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_state_holds()
CREATE TRIGGER whistleblowing_step_follows BEFORE INSERT ON app.whistleblowing_step FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_step_follows()
CREATE TRIGGER whistleblowing_step_place AFTER INSERT ON app.whistleblowing_step FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_part_added()
CREATE TRIGGER whistleblowing_words_place AFTER INSERT ON app.whistleblowing_words FOR EACH ROW EXECUTE FUNCTION auth.whistleblowing_part_added()

-- Functions
CREATE OR REPLACE FUNCTION auth.access_request_clocks_resumed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.access_request r SET due_at = r.due_at + (auth.at() - greatest(OLD.paused_at, r.asked_at))
      WHERE r.inspection_id = NEW.inspection_id AND r.state = 'OPEN' AND r.due_at > OLD.paused_at;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.access_request_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state <> 'OPEN' THEN RAISE EXCEPTION 'what was decided stays as it was decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_decided'; END IF;
     IF NEW.state = 'OPEN' OR NEW.decided_by IS DISTINCT FROM auth.user_id() THEN RAISE EXCEPTION 'a request is granted or refused, by who does it' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_state'; END IF;
     IF NOT ((NEW.inspection_id || ':writers:' || NEW.owner) = ANY (auth.circles())
  OR ((NEW.inspection_id || ':analysts:' || NEW.owner) = ANY (auth.circles())
    AND EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = NEW.evidence_id AND b.strength = 'DATA'))) THEN RAISE EXCEPTION 'the owner decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_decider'; END IF;
     IF EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = NEW.inspection_id AND c.closed_at IS NOT NULL) THEN RAISE EXCEPTION 'nothing is decided after closing' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_closed'; END IF;
     IF NEW.state = 'GRANTED' AND NOT EXISTS (SELECT FROM app.evidence_share s WHERE s.id = NEW.share_id AND s.evidence_id = NEW.evidence_id
         AND s.recipient = NEW.recipient AND s.recipient_assignment_id IS NOT DISTINCT FROM NEW.recipient_assignment_id
         AND s.form IN ('SUMMARY', NEW.form) AND s.revoked_at IS NULL AND s.shared_by = NEW.decided_by) THEN RAISE EXCEPTION 'it is granted by a share of what was asked for, with whom it was asked for' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_share'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.access_request_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.state = 'SUBMITTED'
         AND e.audience_id = ANY (auth.audiences(2)) AND NOT (e.subject_ids && auth.conflicts())) THEN RAISE EXCEPTION 'only submitted evidence that is seen is asked for' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_seen'; END IF;
     IF NOT EXISTS (SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = NEW.inspection_id
         AND p.inspectorate = NEW.recipient AND p.accepted_at IS NOT NULL) THEN RAISE EXCEPTION 'the recipient takes no part' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_recipient'; END IF;
     IF NEW.recipient_assignment_id IS NOT NULL AND NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.recipient_assignment_id
         AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.recipient) THEN RAISE EXCEPTION 'the assignment is on another team' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_recipient'; END IF;
     IF EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = NEW.inspection_id AND c.closed_at IS NOT NULL) THEN RAISE EXCEPTION 'nothing is asked for after closing' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_closed'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.access_request_made()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_access_request(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.administrator_post_remains()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT auth.has_other_administrator(NEW.user_id) THEN
       RAISE EXCEPTION 'an organisation keeps an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_remains'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.administrator_remains()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF EXISTS (SELECT FROM app.organisation_role r WHERE r.user_id = NEW.id AND r.role = 'ADMINISTRATOR' AND r.ended_at IS NULL)
       AND NOT auth.has_other_administrator(NEW.id) THEN
       RAISE EXCEPTION 'an organisation keeps an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_remains'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.admission_is_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.accuracy_comment c WHERE c.id = NEW.comment_id AND c.state = 'SENT' AND c.late) THEN
       RAISE EXCEPTION 'only a late comment is admitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'admission_due'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.agencies_notified()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_assignment(a.id) FROM app.assignment a WHERE a.inspection_id = NEW.id AND a.inspectorate IS NULL; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.analyses_evidence(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.evidence_body b JOIN app.evidence e ON e.id = b.evidence_id
       WHERE b.evidence_id = which AND b.strength = 'DATA' AND (e.inspection_id || ':analysts:' || e.owner) = ANY (auth.circles()))); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.assignment_made()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_assignment(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.assignment_moves_conflicts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_conflicts(NEW.user_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(pg_catalog.current_setting('app.now', true), '')::timestamptz $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.attitude_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM FROM app.finding_merge m WHERE m.id = NEW.merge_id FOR NO KEY UPDATE;
     PERFORM FROM app.finding f WHERE f.id = NEW.finding_id FOR NO KEY UPDATE;
     SELECT o.audience_id, o.subject_ids INTO NEW.audience_id, NEW.subject_ids FROM (
       SELECT m.audience_id, m.subject_ids FROM app.finding_merge m
         WHERE m.id = NEW.merge_id AND m.inspection_id = NEW.inspection_id AND m.undone_at IS NULL
       UNION ALL
       SELECT f.audience_id, f.subject_ids FROM app.finding f
         WHERE f.id = NEW.finding_id AND f.inspection_id = NEW.inspection_id AND f.state = 'SUBMITTED' AND f.revealed) o
     WHERE o.audience_id = ANY (auth.audiences(3)) AND NOT (o.subject_ids && auth.conflicts());
     IF NOT FOUND THEN
       RAISE EXCEPTION 'an attitude is taken to what stands and is seen' USING ERRCODE = 'check_violation', CONSTRAINT = 'attitude_object'; END IF;
     SELECT coalesce(max(a.turn), 0) + 1 INTO NEW.turn FROM app.attitude a
       WHERE (a.merge_id = NEW.merge_id OR a.finding_id = NEW.finding_id) AND a.inspectorate = NEW.inspectorate;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.audience(inspection uuid, grants auth.entitlement[], after_closing boolean DEFAULT false)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE mark text; found bigint;
     BEGIN
       IF coalesce(array_length(grants, 1), 0) = 0 THEN RETURN 0; END IF;
       IF NOT after_closing AND EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = inspection AND c.closed_at IS NOT NULL) THEN
         grants := ARRAY(SELECT ROW(g.circle, least(g.degree, 3), g.starts_at, g.ends_at)::auth.entitlement FROM unnest(grants) g);
       END IF;
       SELECT encode(sha256(convert_to(coalesce(inspection::text, '') || string_agg(DISTINCT format('%s %s %s %s;', g.circle, g.degree,
           extract(epoch FROM g.starts_at), extract(epoch FROM g.ends_at)), ''
           ORDER BY format('%s %s %s %s;', g.circle, g.degree, extract(epoch FROM g.starts_at), extract(epoch FROM g.ends_at))), 'UTF8')), 'hex')
         INTO mark FROM unnest(grants) g;
       SELECT a.id INTO found FROM app.audience a WHERE a.fingerprint = mark;
       IF found IS NOT NULL THEN RETURN found; END IF;
       INSERT INTO app.audience (inspection_id, fingerprint) VALUES (inspection, mark)
         ON CONFLICT (fingerprint) DO NOTHING RETURNING id INTO found;
       IF found IS NULL THEN
         SELECT a.id INTO STRICT found FROM app.audience a WHERE a.fingerprint = mark;
         RETURN found;
       END IF;
       INSERT INTO app.audience_grant (audience_id, circle, degree, starts_at, ends_at)
         SELECT DISTINCT found, g.circle, g.degree, g.starts_at, g.ends_at FROM unnest(grants) g;
       RETURN found;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.audiences(least_degree integer)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(DISTINCT g.audience_id), '{}')
     FROM app.audience_grant g
     WHERE g.circle = ANY (auth.circles()) AND g.degree >= least_degree
       AND (g.starts_at IS NULL OR g.starts_at <= auth.at())
       AND (g.ends_at IS NULL OR auth.at() < g.ends_at)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.break_glass_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_break_glass(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_clocks_resumed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.break_glass_review r SET review_due_at = r.review_due_at + (auth.at() - greatest(OLD.paused_at, b.starts_at))
       FROM app.break_glass b
       WHERE b.id = r.break_glass_id AND r.inspection_id = NEW.inspection_id AND r.reviewed_at IS NULL AND r.review_due_at > OLD.paused_at;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_entitlements(of_evidence uuid)
 RETURNS auth.entitlement[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(ROW(b.inspection_id || ':seat:' || b.assignment_id, CASE k.form WHEN 'WHOLE' THEN 3 ELSE 2 END,
         seen.from_at, seen.until_at)::auth.entitlement), '{}')
     FROM app.evidence e
     JOIN app.break_glass b ON b.inspection_id = e.inspection_id AND (b.case_id = e.case_id OR b.evidence_id = e.id)
     JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.owner = e.owner
     JOIN app.evidence_cap k ON k.evidence_id = e.id AND k.recipient = b.inspectorate AND k.form <> 'NOTHING'
     JOIN app.inspection_conduct c ON c.inspection_id = e.inspection_id AND c.closed_at IS NULL,
       LATERAL (
         SELECT b.starts_at, b.ends_at WHERE b.case_id IS NOT NULL
         UNION ALL
         SELECT greatest(b.starts_at, s.starts_at), least(b.ends_at, s.ends_at) FROM app.evidence_share s
         WHERE s.evidence_id = b.evidence_id AND s.revoked_at IS NULL AND (s.recipient_assignment_id = b.assignment_id OR (s.recipient_assignment_id IS NULL AND s.recipient = b.inspectorate))
       ) seen (from_at, until_at)
     WHERE e.id = of_evidence AND e.state = 'SUBMITTED' AND seen.from_at < seen.until_at); END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN -- Two at once wait for one another: the second finds the first.
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.asked_by || ' ' || coalesce(NEW.case_id, NEW.evidence_id), 5));
     IF EXISTS (SELECT FROM app.break_glass b JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.reviewed_at IS NULL
         WHERE b.asked_by = NEW.asked_by AND coalesce(b.case_id, b.evidence_id) = coalesce(NEW.case_id, NEW.evidence_id)) THEN
       RAISE EXCEPTION 'the last one is reviewed first' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_reviewed'; END IF;
     IF NOT EXISTS (SELECT FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
         WHERE i.id = NEW.inspection_id AND i.notified_at IS NOT NULL AND c.closed_at IS NULL) THEN
       RAISE EXCEPTION 'glass is broken from notification to closing' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_stage'; END IF;
     IF NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.assignment_id AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.inspectorate)
       OR NOT EXISTS (SELECT FROM app.case_file f WHERE f.id = NEW.case_id AND f.inspection_id = NEW.inspection_id
         UNION ALL SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.inspection_id = NEW.inspection_id)
       OR auth.break_glass_owners(NEW.assignment_id, NEW.case_id, NEW.evidence_id) = '{}' THEN
       RAISE EXCEPTION 'there is nothing that it would open' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_opens'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_owners(of_assignment uuid, of_case uuid, of_item uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(DISTINCT e.owner ORDER BY e.owner), '{}')
     FROM app.assignment b
     JOIN app.evidence e ON e.inspection_id = b.inspection_id AND e.state = 'SUBMITTED' AND e.owner <> b.inspectorate
     JOIN app.evidence_cap k ON k.evidence_id = e.id AND k.recipient = b.inspectorate
     WHERE b.id = of_assignment AND b.user_id = auth.user_id() AND b.role IN ('LEAD', 'INSPECTORATE_LEAD')
       AND (b.inspection_id || ':seat:' || b.id) = ANY (auth.circles()) AND NOT (e.subject_ids && auth.conflicts())
       AND CASE WHEN of_item IS NULL THEN e.case_id = of_case AND k.form <> 'NOTHING' AND EXISTS (
           SELECT FROM app.case_file f WHERE f.id = of_case AND f.audience_id = ANY (auth.audiences(1)) AND NOT (f.subject_ids && auth.conflicts()))
         ELSE e.id = of_item AND k.form = 'WHOLE' AND EXISTS (
           SELECT FROM app.evidence_share s WHERE s.evidence_id = of_item AND s.revoked_at IS NULL AND (s.recipient_assignment_id = b.id OR (s.recipient_assignment_id IS NULL AND s.recipient = b.inspectorate))
             AND s.starts_at <= greatest(auth.at(), s.shared_at) AND (s.ends_at IS NULL OR auth.at() < s.ends_at)) END); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.break_glass_review_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.reviewed_at IS NOT NULL THEN
       RAISE EXCEPTION 'a review is written once' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_review_once'; END IF;
     IF NEW.reviewed_at IS DISTINCT FROM auth.at() OR NEW.reviewed_by IS DISTINCT FROM auth.user_id()
       OR NOT (NEW.inspection_id || ':lead:' || NEW.owner) = ANY (auth.circles())
       OR EXISTS (SELECT FROM app.break_glass b WHERE b.id = NEW.break_glass_id AND b.asked_by = auth.user_id()) THEN
       RAISE EXCEPTION 'the lead of the owner reviews it, not the asker' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_reviewer'; END IF;
     IF EXISTS (SELECT FROM app.inspection_conduct c WHERE c.inspection_id = NEW.inspection_id AND c.closed_at IS NOT NULL) THEN
       RAISE EXCEPTION 'closing freezes' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_stage'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_review_is_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.break_glass b WHERE b.id = NEW.break_glass_id AND b.starts_at = auth.at() AND b.asked_by = auth.user_id()
         AND NEW.owner = ANY (auth.break_glass_owners(b.assignment_id, b.case_id, b.evidence_id))) THEN
       RAISE EXCEPTION 'an owner is told when the glass is broken' USING ERRCODE = 'check_violation', CONSTRAINT = 'break_glass_owner'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.break_glass_told()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_break_glass(NEW.break_glass_id);
     PERFORM auth.place_evidence(e.id) FROM app.break_glass b
       JOIN app.evidence e ON e.inspection_id = b.inspection_id AND (e.case_id = b.case_id OR e.id = b.evidence_id)
       WHERE b.id = NEW.break_glass_id AND e.owner = NEW.owner AND e.state = 'SUBMITTED';
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.cap_lowered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.evidence_share s SET revoked_at = auth.at(), revoked_by = auth.user_id(), revoke_reason = NEW.why
       WHERE s.evidence_id = NEW.evidence_id AND s.recipient = NEW.recipient AND s.revoked_at IS NULL
         AND (NEW.form = 'NOTHING' OR (NEW.form = 'SUMMARY' AND s.form = 'WHOLE'));
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.case_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_case(NEW.case_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.case_member_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_case_member(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.case_to_name_for(which uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT c.inspection_id FROM app.case_file c
     WHERE c.id = which AND EXISTS (SELECT FROM unnest(auth.circles()) circle WHERE circle LIKE c.inspection_id || ':planner:%')); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.chronology_entry_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_contradictions(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.circles()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(nullif(pg_catalog.current_setting('app.circles', true), '')::text[], auth.circles_by_standing()) $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.circles_by_standing()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (
  WITH me AS MATERIALIZED (
    SELECT u.id, u.organisation_id, o.inspectorate
    FROM app.app_user u JOIN app.organisation o ON o.id = u.organisation_id
    WHERE u.id = auth.user_id() AND u.suspended_at IS NULL AND auth.at() IS NOT NULL
  ), post AS (
    SELECT r.role, me.organisation_id, me.inspectorate
    FROM me JOIN app.organisation_role r ON r.user_id = me.id AND r.ended_at IS NULL
  ), held AS (
    -- Assignments in force; closing freezes those in force at closing (R14), an agency's count from notification (R1).
    SELECT a.*, c.readable_until
    FROM me
    JOIN app.assignment a ON a.user_id = me.id AND a.ended_at IS NULL
    JOIN app.inspection i ON i.id = a.inspection_id AND (a.inspectorate IS NOT NULL OR i.notified_at IS NOT NULL)
    JOIN app.inspection_conduct c ON c.inspection_id = i.id
    WHERE a.starts_at <= coalesce(c.closed_at, auth.at())
      AND (a.ends_at IS NULL OR coalesce(c.closed_at, auth.at()) < a.ends_at)
  ), seat AS (
    SELECT * FROM held WHERE readable_until IS NULL OR auth.at() < readable_until
  )
  SELECT coalesce(array_agg(DISTINCT circle), '{}') FROM (
    SELECT 'public' WHERE auth.at() IS NOT NULL
    UNION ALL SELECT 'user:' || id FROM me
    UNION ALL SELECT 'organisation:' || organisation_id || ':' || lower(role) FROM post
    UNION ALL SELECT 'inspectorate:' || inspectorate || ':' || lower(role) FROM post WHERE inspectorate IS NOT NULL
    UNION ALL
      SELECT s.inspection_id || ':' || part FROM seat s, LATERAL unnest(
  CASE s.role
    WHEN 'LEAD' THEN ARRAY['team', 'writers', 'lead', 'leads', 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'INSPECTORATE_LEAD' THEN ARRAY['team', 'writers', 'leads', 'lead:' || s.inspectorate, 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'INSPECTOR' THEN ARRAY['team', 'writers', 'team:' || s.inspectorate, 'writers:' || s.inspectorate]
    WHEN 'ANALYST' THEN ARRAY['team', 'team:' || s.inspectorate, 'analysts:' || s.inspectorate]
    WHEN 'QUALITY_ASSURER' THEN ARRAY['team', 'quality', 'team:' || s.inspectorate, 'quality:' || s.inspectorate]
    WHEN 'OBSERVER' THEN ARRAY['observers']
    WHEN 'SIGNATORY' THEN ARRAY['signatories', 'signatory:' || s.inspectorate, 'signer:' || s.user_id]
    WHEN 'COORDINATOR' THEN ARRAY['agencies', 'coordinators', 'agency:' || s.organisation_id, 'coordinator:' || s.organisation_id]
    WHEN 'CONTRIBUTOR' THEN ARRAY['agencies', 'agency:' || s.organisation_id]
    -- What all addressed agencies see, and nothing that was sent to or by his own.
    ELSE ARRAY['agencies', 'agency-signatory:' || s.organisation_id]
  END
  || CASE WHEN s.role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')
       THEN ARRAY['author:' || s.user_id, 'seat:' || s.id] ELSE '{}' END
  || ARRAY['assigned']) part
    UNION ALL
      -- What an agency sent it keeps, after the 28 days too.
      SELECT h.inspection_id || ':sent:' || h.organisation_id FROM held h WHERE h.role IN ('COORDINATOR', 'CONTRIBUTOR')
    UNION ALL
      SELECT m.inspection_id || ':members:' || m.case_id
      FROM seat s JOIN app.case_member m ON m.assignment_id = s.id AND m.inspection_id = s.inspection_id AND m.ended_at IS NULL
      WHERE s.readable_until IS NULL
    UNION ALL
      SELECT p.inspection_id || ':' || part
      FROM post JOIN app.inspection_inspectorate p ON p.inspectorate = post.inspectorate,
        LATERAL unnest(CASE WHEN p.accepted_at IS NULL THEN ARRAY['invited', 'invited:' || p.inspectorate]
                            ELSE ARRAY['planners', 'planner:' || p.inspectorate] END) part
      WHERE post.role = 'PLANNER'
    UNION ALL
      SELECT i.id || ':' || part
      FROM post JOIN app.inspection i ON i.leading_inspectorate = post.inspectorate,
        LATERAL unnest(ARRAY['planners', 'planner:' || i.leading_inspectorate]) part
      WHERE post.role = 'PLANNER'
    UNION ALL
      SELECT g.inspection_id || ':administrators'
      FROM post JOIN app.inspection_agency g ON g.organisation_id = post.organisation_id
      JOIN app.inspection i ON i.id = g.inspection_id AND i.notified_at IS NOT NULL
      WHERE post.role = 'ADMINISTRATOR'
    UNION ALL
      SELECT p.inspection_id || ':' || part
      FROM post JOIN app.inspection_inspectorate p ON p.inspectorate = post.inspectorate AND p.accepted_at IS NOT NULL
      JOIN app.inspection i ON i.id = p.inspection_id
      JOIN app.inspection_conduct c ON c.inspection_id = p.inspection_id AND c.closed_at IS NOT NULL,
        LATERAL unnest(CASE WHEN i.leading_inspectorate = p.inspectorate
          THEN ARRAY['keepers', 'keeper:' || p.inspectorate, 'lead-keeper'] ELSE ARRAY['keepers', 'keeper:' || p.inspectorate] END) part
      WHERE post.role = 'RECORD_KEEPER'
    UNION ALL
      -- Closing changes nothing for a handler; whoever is lead or inspectorate lead there is none (R12).
      SELECT h.inspection_id || ':handlers'
      FROM me JOIN app.whistleblowing_handler h ON h.user_id = me.id AND h.ended_at IS NULL
      JOIN app.inspection i ON i.id = h.inspection_id AND i.leading_inspectorate = me.inspectorate
      WHERE NOT auth.leads_inspection(h.inspection_id, me.id)
  ) member (circle)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.citation_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.inspection_id = NEW.inspection_id AND e.state = 'SUBMITTED'
         AND e.audience_id = ANY (auth.audiences(1)) AND NOT (e.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'only submitted evidence that is seen is cited' USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_seen'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.cited_evidence_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(c.finding_id) FROM app.citation c WHERE c.evidence_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.clock(of_inspection uuid)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT least(auth.at(), c.paused_at)
     FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
     WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1))); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.closing_moves_conflicts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_conflicts(u) FROM (SELECT DISTINCT a.user_id FROM app.assignment a
       WHERE a.inspection_id = NEW.inspection_id) seated (u);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.comment_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_comment(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.comment_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state = 'SENT' THEN
       RAISE EXCEPTION 'what was sent stays as it was sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_sent'; END IF;
     IF NEW.state = 'SENT' AND (NEW.inspection_id || ':coordinator:' || NEW.organisation_id::text) <> ALL (auth.circles()) THEN
       RAISE EXCEPTION 'the coordinator sends it' USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_sender'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.comment_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_comment(NEW.comment_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.concern_raised()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_concern(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.concern_step_is_next()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE stands text;
     BEGIN
       SELECT c.state INTO stands FROM app.immediate_concern c WHERE c.id = NEW.concern_id FOR UPDATE;
       IF (stands, NEW.step) NOT IN (('RAISED', 'RAISED'), ('RAISED', 'ACKNOWLEDGED'), ('ACKNOWLEDGED', 'ACTED_ON'), ('ACTED_ON', 'CLOSED')) THEN
         RAISE EXCEPTION 'a concern is raised, acknowledged, acted on and closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'concern_step'; END IF;
       SELECT c.inspection_id, c.receiver_id, c.raised_by INTO STRICT NEW.inspection_id, NEW.receiver_id, NEW.raised_by
         FROM app.immediate_concern c WHERE c.id = NEW.concern_id;
       RETURN NEW;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.concern_stepped()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.immediate_concern SET state = NEW.step WHERE id = NEW.concern_id AND state <> NEW.step;
     PERFORM auth.place_concern(NEW.concern_id);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.conflict_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN INSERT INTO app.conflict_notice (conflict_id, inspectorate, state)
       VALUES (NEW.id, NEW.inspectorate, CASE WHEN NEW.lifted_at IS NULL THEN 'ACTIVE' ELSE 'LIFTED' END)
       ON CONFLICT (conflict_id) DO UPDATE SET state = excluded.state;
     PERFORM auth.place_conflicts(NEW.user_id);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.conflicts()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(DISTINCT hidden), '{}')
     FROM app.conflict_of_interest c,
       LATERAL unnest(auth.related_agencies(c.organisation_id) || c.case_id) hidden
     WHERE c.user_id = auth.user_id() AND c.lifted_at IS NULL AND hidden IS NOT NULL); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.contradiction_flagged()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_contradictions(NEW.entry_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.contribution_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_contribution(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.contribution_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_contribution(NEW.contribution_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.contribution_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state = 'SUBMITTED' AND NEW.state <> 'SUBMITTED' THEN
       RAISE EXCEPTION 'a submitted contribution stays submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_state'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.contribution_text_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF EXISTS (SELECT FROM app.contribution c JOIN app.inspection_conduct i ON i.inspection_id = c.inspection_id
         WHERE c.id = NEW.contribution_id AND c.state = 'SUBMITTED' AND i.revealed_at IS NOT NULL) THEN
       RAISE EXCEPTION 'a contribution that the team has read is not rewritten'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'contribution_read'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.cursor(sort text, key uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT translate(encode(convert_to(sort || ' ' || key, 'UTF8'), 'base64'), E'+/=\n', '-_') $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.delete_left_drafts()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE gone uuid[]; deleted int := 0; platform uuid := '00000000-0000-0000-0000-000000000000';
     BEGIN 
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.finding d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('Finding.' || d.id)
    FROM app.finding d JOIN app.organisation o ON o.inspectorate = d.owner
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  
  DELETE FROM app.finding d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.evidence d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('Evidence.' || d.id)
    FROM app.evidence d JOIN app.organisation o ON o.inspectorate = d.owner
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  
  DELETE FROM app.evidence d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.contribution d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('Contribution.' || d.id)
    FROM app.contribution d JOIN app.organisation o ON o.inspectorate = d.inspectorate
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  DELETE FROM app.contribution_body WHERE contribution_id = ANY (gone);
  DELETE FROM app.contribution d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.request d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('InformationRequest.' || d.id)
    FROM app.request d JOIN app.organisation o ON o.id = d.organisation_id
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  DELETE FROM app.request_text WHERE request_id = ANY (gone);
  DELETE FROM app.request_due WHERE request_id = ANY (gone);
  DELETE FROM app.request d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.submission d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('Submission.' || d.id)
    FROM app.submission d JOIN app.organisation o ON o.id = d.organisation_id
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  DELETE FROM app.submission_text WHERE submission_id = ANY (gone);
  DELETE FROM app.submission d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.comment_id), '{}') INTO gone FROM app.accuracy_reply d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('AccuracyComment.' || d.comment_id)
    FROM app.accuracy_reply d JOIN app.organisation o ON o.id = d.organisation_id
    WHERE d.comment_id = ANY (gone) GROUP BY o.id, d.inspection_id;
  
  DELETE FROM app.accuracy_reply d WHERE d.comment_id = ANY (gone);
  deleted := deleted + cardinality(gone);
  SELECT coalesce(array_agg(d.id), '{}') INTO gone FROM app.accuracy_comment d JOIN app.inspection_conduct c ON c.inspection_id = d.inspection_id
    WHERE d.state = 'DRAFT' AND c.readable_until <= auth.at();
  INSERT INTO app.audit_event (id, at, actor_id, organisation_id, request_id, operation, inspection_id, objects)
    SELECT gen_random_uuid(), auth.at(), platform, o.id, 'platform', 'deleteLeftDrafts', d.inspection_id, array_agg('AccuracyComment.' || d.id)
    FROM app.accuracy_comment d JOIN app.organisation o ON o.id = d.organisation_id
    WHERE d.id = ANY (gone) GROUP BY o.id, d.inspection_id;
  
  DELETE FROM app.accuracy_comment d WHERE d.id = ANY (gone);
  deleted := deleted + cardinality(gone);
       RETURN deleted;
     END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.derived_marking(of_finding uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT CASE WHEN EXISTS (
       SELECT FROM app.citation c JOIN app.evidence_summary s ON s.evidence_id = c.evidence_id
       WHERE c.finding_id = of_finding AND s.marking = 'OFFICIAL_SENSITIVE' AND NOT EXISTS (
         SELECT FROM app.marking_lowering l WHERE l.finding_id = of_finding AND l.owners <@ l.agreed AND c.evidence_id = ANY (l.evidence_ids)))
       THEN 'OFFICIAL_SENSITIVE' ELSE 'OFFICIAL' END); END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.ending_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.ended_at IS NOT NULL THEN
       RAISE EXCEPTION 'what has ended stays ended: assign or name the person again' USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_once'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_cap_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(NEW.evidence_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_deletion_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state <> 'DRAFT' THEN
       RAISE EXCEPTION 'only a draft is deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_state'; END IF;
     RETURN OLD; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_moves_break_glass()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_break_glass(b.id) FROM app.break_glass b WHERE b.evidence_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_moves_openings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_opening(o.id) FROM app.opening o WHERE o.evidence_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(NEW.evidence_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_parts_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(evidence_id) FROM (SELECT DISTINCT evidence_id FROM added ORDER BY evidence_id) item; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'WITHDRAWN')) THEN
       RAISE EXCEPTION 'evidence goes from draft to submitted to withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_state'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.finding_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.finding_deletion_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state <> 'DRAFT' THEN
       RAISE EXCEPTION 'only a draft is deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_state'; END IF;
     RETURN OLD; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.finding_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(NEW.finding_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.finding_parts_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(finding_id) FROM (SELECT DISTINCT finding_id FROM changed) part; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.finding_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'WITHDRAWN')) THEN
       RAISE EXCEPTION 'a finding goes from draft to submitted to withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_state'; END IF;
     IF NEW.state = 'WITHDRAWN' AND EXISTS (SELECT FROM app.finding_merge_source s WHERE s.finding_id = NEW.id AND NOT s.undone) THEN
       RAISE EXCEPTION 'a finding is withdrawn once no merge holds it' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_merged'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.frozen_text_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_frozen(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.frozen_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_frozen(inspection_id) FROM (SELECT DISTINCT inspection_id FROM written) one; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.happens_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF to_jsonb(OLD) -> TG_ARGV[0] <> 'null' AND to_jsonb(OLD) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[0] THEN
       RAISE EXCEPTION 'what was done once is not done again or undone: %.%', TG_TABLE_NAME, TG_ARGV[0]
         USING ERRCODE = 'check_violation', CONSTRAINT = 'happens_once'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.has_conflict_in(of_inspection uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.inspection i WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1)))
       AND coalesce(auth.conflicts() && (
       SELECT array_agg(id) FROM (
         SELECT g.organisation_id AS id FROM app.inspection_agency g WHERE g.inspection_id = of_inspection
         UNION ALL SELECT c.id FROM app.case_file c WHERE c.inspection_id = of_inspection) concerned), false)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.has_other_administrator(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE organisation uuid;
     BEGIN
       SELECT u.organisation_id INTO organisation FROM app.app_user u WHERE u.id = person;
       PERFORM pg_advisory_xact_lock(hashtextextended(organisation::text, 6));
       RETURN EXISTS (SELECT FROM app.organisation_role r JOIN app.app_user u ON u.id = r.user_id
         WHERE r.organisation_id = organisation AND r.role = 'ADMINISTRATOR' AND r.ended_at IS NULL AND u.suspended_at IS NULL AND u.id <> person);
     END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.has_safeguarding_contact(agency uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.organisation_role r JOIN app.app_user u ON u.id = r.user_id
       WHERE r.organisation_id = agency AND r.role = 'SAFEGUARDING_CONTACT' AND r.ended_at IS NULL AND u.suspended_at IS NULL)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.has_signed(of_inspection uuid, of_inspectorate text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT (of_inspection || ':signatory:' || of_inspectorate) = ANY (auth.circles()) AND EXISTS (
       SELECT FROM app.signature s JOIN app.frozen_text f ON f.id = s.frozen_text_id AND f.reopened_at IS NULL
       WHERE s.inspection_id = of_inspection AND s.inspectorate = of_inspectorate AND s.voided_at IS NULL)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.has_unanswered_comments(of_inspection uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT CASE WHEN ARRAY[of_inspection || ':leads', of_inspection || ':signatories'] && auth.circles() THEN EXISTS (
       SELECT FROM app.accuracy_comment c
       WHERE c.inspection_id = of_inspection AND c.state = 'SENT'
         AND (NOT c.late OR EXISTS (SELECT FROM app.comment_admission a WHERE a.comment_id = c.id))
         AND NOT EXISTS (SELECT FROM app.accuracy_reply r WHERE r.comment_id = c.id AND r.state = 'SENT')) END); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.hold_inspections_of(of_user uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE each uuid;
     BEGIN
       FOR each IN SELECT DISTINCT a.inspection_id FROM app.assignment a
           WHERE a.user_id = of_user AND a.ended_at IS NULL AND a.organisation_id = auth.organisation_id() ORDER BY 1 LOOP
         PERFORM pg_advisory_xact_lock(hashtextextended(each::text, 1));
       END LOOP;
     END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.identify(of_issuer text, of_subject text)
 RETURNS TABLE(user_id uuid, organisation_id uuid, organisation_code text, inspectorate text, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN QUERY SELECT u.id, o.id, o.code, o.inspectorate, u.name
     FROM app.app_user u
     JOIN app.organisation o ON o.id = u.organisation_id
     JOIN app.identity_provider p ON p.issuer = u.issuer AND p.organisation_id = u.organisation_id
     WHERE u.issuer = of_issuer AND u.subject = of_subject AND u.suspended_at IS NULL; END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.inspection_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.inspection_conduct SET version = version + 1 WHERE inspection_id = NEW.id;
     PERFORM auth.place_inspection(NEW.id);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.inspection_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_all_of(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.inspection_part_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_inspection(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.joined()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_participation(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.known_people()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(DISTINCT a.user_id), '{}') FROM app.assignment a WHERE a.audience_id = ANY ((SELECT auth.audiences(2))::bigint[])); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.lead_handles_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN WITH ended AS (
       UPDATE app.whistleblowing_handler h SET ended_at = auth.at()
       WHERE h.inspection_id = NEW.inspection_id AND h.user_id = NEW.user_id AND h.ended_at IS NULL RETURNING h.id)
     INSERT INTO app.whistleblowing_event (id, inspection_id, operation, handler_id, at, actor_id)
       SELECT gen_random_uuid(), NEW.inspection_id, 'HANDLER_ENDED', ended.id, auth.at(), NEW.assigned_by FROM ended;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.leads_inspection(of_inspection uuid, of_user uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.assignment a
       WHERE a.inspection_id = of_inspection AND a.user_id = of_user AND a.role IN ('LEAD', 'INSPECTORATE_LEAD') AND a.ended_at IS NULL)); END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.leads_user(of_user uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.assignment a WHERE a.user_id = of_user AND a.inspectorate IS NOT NULL AND a.ended_at IS NULL AND EXISTS (
  SELECT FROM app.inspection_conduct d WHERE d.inspection_id = a.inspection_id AND a.starts_at <= coalesce(d.closed_at, auth.at())
    AND (a.ends_at IS NULL OR coalesce(d.closed_at, auth.at()) < a.ends_at) AND (d.readable_until IS NULL OR auth.at() < d.readable_until))
       AND (a.inspection_id || ':lead:' || a.inspectorate) = ANY ((SELECT auth.circles())::text[]))); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.letter_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_letter(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.letter_text_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF EXISTS (SELECT FROM app.letter l WHERE l.id = NEW.letter_id AND l.published_at IS NOT NULL) THEN
       RAISE EXCEPTION 'a published letter is not rewritten: a correction is another version'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_text_published'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.letter_text_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_letter(NEW.letter_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.lifting_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.lifted_at IS NOT NULL THEN
       RAISE EXCEPTION 'a lifted conflict stays lifted: declare another' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_lifted'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.lowering_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.marking_lowering SET agreed = agreed || NEW.owner
       WHERE id = NEW.lowering_id AND NEW.owner = ANY (owners) AND NEW.owner <> ALL (agreed);
     IF NOT FOUND THEN
       RAISE EXCEPTION 'nothing waits for this inspectorate''s agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_agreement'; END IF;
     PERFORM auth.place_finding(NEW.finding_id);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.lowering_is_proposed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN SELECT coalesce(array_agg(DISTINCT e.owner ORDER BY e.owner), '{}'), coalesce(array_agg(e.id), '{}') INTO NEW.owners, NEW.evidence_ids
       FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id JOIN app.evidence_summary s ON s.evidence_id = e.id
       WHERE c.finding_id = NEW.finding_id AND s.marking = 'OFFICIAL_SENSITIVE';
     NEW.agreed := ARRAY[NEW.owner];
     IF NEW.owner <> ALL (NEW.owners) OR NOT EXISTS (SELECT FROM app.finding f WHERE f.id = NEW.finding_id AND f.state = 'SUBMITTED'
         AND f.audience_id = ANY (auth.audiences(3)) AND NOT (f.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'a marking is lowered by whose item it comes from' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_lowering'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.lowering_proposed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(NEW.finding_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.marking_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.evidence_summary SET marking = NEW.marking WHERE evidence_id = NEW.evidence_id;
     IF NEW.marking = 'OFFICIAL_SENSITIVE' THEN
       UPDATE app.marking_lowering SET evidence_ids = array_remove(evidence_ids, NEW.evidence_id) WHERE NEW.evidence_id = ANY (evidence_ids); END IF;
     PERFORM auth.place_evidence(NEW.evidence_id);
     PERFORM auth.place_finding(c.finding_id) FROM app.citation c WHERE c.evidence_id = NEW.evidence_id;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.marking_is_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE now_marked text; writes boolean; lowers boolean;
     BEGIN
       SELECT s.marking INTO now_marked FROM app.evidence e JOIN app.evidence_summary s ON s.evidence_id = e.id
         WHERE e.id = NEW.evidence_id AND e.state <> 'WITHDRAWN' AND e.audience_id = ANY (auth.audiences(4)) AND NOT (e.subject_ids && auth.conflicts())
         FOR UPDATE OF s;
       writes := now_marked IS NOT NULL;
       lowers := writes AND (EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = NEW.evidence_id AND b.author_id = auth.user_id())
         OR (NEW.inspection_id || ':lead:' || NEW.owner) = ANY (auth.circles()));
       IF NOT writes OR (NEW.marking = 'OFFICIAL' AND NOT lowers) THEN
         RAISE EXCEPTION 'this marking is not his to change' USING ERRCODE = 'insufficient_privilege'; END IF;
       IF now_marked = NEW.marking THEN
         RAISE EXCEPTION 'it is marked so already' USING ERRCODE = 'check_violation', CONSTRAINT = 'marking_change'; END IF;
       RETURN NEW;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.may_lift(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (
       SELECT FROM app.conflict_of_interest c
       JOIN app.assignment a ON a.user_id = c.user_id AND a.inspectorate = c.inspectorate AND a.ended_at IS NULL AND EXISTS (
  SELECT FROM app.inspection_conduct d WHERE d.inspection_id = a.inspection_id AND a.starts_at <= coalesce(d.closed_at, auth.at())
    AND (a.ends_at IS NULL OR coalesce(d.closed_at, auth.at()) < a.ends_at) AND (d.readable_until IS NULL OR auth.at() < d.readable_until))
       WHERE c.id = which AND c.user_id <> auth.user_id()
         AND CASE WHEN EXISTS (SELECT FROM app.assignment a WHERE a.user_id = c.user_id AND a.role = 'INSPECTORATE_LEAD' AND a.ended_at IS NULL AND EXISTS (
  SELECT FROM app.inspection_conduct d WHERE d.inspection_id = a.inspection_id AND a.starts_at <= coalesce(d.closed_at, auth.at())
    AND (a.ends_at IS NULL OR coalesce(d.closed_at, auth.at()) < a.ends_at) AND (d.readable_until IS NULL OR auth.at() < d.readable_until)))
           THEN a.role = 'INSPECTORATE_LEAD' AND (a.inspection_id || ':planner:' || a.inspectorate) = ANY ((SELECT auth.circles())::text[])
           ELSE (a.inspection_id || ':lead:' || a.inspectorate) = ANY ((SELECT auth.circles())::text[]) END)); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.may_name_handler(of_inspection uuid, of_user uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (
       SELECT FROM app.inspection i JOIN app.organisation o ON o.inspectorate = i.leading_inspectorate
       JOIN app.app_user u ON u.organisation_id = o.id AND u.id = of_user AND u.suspended_at IS NULL
       WHERE i.id = of_inspection AND i.stage <> 'CLOSED' AND u.id <> auth.user_id()
         AND (i.id || ':planner:' || i.leading_inspectorate) = ANY (auth.circles())
         AND NOT auth.leads_inspection(i.id, u.id))); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.merge_source_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.finding f JOIN app.finding_body b ON b.finding_id = f.id
         JOIN app.finding_merge m ON m.id = NEW.merge_id AND (m.kind, m.placement) = (b.kind, b.placement) AND m.undone_at IS NULL
         WHERE f.id = NEW.finding_id AND f.inspection_id = NEW.inspection_id AND f.state = 'SUBMITTED' AND f.revealed
           AND f.audience_id = ANY (auth.audiences(3)) AND NOT (f.subject_ids && auth.conflicts())) THEN
       RAISE EXCEPTION 'only revealed findings of the same kind and placement are merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_source'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.merge_sources_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_merge(merge_id) FROM (SELECT DISTINCT merge_id FROM added) merge; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.merge_undoing_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.undone_at IS NOT NULL THEN
       RAISE EXCEPTION 'a merge that was undone stays so: make another' USING ERRCODE = 'check_violation', CONSTRAINT = 'merge_undone'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.merge_was_undone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.finding_merge_source SET undone = true WHERE merge_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.merged_finding_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_merge(s.merge_id) FROM app.finding_merge_source s WHERE s.finding_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.narrative_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_narrative(inspection_id) FROM (SELECT DISTINCT inspection_id FROM written) one; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.opening_made()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_opening(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.organisation_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT organisation_id FROM app.app_user WHERE id = auth.user_id()); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.paragraph_subjects_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_comment(c.id) FROM app.accuracy_comment c WHERE c.frozen_paragraph_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.paragraph_to_comment(which uuid)
 RETURNS TABLE(inspection_id uuid, frozen_text_id uuid, deadline timestamp with time zone, reopened boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN QUERY SELECT p.inspection_id, t.id, t.deadline, t.reopened_at IS NOT NULL
     FROM app.frozen_paragraph p JOIN app.frozen_text t ON t.id = p.frozen_text_id
     WHERE p.id = which AND (p.inspection_id || ':agencies') = ANY (auth.circles())
       AND NOT p.subject_ids && auth.conflicts(); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.passage_is_cut()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN SELECT substr(b.body, NEW.from_offset + 1, NEW.to_offset - NEW.from_offset), b.version INTO NEW.quote, NEW.evidence_version
     FROM app.evidence e JOIN app.evidence_body b ON b.evidence_id = e.id
     WHERE e.id = NEW.evidence_id AND NEW.from_offset >= 0 AND NEW.from_offset < NEW.to_offset AND NEW.to_offset <= char_length(b.body)
       AND e.audience_id = ANY (auth.audiences(3)) AND NOT (e.subject_ids && auth.conflicts());
     IF NEW.quote IS NULL THEN
       RAISE EXCEPTION 'a passage lies within an item that is seen whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_within'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.pause_moves_window()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NEW.paused_at IS NULL THEN
       UPDATE app.frozen_text SET deadline = deadline + (auth.at() - OLD.paused_at)
         WHERE inspection_id = NEW.inspection_id AND reopened_at IS NULL AND deadline > OLD.paused_at; END IF;
     PERFORM auth.place_frozen(NEW.inspection_id);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_access_request(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE r app.access_request; e app.evidence; closed boolean; data boolean; whole bigint;
     BEGIN
       SELECT * INTO r FROM app.access_request WHERE id = which FOR NO KEY UPDATE;
       -- An item's audience is read only once no other transaction is about to change it.
       SELECT * INTO e FROM app.evidence WHERE id = r.evidence_id FOR SHARE;
       SELECT b.strength = 'DATA' INTO data FROM app.evidence_body b WHERE b.evidence_id = r.evidence_id;
       SELECT c.closed_at IS NOT NULL INTO closed FROM app.inspection_conduct c WHERE c.inspection_id = r.inspection_id;
       -- For nobody after closing, the 28 days of R14 included; never for quality assurers.
       whole := auth.audience(r.inspection_id, CASE WHEN closed THEN '{}' ELSE ARRAY[
         -- Whoever asked reads it: there is nothing of it that he changes.
         auth.sees(r.inspection_id || ':author:' ||  r.asked_by, 3), auth.sees(r.inspection_id || ':writers:' ||  r.owner, 4),
         auth.sees(r.inspection_id || ':analysts:' ||  r.owner, CASE WHEN data THEN 4 ELSE 3 END)] END);
       UPDATE app.access_request SET audience_id = whole, item_audience_id = e.audience_id, subject_ids = e.subject_ids
         WHERE id = which AND (audience_id, item_audience_id, subject_ids) IS DISTINCT FROM (whole, e.audience_id, e.subject_ids);
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_all_of(of_inspection uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
     PERFORM auth.place_inspection(which) FROM (SELECT of_inspection) every (which);
     PERFORM auth.place_participation(which) FROM (SELECT of_inspection) every (which);
     PERFORM auth.place_assignment(which) FROM (SELECT id FROM app.assignment WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_case(which) FROM (SELECT id FROM app.case_file WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_case_member(which) FROM (SELECT id FROM app.case_member WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_concern(which) FROM (SELECT id FROM app.immediate_concern WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_evidence(which) FROM (SELECT id FROM app.evidence WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_break_glass(which) FROM (SELECT id FROM app.break_glass WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_opening(which) FROM (SELECT id FROM app.opening WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_access_request(which) FROM (SELECT id FROM app.access_request WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_contradictions(which) FROM (SELECT entry_id FROM app.chronology_contradiction WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_contribution(which) FROM (SELECT id FROM app.contribution WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_finding(which) FROM (SELECT id FROM app.finding WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_merge(which) FROM (SELECT id FROM app.finding_merge WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_narrative(which) FROM (SELECT inspection_id FROM app.narrative WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_frozen(which) FROM (SELECT inspection_id FROM app.narrative WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_signing(which) FROM (SELECT of_inspection) every (which);
     PERFORM auth.place_letter(which) FROM (SELECT id FROM app.letter WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_request(which) FROM (SELECT id FROM app.request WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_submission(which) FROM (SELECT id FROM app.submission WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_comment(which) FROM (SELECT id FROM app.accuracy_comment WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_whistleblowing_handler(which) FROM (SELECT id FROM app.whistleblowing_handler WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_whistleblowing(which) FROM (SELECT id FROM app.whistleblowing WHERE inspection_id = of_inspection) every (which);
     PERFORM auth.place_whistleblowing_event(which) FROM (SELECT id FROM app.whistleblowing_event WHERE inspection_id = of_inspection) every (which);
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_assignment(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE a app.assignment; notified boolean; closed timestamptz; own auth.entitlement[]; leads auth.entitlement[] := '{}';
     BEGIN
       SELECT * INTO a FROM app.assignment WHERE id = which;
       SELECT i.notified_at IS NOT NULL, c.closed_at INTO notified, closed
         FROM app.inspection i LEFT JOIN app.inspection_conduct c ON c.inspection_id = i.id WHERE i.id = a.inspection_id;
       own := CASE
         WHEN a.inspectorate IS NOT NULL
           THEN ARRAY[auth.sees('user:' || a.user_id, 3), auth.sees(a.inspection_id || ':lead:' || a.inspectorate, 4), auth.sees(a.inspection_id || ':planner:' || a.inspectorate, 4)]
         WHEN notified
           THEN ARRAY[auth.sees('user:' || a.user_id, 3), auth.sees(a.inspection_id || ':coordinator:' || a.organisation_id, 4),
                      auth.sees(a.inspection_id || ':agency:' || a.organisation_id, 3), auth.sees('organisation:' || a.organisation_id || ':administrator', 4)]
         ELSE '{}' END;
       IF a.role IN ('LEAD', 'INSPECTORATE_LEAD') AND a.ended_at IS NULL
           AND (closed IS NULL OR (a.starts_at <= closed AND (a.ends_at IS NULL OR closed < a.ends_at))) THEN
         leads := ARRAY[ROW(a.inspection_id || ':agencies', 2, CASE WHEN closed IS NULL THEN a.starts_at END, CASE WHEN closed IS NULL THEN a.ends_at END)::auth.entitlement];
       END IF;
       UPDATE app.assignment SET audience_id = auth.audience(a.inspection_id,
         ARRAY[auth.sees(a.inspection_id || ':team', 3), auth.sees(a.inspection_id || ':keepers', 3), auth.sees(a.inspection_id || ':planners', 3)] || own || leads,
         -- An assignment is ended after closing, too.
         true)
         WHERE id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_break_glass(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE b app.break_glass; led_by text; subjects uuid[]; own auth.entitlement[];
     BEGIN
       SELECT * INTO b FROM app.break_glass WHERE id = which;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = b.inspection_id;
       IF b.case_id IS NOT NULL THEN
         subjects := ARRAY[b.case_id];
         own := ARRAY[auth.sees(b.inspection_id || ':author:' || b.asked_by, 3)];
       ELSE
         SELECT e.subject_ids INTO subjects FROM app.evidence e WHERE e.id = b.evidence_id;
         SELECT coalesce(array_agg(ROW(CASE WHEN g.circle = b.inspection_id || ':team:' || b.inspectorate
             THEN b.inspection_id || ':author:' || b.asked_by ELSE g.circle END, 3, g.starts_at, g.ends_at)::auth.entitlement), '{}') INTO own
           FROM app.evidence e JOIN app.audience_grant g ON g.audience_id = e.audience_id
           WHERE e.id = b.evidence_id AND (g.circle = b.inspection_id || ':team:' || b.inspectorate OR g.circle IN (
             SELECT a.inspection_id || ':seat:' || a.id FROM app.assignment a WHERE a.user_id = b.asked_by AND a.inspection_id = b.inspection_id));
       END IF;
       UPDATE app.break_glass_review r SET subject_ids = subjects, audience_id = auth.audience(b.inspection_id,
           own || ARRAY[auth.sees(b.inspection_id || ':lead:' || r.owner, 4)]
           || CASE WHEN r.owner = led_by THEN ARRAY[auth.sees(b.inspection_id || ':lead', 3)] ELSE '{}' END)
         WHERE r.break_glass_id = which;
       UPDATE app.break_glass SET subject_ids = subjects, audience_id = auth.audience(b.inspection_id, own || (
           SELECT coalesce(array_agg(auth.sees(b.inspection_id || part, 3)), '{}')
           FROM app.break_glass_review r, LATERAL unnest(CASE WHEN r.owner = led_by
             THEN ARRAY[':lead:' || r.owner, ':lead'] ELSE ARRAY[':lead:' || r.owner] END) part
           WHERE r.break_glass_id = which))
         WHERE id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_case(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':writers', 4), auth.sees(c.inspection_id || ':team', 3), auth.sees(c.inspection_id || ':keepers', 3)]
         || (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 1)), '{}')
             FROM app.request r JOIN app.request_text t ON t.request_id = r.id
             WHERE r.inspection_id = c.inspection_id AND r.state = 'ISSUED' AND which = ANY (t.case_ids)))
       INTO whole FROM app.case_file c WHERE c.id = which;
       UPDATE app.case_file SET audience_id = whole, subject_ids = ARRAY[which] WHERE id = which;
       UPDATE app.case_detail SET audience_id = whole, subject_ids = ARRAY[which] WHERE case_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_case_member(which uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ UPDATE app.case_member m SET subject_ids = ARRAY[m.case_id], audience_id = auth.audience(m.inspection_id,
       ARRAY[auth.sees(m.inspection_id || ':team', 3), auth.sees(m.inspection_id || ':keepers', 3), auth.sees(m.inspection_id || ':lead:' || m.inspectorate, 4)]
       || CASE WHEN EXISTS (SELECT FROM app.assignment a WHERE a.id = m.assignment_id AND a.role = 'INSPECTORATE_LEAD')
            THEN ARRAY[auth.sees(m.inspection_id || ':planner:' || m.inspectorate, 4)] ELSE '{}' END)
     WHERE m.id = which $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_comment(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE c app.accuracy_comment; r app.accuracy_reply; led_by text; whole bigint; replied bigint; subjects uuid[];
     BEGIN
       SELECT * INTO c FROM app.accuracy_comment WHERE id = which;
       SELECT * INTO r FROM app.accuracy_reply WHERE comment_id = which;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = c.inspection_id;
       SELECT c.organisation_id || p.subject_ids INTO subjects FROM app.frozen_paragraph p WHERE p.id = c.frozen_paragraph_id;
       whole := auth.audience(c.inspection_id, CASE c.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(c.inspection_id || ':agency:' || c.organisation_id::text, 4)]
         ELSE ARRAY[auth.sees(c.inspection_id || ':team', 3), auth.sees(c.inspection_id || ':lead-keeper', 3),
                    auth.sees(c.inspection_id || ':agency:' || c.organisation_id::text, 3), auth.sees(c.inspection_id || ':sent:' || c.organisation_id::text, 3)] END);
       UPDATE app.accuracy_comment SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.comment_admission SET audience_id = whole, subject_ids = subjects WHERE comment_id = which;
       IF r.comment_id IS NULL THEN RETURN; END IF;
       replied := auth.audience(c.inspection_id, ARRAY[auth.sees(c.inspection_id || ':team', 3)] || CASE r.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(c.inspection_id || ':lead', 4), auth.sees(c.inspection_id || ':lead:' || led_by, 4),
                                 auth.sees(c.inspection_id || ':author:' || r.drafted_by, 4)]
         ELSE ARRAY[auth.sees(c.inspection_id || ':lead-keeper', 3), auth.sees(c.inspection_id || ':agency:' || c.organisation_id::text, 3)] END);
       UPDATE app.accuracy_reply SET audience_id = replied, subject_ids = subjects WHERE comment_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_concern(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE c app.immediate_concern; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO c FROM app.immediate_concern WHERE id = which;
       subjects := array_remove(ARRAY[c.receiver_id, c.case_id], NULL);
       whole := auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':author:' || c.raised_by, 3), auth.sees(c.inspection_id || ':lead', 4),
               auth.sees('organisation:' || c.receiver_id || ':safeguarding_contact', 4), auth.sees(c.inspection_id || ':lead-keeper', 3)]
         || CASE WHEN c.case_id IS NULL THEN '{}' ELSE ARRAY[auth.sees(c.inspection_id || ':members:' || c.case_id, 3)] END,
         -- A child may be at risk after closing as well.
         true);
       UPDATE app.immediate_concern SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.immediate_concern_step SET audience_id = whole, subject_ids = subjects WHERE concern_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_conflicts(of_user uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE whole bigint; known bigint; own auth.entitlement[]; led auth.entitlement[];
     BEGIN
       IF NOT EXISTS (SELECT FROM app.conflict_of_interest c WHERE c.user_id = of_user) THEN RETURN; END IF;
       SELECT ARRAY[auth.sees('user:' || of_user, 3)] || coalesce(array_agg(
           ROW(a.inspection_id || part || a.inspectorate, 4, bounds.starts_at, bounds.ends_at)::auth.entitlement), '{}')
         INTO own
         FROM app.assignment a JOIN app.inspection_conduct d ON d.inspection_id = a.inspection_id,
           LATERAL (SELECT CASE WHEN d.closed_at IS NULL THEN a.starts_at END,
                           CASE WHEN d.closed_at IS NULL THEN a.ends_at ELSE d.readable_until END) bounds (starts_at, ends_at),
           LATERAL unnest(CASE a.role WHEN 'INSPECTORATE_LEAD' THEN ARRAY[':lead:', ':planner:'] ELSE ARRAY[':lead:'] END) part
         WHERE a.user_id = of_user AND a.ended_at IS NULL AND a.inspectorate IS NOT NULL
           AND (d.closed_at IS NULL OR (a.starts_at <= d.closed_at AND (a.ends_at IS NULL OR d.closed_at < a.ends_at)));
       SELECT own || coalesce(array_agg(ROW(split_part(o.circle, ':', 1) || ':lead', 1, o.starts_at, o.ends_at)::auth.entitlement), '{}')
         INTO led FROM unnest(own) o WHERE o.circle LIKE '%:lead:%';
       whole := auth.audience(NULL, own);
       known := auth.audience(NULL, led);
       UPDATE app.conflict_of_interest SET audience_id = whole WHERE user_id = of_user AND audience_id <> whole;
       UPDATE app.conflict_notice n SET audience_id = known FROM app.conflict_of_interest c
         WHERE c.id = n.conflict_id AND c.user_id = of_user AND n.audience_id <> known;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_contradictions(of_entry uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ UPDATE app.chronology_contradiction x
     SET audience_id = a.audience_id, other_audience_id = b.audience_id, subject_ids = a.subject_ids || b.subject_ids
     FROM app.chronology_entry a, app.chronology_entry b
     WHERE a.id = x.entry_id AND b.id = x.other_id AND of_entry IN (x.entry_id, x.other_id) $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_contribution(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE c app.contribution; opened boolean; whole bigint;
     BEGIN
       SELECT * INTO c FROM app.contribution WHERE id = which;
       SELECT i.revealed_at IS NOT NULL INTO opened FROM app.inspection_conduct i WHERE i.inspection_id = c.inspection_id;
       whole := auth.audience(c.inspection_id, ARRAY[auth.sees(c.inspection_id || ':writers:' || c.inspectorate, 4)]
         || CASE WHEN c.state = 'DRAFT' THEN '{}' ELSE
              ARRAY[auth.sees(c.inspection_id || ':team:' || c.inspectorate, 3), auth.sees(c.inspection_id || ':keeper:' || c.inspectorate, 3),
                    CASE WHEN opened THEN auth.sees(c.inspection_id || ':team', 3) ELSE auth.sees(c.inspection_id || ':lead', 1) END] END);
       UPDATE app.contribution SET audience_id = whole WHERE id = which AND audience_id <> whole;
       UPDATE app.contribution_body SET audience_id = whole WHERE contribution_id = which AND audience_id <> whole;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_evidence(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE e app.evidence; b app.evidence_body; own auth.entitlement[]; sharers auth.entitlement[]; stands bigint; whole bigint; kept bigint; subjects uuid[]; closed timestamptz;
     BEGIN
       SELECT * INTO e FROM app.evidence WHERE id = which;
       SELECT * INTO b FROM app.evidence_body WHERE evidence_id = which;
       IF b.evidence_id IS NULL THEN RETURN; END IF;
       -- Closing freezes the shares in force: they neither end nor begin after it (R14).
       SELECT c.closed_at INTO closed FROM app.inspection_conduct c WHERE c.inspection_id = e.inspection_id;
       subjects := array_remove(ARRAY[e.case_id, b.source_agency_id] || b.spoken_of_ids, NULL);
       -- After closing its record keepers withdraw and revoke, and nobody else writes.
       own := ARRAY[auth.sees(e.inspection_id || ':keeper:' || e.owner, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 4 END),
                    auth.sees(e.inspection_id || ':team:' || e.owner, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 3 END)]
           || CASE WHEN e.state = 'SUBMITTED' AND closed IS NULL THEN ARRAY[auth.sees(e.inspection_id || ':writers:' || e.owner, 4)] ELSE '{}' END
           || CASE WHEN e.state = 'SUBMITTED' AND closed IS NULL AND b.strength = 'DATA' THEN ARRAY[auth.sees(e.inspection_id || ':analysts:' || e.owner, 4)] ELSE '{}' END;
       whole := auth.audience(e.inspection_id, CASE e.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(e.inspection_id || ':author:' || b.author_id, 4)]
         WHEN 'SUBMITTED' THEN own || auth.share_entitlements(which, 3) || auth.break_glass_entitlements(which)
         ELSE own || auth.share_entitlements(which, 1) END);
       -- Record keepers change the state of an item, and nothing that it says.
       stands := CASE WHEN e.state = 'SUBMITTED' AND closed IS NOT NULL
         THEN auth.audience(e.inspection_id, own || auth.share_entitlements(which, 3), true) ELSE whole END;
       kept := CASE WHEN e.state = 'DRAFT' THEN whole ELSE auth.audience(e.inspection_id, own) END;
       UPDATE app.evidence SET audience_id = stands, subject_ids = subjects
         WHERE id = which AND (audience_id, subject_ids) IS DISTINCT FROM (stands, subjects);
       UPDATE app.evidence_summary SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_body SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.chronology_entry SET audience_id = whole, subject_ids = subjects || array_remove(ARRAY[agency_id, case_id], NULL)
         WHERE evidence_id = which;
       UPDATE app.marking_change SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_withdrawal SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       -- Caps are the owner's business alone.
       UPDATE app.evidence_cap SET audience_id = kept, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (kept, subjects);
       -- An earlier version: the owner's, and those whose whole share had started before it was superseded (R3, R5).
       UPDATE app.evidence_version v SET subject_ids = subjects, audience_id =
           CASE WHEN e.state <> 'SUBMITTED' THEN 0 ELSE auth.audience(e.inspection_id, own || (
             SELECT coalesce(array_agg(ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                      ELSE ':seat:' || s.recipient_assignment_id END, 3, NULL, CASE WHEN closed IS NULL THEN s.ends_at END)::auth.entitlement), '{}')
             FROM app.evidence_share s
             WHERE s.evidence_id = which AND s.form = 'WHOLE' AND s.revoked_at IS NULL AND s.starts_at < v.superseded_at
               AND (closed IS NULL OR s.ends_at IS NULL OR closed < s.ends_at))) END
         WHERE v.evidence_id = which;
       -- A share: the owner's, who revokes it whatever became of the item, and its own recipient's as a summary.
       sharers := ARRAY[auth.sees(e.inspection_id || ':keeper:' || e.owner, 4), auth.sees(e.inspection_id || ':team:' || e.owner, 3)]
           || CASE WHEN closed IS NULL THEN ARRAY[auth.sees(e.inspection_id || ':writers:' || e.owner, 4)] ELSE '{}' END
           || CASE WHEN closed IS NULL AND b.strength = 'DATA' THEN ARRAY[auth.sees(e.inspection_id || ':analysts:' || e.owner, 4)] ELSE '{}' END;
       UPDATE app.evidence_share t SET subject_ids = subjects, audience_id = settled.audience
         FROM (SELECT s.id, auth.audience(e.inspection_id, sharers ||
           CASE WHEN e.state = 'SUBMITTED' AND s.revoked_at IS NULL
             AND (closed IS NULL OR (s.starts_at <= closed AND (s.ends_at IS NULL OR closed < s.ends_at)))
             THEN ARRAY[ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                    ELSE ':seat:' || s.recipient_assignment_id END, 2,
                    CASE WHEN closed IS NULL AND s.starts_at > s.shared_at THEN s.starts_at END,
                    CASE WHEN closed IS NULL THEN s.ends_at END)::auth.entitlement] ELSE '{}' END, true) AS audience
           FROM app.evidence_share s WHERE s.evidence_id = which) settled
         WHERE t.id = settled.id AND (t.audience_id, t.subject_ids) IS DISTINCT FROM (settled.audience, subjects);
       UPDATE app.evidence_share_text t SET subject_ids = subjects, audience_id = s.audience_id
         FROM app.evidence_share s WHERE s.id = t.share_id AND t.evidence_id = which
           AND (t.audience_id, t.subject_ids) IS DISTINCT FROM (s.audience_id, subjects);
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_finding(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE f app.finding; b app.finding_body; opened boolean; marked text; whole bigint; subjects uuid[];
     BEGIN
       -- Two transactions that change different items of one finding settle it one after the other.
       SELECT * INTO f FROM app.finding WHERE id = which FOR NO KEY UPDATE;
       SELECT * INTO b FROM app.finding_body WHERE finding_id = which;
       IF f.id IS NULL OR b.finding_id IS NULL THEN RETURN; END IF;
       -- An item's audience is read only once no other transaction is about to change it.
       PERFORM FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id WHERE c.finding_id = which ORDER BY e.id FOR SHARE OF e;
       opened := f.revealed OR (f.state = 'SUBMITTED' AND EXISTS (
         SELECT FROM app.inspection_conduct i WHERE i.inspection_id = f.inspection_id AND i.revealed_at IS NOT NULL));
       whole := auth.audience(f.inspection_id, CASE f.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(f.inspection_id || ':writers:' || f.owner, 4)]
         WHEN 'SUBMITTED' THEN
           ARRAY[auth.sees(f.inspection_id || ':writers:' || f.owner, 4), auth.sees(f.inspection_id || ':team:' || f.owner, 3), auth.sees(f.inspection_id || ':keeper:' || f.owner, 3)]
           || CASE WHEN opened THEN ARRAY[auth.sees(f.inspection_id || ':team', 3)] ELSE '{}' END
         ELSE
           ARRAY[auth.sees(f.inspection_id || ':team:' || f.owner, 3), auth.sees(f.inspection_id || ':keeper:' || f.owner, 3)]
           || CASE WHEN opened THEN ARRAY[auth.sees(f.inspection_id || ':team', 1)] ELSE '{}' END END);
       
  SELECT coalesce(array_agg(DISTINCT s.id ORDER BY s.id), '{}') INTO subjects FROM (
    SELECT unnest(b.agency_ids || b.case_id) AS id
    UNION ALL
    SELECT unnest(e.subject_ids) FROM app.citation c JOIN app.evidence e ON e.id = c.evidence_id WHERE c.finding_id = which) s
  WHERE s.id IS NOT NULL;
       marked := auth.derived_marking(which);
       UPDATE app.finding SET audience_id = whole, subject_ids = subjects, revealed = opened, marking = marked
         WHERE id = which AND (audience_id, subject_ids, revealed, marking) IS DISTINCT FROM (whole, subjects, opened, marked);
       UPDATE app.marking_lowering SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.marking_agreement SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.finding_body SET audience_id = whole, subject_ids = subjects
         WHERE finding_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.finding_withdrawal SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.attitude SET audience_id = whole, subject_ids = subjects WHERE finding_id = which;
       UPDATE app.citation c SET audience_id = whole, subject_ids = subjects, item_audience_id = e.audience_id
         FROM app.evidence e
         WHERE c.finding_id = which AND e.id = c.evidence_id
           AND (c.audience_id, c.subject_ids, c.item_audience_id) IS DISTINCT FROM (whole, subjects, e.audience_id);
       -- A quote from an earlier version: for those who see that version.
       UPDATE app.citation_passage p SET audience_id = whole, subject_ids = subjects, item_audience_id = coalesce(
           (SELECT v.audience_id FROM app.evidence_version v WHERE v.evidence_id = p.evidence_id AND v.version >= p.evidence_version
            ORDER BY v.version LIMIT 1), e.audience_id)
         FROM app.evidence e WHERE p.finding_id = which AND e.id = p.evidence_id;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_frozen(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE frozen app.frozen_text; stage text; pause timestamptz; whole bigint; team bigint; marked text;
     BEGIN
       PERFORM FROM app.narrative n WHERE n.inspection_id = which FOR NO KEY UPDATE;
       SELECT i.stage, c.paused_at INTO stage, pause
         FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id WHERE i.id = which;
       team := auth.audience(which, ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3)]);
       FOR frozen IN SELECT * FROM app.frozen_text WHERE inspection_id = which LOOP
         whole := auth.audience(which,
           ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3), auth.sees(which || ':lead', 4)]
           || CASE WHEN frozen.reopened_at IS NULL AND stage IN ('ACCURACY_CHECK', 'SIGNING', 'SIGNED')
                THEN ARRAY[auth.sees(which || ':signatories', 3)] ELSE '{}' END
           || CASE WHEN frozen.reopened_at IS NULL AND stage = 'ACCURACY_CHECK'
                THEN ARRAY[ROW(which || ':agencies', 3, NULL,
                  -- While a pause lasts the clock stands still, and a window that was open stays so.
                  CASE WHEN frozen.deadline > pause THEN NULL ELSE frozen.deadline END)::auth.entitlement] ELSE '{}' END);
         SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.frozen_provenance v JOIN app.finding f ON f.id = v.finding_id
           JOIN app.frozen_paragraph p ON p.id = v.frozen_paragraph_id WHERE p.frozen_text_id = frozen.id;
         UPDATE app.frozen_text SET audience_id = whole, marking = marked
           WHERE id = frozen.id AND (audience_id, marking) IS DISTINCT FROM (whole, marked);
         UPDATE app.frozen_paragraph p SET audience_id = whole, subject_ids = rests.subjects
           FROM (SELECT q.id, (SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') FROM (
     SELECT unnest(f.subject_ids) AS subject FROM app.frozen_provenance v JOIN app.finding f ON f.id = v.finding_id WHERE v.frozen_paragraph_id = q.id
     UNION ALL
     SELECT unnest(m.subject_ids) FROM app.frozen_provenance v JOIN app.finding_merge_source w ON w.finding_id = v.finding_id
       JOIN app.finding_merge m ON m.id = w.merge_id
       WHERE v.frozen_paragraph_id = q.id AND m.made_at <= frozen.opened_at AND (m.undone_at IS NULL OR m.undone_at > frozen.opened_at)) concerned) AS subjects
                 FROM app.frozen_paragraph q WHERE q.frozen_text_id = frozen.id) rests
           WHERE p.id = rests.id AND (p.audience_id, p.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       END LOOP;
       UPDATE app.frozen_provenance v SET audience_id = team, finding_audience_id = f.audience_id, subject_ids = t.subject_ids
     FROM app.finding f, app.frozen_paragraph t WHERE f.id = v.finding_id AND v.inspection_id = which AND t.id = v.frozen_paragraph_id
       AND (v.audience_id, v.finding_audience_id, v.subject_ids) IS DISTINCT FROM (team, f.audience_id, t.subject_ids);
       PERFORM auth.place_letter(l.id) FROM app.letter l WHERE l.inspection_id = which AND l.published_at IS NULL;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_inspection(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(i.id,
         ARRAY[auth.sees(i.id || ':lead', 4), auth.sees(i.id || ':team', 3), auth.sees(i.id || ':keepers', 3),
               auth.sees(i.id || ':observers', 1), auth.sees(i.id || ':signatories', 1), auth.sees(i.id || ':invited', 1),
               auth.sees(i.id || ':handlers', 1)]
         || CASE WHEN i.notified_at IS NULL
              THEN ARRAY[auth.sees(i.id || ':planner:' || i.leading_inspectorate, 4), auth.sees(i.id || ':planners', 3)]
              ELSE ARRAY[auth.sees(i.id || ':planners', 1), auth.sees(i.id || ':agencies', 1), auth.sees(i.id || ':administrators', 1)] END
         || CASE WHEN i.published_at IS NULL THEN '{}' ELSE ARRAY[auth.sees('public', 1)] END)
       INTO whole FROM app.inspection i WHERE i.id = which;
       UPDATE app.inspection SET audience_id = whole WHERE id = which AND audience_id <> whole;
       UPDATE app.inspection_conduct SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.timetable_entry SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.inspection_mark SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_letter(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE l app.letter; stands boolean; own auth.entitlement[]; whole bigint; subjects uuid[] := '{}';
     BEGIN
       SELECT * INTO l FROM app.letter WHERE id = which;
       stands := l.withdrawn_at IS NULL AND l.superseded_at IS NULL;
       own := ARRAY[auth.sees(l.inspection_id || ':team', 3), auth.sees(l.inspection_id || ':lead', 4), auth.sees(l.inspection_id || ':lead-keeper', 3)];
       whole := auth.audience(l.inspection_id, own || CASE
         WHEN l.published_at IS NULL AND NOT stands THEN '{}'
         WHEN l.published_at IS NULL THEN CASE WHEN l.received_at IS NULL THEN '{}' ELSE ARRAY[auth.sees(l.inspection_id || ':agencies', 3)] END
         WHEN stands THEN ARRAY[auth.sees('public', 3)]
         ELSE ARRAY[auth.sees('public', 1)] END);
       IF l.published_at IS NULL THEN
         SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') INTO subjects
           FROM app.frozen_paragraph p, LATERAL unnest(p.subject_ids) subject WHERE p.frozen_text_id = l.frozen_text_id;
       END IF;
       UPDATE app.letter SET audience_id = whole, subject_ids = subjects
         WHERE id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.letter_text SET audience_id = whole, subject_ids = subjects
         WHERE letter_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_merge(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE m app.finding_merge; whole bigint; subjects uuid[]; marked text;
     BEGIN
       SELECT * INTO m FROM app.finding_merge WHERE id = which FOR NO KEY UPDATE;
       IF m.id IS NULL THEN RETURN; END IF;
       whole := auth.audience(m.inspection_id, ARRAY[auth.sees(m.inspection_id || ':leads', 4), auth.sees(m.inspection_id || ':team', 3),
                                                     auth.sees(m.inspection_id || ':lead-keeper', 3)]);
       SELECT coalesce(array_agg(DISTINCT s.id ORDER BY s.id), '{}') INTO subjects FROM (
         SELECT unnest(m.agency_ids) AS id
         UNION ALL
         SELECT unnest(f.subject_ids) FROM app.finding_merge_source t JOIN app.finding f ON f.id = t.finding_id WHERE t.merge_id = which) s;
       SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.finding_merge_source t JOIN app.finding f ON f.id = t.finding_id WHERE t.merge_id = which;
       UPDATE app.finding_merge SET audience_id = whole, subject_ids = subjects, marking = marked
         WHERE id = which AND (audience_id, subject_ids, marking) IS DISTINCT FROM (whole, subjects, marked);
       UPDATE app.finding_merge_source SET audience_id = whole, subject_ids = subjects
         WHERE merge_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.attitude SET audience_id = whole, subject_ids = subjects WHERE merge_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_narrative(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE whole bigint; made timestamptz; marked text;
     BEGIN
       -- Two transactions that change what one paragraph rests on settle it one after the other.
       SELECT n.compiled_at INTO made FROM app.narrative n WHERE n.inspection_id = which FOR NO KEY UPDATE;
       SELECT auth.audience(i.id, ARRAY[auth.sees(i.id || ':team', 3), auth.sees(i.id || ':lead-keeper', 3)]
           || CASE WHEN i.stage = 'DRAFTING' THEN ARRAY[auth.sees(i.id || ':leads', 4)] ELSE '{}' END)
         INTO whole FROM app.inspection i WHERE i.id = which;
       -- The strictest of what it rests on: of the two words the longer is the greater.
       SELECT coalesce(max(f.marking), 'OFFICIAL') INTO marked FROM app.sentence_provenance v JOIN app.finding f ON f.id = v.finding_id WHERE v.inspection_id = which;
       UPDATE app.narrative SET audience_id = whole, marking = marked
         WHERE inspection_id = which AND (audience_id, marking) IS DISTINCT FROM (whole, marked);
       UPDATE app.quality_pass SET audience_id = whole WHERE inspection_id = which AND audience_id <> whole;
       UPDATE app.narrative_paragraph p SET audience_id = whole, subject_ids = rests.subjects
         FROM (SELECT q.id, (SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') FROM (
     SELECT unnest(f.subject_ids) AS subject FROM app.narrative_sentence s JOIN app.sentence_provenance v ON v.sentence_id = s.id JOIN app.finding f ON f.id = v.finding_id WHERE s.paragraph_id = q.id
     UNION ALL
     SELECT unnest(m.subject_ids) FROM app.narrative_sentence s JOIN app.sentence_provenance v ON v.sentence_id = s.id JOIN app.finding_merge_source w ON w.finding_id = v.finding_id
       JOIN app.finding_merge m ON m.id = w.merge_id
       WHERE s.paragraph_id = q.id AND m.made_at <= made AND (m.undone_at IS NULL OR m.undone_at > made)) concerned) AS subjects
               FROM app.narrative_paragraph q WHERE q.inspection_id = which) rests
         WHERE p.id = rests.id AND (p.audience_id, p.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       UPDATE app.narrative_sentence s SET audience_id = whole, subject_ids = told.subject_ids, rests = told.rests
         FROM (SELECT t.id, p.subject_ids, EXISTS (SELECT FROM app.sentence_provenance v WHERE v.sentence_id = t.id) AS rests
               FROM app.narrative_sentence t JOIN app.narrative_paragraph p ON p.id = t.paragraph_id WHERE t.inspection_id = which) told
         WHERE s.id = told.id AND (s.audience_id, s.subject_ids, s.rests) IS DISTINCT FROM (whole, told.subject_ids, told.rests);
       UPDATE app.sentence_history h SET audience_id = whole, subject_ids = rests.subjects
         -- An earlier text of a sentence is hidden with the paragraph in which the sentence stands, too.
         FROM (SELECT g.id, ARRAY(SELECT DISTINCT subject FROM unnest(p.subject_ids
                 || (SELECT coalesce(array_agg(DISTINCT subject ORDER BY subject), '{}') FROM (
     SELECT unnest(f.subject_ids) AS subject FROM app.history_provenance v JOIN app.finding f ON f.id = v.finding_id WHERE v.history_id = g.id
     UNION ALL
     SELECT unnest(m.subject_ids) FROM app.history_provenance v JOIN app.finding_merge_source w ON w.finding_id = v.finding_id
       JOIN app.finding_merge m ON m.id = w.merge_id
       WHERE v.history_id = g.id AND m.made_at <= g.changed_at AND (m.undone_at IS NULL OR m.undone_at > g.changed_at)) concerned)) subject ORDER BY subject) AS subjects
               FROM app.sentence_history g LEFT JOIN app.narrative_sentence s ON s.id = g.sentence_id
               LEFT JOIN app.narrative_paragraph p ON p.id = s.paragraph_id WHERE g.inspection_id = which) rests
         WHERE h.id = rests.id AND (h.audience_id, h.subject_ids) IS DISTINCT FROM (whole, rests.subjects);
       UPDATE app.sentence_provenance v SET audience_id = whole, finding_audience_id = f.audience_id, subject_ids = t.subject_ids
     FROM app.finding f, app.narrative_sentence t WHERE f.id = v.finding_id AND v.inspection_id = which AND t.id = v.sentence_id
       AND (v.audience_id, v.finding_audience_id, v.subject_ids) IS DISTINCT FROM (whole, f.audience_id, t.subject_ids);
       UPDATE app.history_provenance v SET audience_id = whole, finding_audience_id = f.audience_id, subject_ids = t.subject_ids
     FROM app.finding f, app.sentence_history t WHERE f.id = v.finding_id AND v.inspection_id = which AND t.id = v.history_id
       AND (v.audience_id, v.finding_audience_id, v.subject_ids) IS DISTINCT FROM (whole, f.audience_id, t.subject_ids);
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_opening(which uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ UPDATE app.opening o SET subject_ids = e.subject_ids, audience_id = CASE WHEN o.rule IN ('SHARE', 'BREAK_GLASS', 'RECORD_KEEPER')
         THEN auth.audience(o.inspection_id, ARRAY[auth.sees(o.inspection_id || ':team:' || o.owner, 3), auth.sees(o.inspection_id || ':keeper:' || o.owner, 3)])
         ELSE 0 END
     FROM app.evidence e WHERE o.id = which AND e.id = o.evidence_id $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_participation(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       UPDATE app.inspection_inspectorate p SET audience_id = auth.audience(which,
         ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':planners', 3), auth.sees(which || ':keepers', 3),
               auth.sees(which || ':invited:' || p.inspectorate, 4), auth.sees(which || ':planner:' || p.inspectorate, 4)])
         WHERE p.inspection_id = which;
       UPDATE app.inspection_agency g SET audience_id = auth.audience(which,
         ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead', 4), auth.sees(which || ':planners', 4),
               auth.sees(which || ':keepers', 3), auth.sees(which || ':agency:' || g.organisation_id, 3)])
         WHERE g.inspection_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_request(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE r app.request; t app.request_text; led_by text; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO r FROM app.request WHERE id = which;
       SELECT * INTO t FROM app.request_text WHERE request_id = which;
       IF t.request_id IS NULL THEN RETURN; END IF;
       SELECT i.leading_inspectorate INTO led_by FROM app.inspection i WHERE i.id = r.inspection_id;
       subjects := r.organisation_id || t.case_ids;
       whole := auth.audience(r.inspection_id, (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':team:' || x, 3)), '{}') FROM unnest(t.inspectorates) x) || CASE r.state
         WHEN 'DRAFT' THEN (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':lead:' || x, 4)), '{}') FROM unnest(t.inspectorates) x) || ARRAY[auth.sees(r.inspection_id || ':author:' || t.drafted_by, 4)]
           || CASE WHEN led_by = ANY (t.inspectorates) THEN ARRAY[auth.sees(r.inspection_id || ':lead', 4)] ELSE '{}' END
         WHEN 'ISSUED' THEN (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':lead:' || x, 4)), '{}') FROM unnest(t.inspectorates) x) || (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':keeper:' || x, 3)), '{}') FROM unnest(t.inspectorates) x)
           || ARRAY[auth.sees(r.inspection_id || ':lead', 4), auth.sees(r.inspection_id || ':author:' || t.drafted_by, 3), auth.sees(r.inspection_id || ':team', 1),
                    auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 3), auth.sees(r.inspection_id || ':coordinators', 2)]
         ELSE CASE WHEN t.issued_at IS NULL THEN '{}'
              ELSE (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':keeper:' || x, 3)), '{}') FROM unnest(t.inspectorates) x) || ARRAY[auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 1)] END END);
       UPDATE app.request SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.request_due SET audience_id = whole, subject_ids = subjects WHERE request_id = which;
       UPDATE app.request_text SET audience_id = whole, subject_ids = subjects WHERE request_id = which;
       IF r.state <> 'DRAFT' THEN PERFORM auth.place_case(c) FROM unnest(t.case_ids) c; END IF;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_signing(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE own auth.entitlement[] := ARRAY[auth.sees(which || ':team', 3), auth.sees(which || ':lead-keeper', 3)];
     BEGIN
       UPDATE app.signature s SET audience_id = auth.audience(which,
         own || ARRAY[auth.sees(which || ':lead', 4), auth.sees(which || ':signer:' || s.user_id, 3)]) WHERE s.inspection_id = which;
       UPDATE app.signing_delegation d SET audience_id = auth.audience(which,
         own || ARRAY[auth.sees(which || ':signer:' || d.delegated_by, 3), auth.sees(which || ':signer:' || d.delegated_to, 3)])
         WHERE d.inspection_id = which;
       UPDATE app.publication_hold h SET audience_id = auth.audience(which, own || ARRAY[auth.sees(which || ':lead', 4)])
         WHERE h.inspection_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_submission(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE r app.submission; t app.request_text; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO r FROM app.submission WHERE id = which;
       SELECT * INTO t FROM app.request_text WHERE request_id = r.request_id;
       subjects := r.organisation_id || t.case_ids;
       whole := auth.audience(r.inspection_id, CASE r.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 4)]
         ELSE (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':team:' || x, 3)), '{}') FROM unnest(t.inspectorates) x) || (SELECT coalesce(array_agg(auth.sees(r.inspection_id || ':keeper:' || x, 3)), '{}') FROM unnest(t.inspectorates) x)
           || ARRAY[auth.sees(r.inspection_id || ':coordinator:' || r.organisation_id::text, 4), auth.sees(r.inspection_id || ':agency:' || r.organisation_id::text, 3), auth.sees(r.inspection_id || ':sent:' || r.organisation_id::text, 3)] END);
       UPDATE app.submission SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.submission_text SET audience_id = whole, subject_ids = subjects WHERE submission_id = which;
       UPDATE app.submission_version SET audience_id = whole, subject_ids = subjects WHERE submission_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_whistleblowing(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE w app.whistleblowing; whole bigint; subjects uuid[];
     BEGIN
       SELECT * INTO w FROM app.whistleblowing WHERE id = which;
       whole := auth.audience(w.inspection_id, ARRAY[auth.sees(w.inspection_id || ':handlers', 4)], true);
       subjects := array_remove(ARRAY[w.agency_id], NULL);
       UPDATE app.whistleblowing SET audience_id = whole, subject_ids = subjects WHERE id = which;
       UPDATE app.whistleblowing_words SET audience_id = whole, subject_ids = subjects WHERE whistleblowing_id = which;
       UPDATE app.whistleblowing_step SET audience_id = whole, subject_ids = subjects WHERE whistleblowing_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_whistleblowing_event(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       UPDATE app.whistleblowing_event e SET audience_id = auth.audience(e.inspection_id, ARRAY[auth.sees(e.inspection_id || ':handlers', 3)]),
         subject_ids = coalesce((SELECT array_remove(ARRAY[w.agency_id], NULL) FROM app.whistleblowing w WHERE w.id = e.whistleblowing_id), '{}')
       WHERE e.id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_whistleblowing_handler(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       UPDATE app.whistleblowing_handler h SET audience_id = auth.audience(h.inspection_id,
         ARRAY[auth.sees(h.inspection_id || ':planner:' || i.leading_inspectorate, 4), auth.sees(h.inspection_id || ':handlers', 3)],
         -- One is ended after closing, too.
         true)
       FROM app.inspection i WHERE i.id = h.inspection_id AND h.id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_whistleblowing_receipt(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       UPDATE app.whistleblowing_receipt r SET audience_id = auth.audience(NULL, ARRAY[auth.sees('user:' || r.filed_by, 3)])
       WHERE r.id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.posts()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(r.role), '{}') FROM app.organisation_role r WHERE r.user_id = auth.user_id() AND r.ended_at IS NULL); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.provider_organisation(of_issuer text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT organisation_id FROM app.identity_provider WHERE issuer = of_issuer); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.quoted_version_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(p.finding_id) FROM app.citation_passage p WHERE p.evidence_id = NEW.evidence_id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.rebuild()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       PERFORM auth.place_all_of(i.id) FROM app.inspection i;
       PERFORM auth.place_conflicts(u) FROM (SELECT DISTINCT user_id FROM app.conflict_of_interest) conflicted (u);
       PERFORM auth.place_whistleblowing_receipt(r.id) FROM app.whistleblowing_receipt r;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.register_agency(agency uuid, of_code text, of_kind text, of_name text, areas text[], of_issuer text, administrator uuid, of_subject text, person text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       IF of_kind = 'INSPECTORATE' OR NOT EXISTS (SELECT FROM unnest(auth.circles()) c WHERE c LIKE 'inspectorate:%:planner') THEN RETURN false; END IF;
       INSERT INTO app.organisation (id, code, kind, name) VALUES (agency, of_code, of_kind, of_name);
       INSERT INTO app.organisation_area (organisation_id, area_code) SELECT agency, a FROM unnest(areas) a;
       INSERT INTO app.identity_provider (issuer, organisation_id) VALUES (of_issuer, agency);
       INSERT INTO app.app_user (id, issuer, subject, organisation_id, name) VALUES (administrator, of_issuer, of_subject, agency, person);
       INSERT INTO app.organisation_role (id, user_id, organisation_id, role, granted_by)
         VALUES (gen_random_uuid(), administrator, agency, 'ADMINISTRATOR', auth.user_id());
       RETURN true;
     END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.related_agencies(agency uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (WITH RECURSIVE later AS (
       SELECT agency AS id
       UNION SELECT o.replaced_by FROM later JOIN app.organisation o ON o.id = later.id WHERE o.replaced_by IS NOT NULL
     ), earlier AS (
       SELECT agency AS id
       UNION SELECT o.id FROM earlier JOIN app.organisation o ON o.replaced_by = earlier.id
     )
     SELECT array_agg(DISTINCT id) FROM (SELECT id FROM later UNION SELECT id FROM earlier) related); END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.replace_agency(agency uuid, successor uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN
       IF NOT EXISTS (SELECT FROM unnest(auth.circles()) c WHERE c LIKE 'inspectorate:%:planner') THEN RETURN false; END IF;
       UPDATE app.organisation SET replaced_by = successor WHERE id = agency AND kind <> 'INSPECTORATE';
       RETURN true;
     END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.reply_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.state = 'SENT' THEN
       RAISE EXCEPTION 'what was answered stays as it was answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_sent'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.reply_is_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.accuracy_comment c WHERE c.id = NEW.comment_id AND c.state = 'SENT'
         AND (NOT c.late OR EXISTS (SELECT FROM app.comment_admission a WHERE a.comment_id = c.id))) THEN
       RAISE EXCEPTION 'a comment is answered once it is sent in time, or admitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_due'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.request_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_request(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.request_clocks_resumed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.request_due d SET due_at = d.due_at + (auth.at() - OLD.paused_at)
      WHERE d.inspection_id = NEW.inspection_id AND d.due_at > OLD.paused_at;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.request_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_request(NEW.request_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.request_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'ISSUED'), ('DRAFT', 'CANCELLED'), ('ISSUED', 'ISSUED'), ('ISSUED', 'CANCELLED')) THEN
       RAISE EXCEPTION 'a request goes from draft to issued to cancelled' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_state'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.request_text_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.request r WHERE r.id = NEW.request_id AND r.state = 'DRAFT') THEN
       RAISE EXCEPTION 'what was issued stays as it was issued' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_text_issued'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.requested_evidence_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_access_request(r.id) FROM app.access_request r WHERE r.evidence_id = NEW.id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.reveal_opened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_finding(f.id) FROM app.finding f WHERE f.inspection_id = NEW.inspection_id;
     PERFORM auth.place_contribution(c.id) FROM app.contribution c WHERE c.inspection_id = NEW.inspection_id;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.revocation_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.revoked_at IS NOT NULL THEN
       RAISE EXCEPTION 'a revoked share stays revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_revoked'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.rule_of_opening()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE e app.evidence; held text[]; moment timestamptz;
     BEGIN
       SELECT * INTO e FROM app.evidence x WHERE x.id = NEW.evidence_id AND x.inspection_id = NEW.inspection_id
         AND x.audience_id = ANY (auth.audiences(3)) AND NOT (x.subject_ids && auth.conflicts());
       IF e.id IS NULL THEN
         RAISE EXCEPTION 'a text is opened where it is seen whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_seen'; END IF;
       held := auth.circles();
       SELECT coalesce(c.closed_at, auth.at()) INTO moment FROM app.inspection_conduct c WHERE c.inspection_id = e.inspection_id;
       SELECT u.name, o.inspectorate INTO NEW.by_name, NEW.inspectorate
         FROM app.app_user u JOIN app.organisation o ON o.id = u.organisation_id WHERE u.id = auth.user_id();
       NEW.owner := e.owner;
       NEW.share_id := NULL;
       NEW.break_glass_id := NULL;
       IF EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = e.id AND b.author_id = auth.user_id()) THEN NEW.rule := 'AUTHOR';
       ELSIF (e.inspection_id || ':team:' || e.owner) = ANY (held) THEN NEW.rule := 'OWN_TEAM';
       ELSIF (e.inspection_id || ':keeper:' || e.owner) = ANY (held) THEN NEW.rule := 'RECORD_KEEPER';
       ELSE
         SELECT s.id INTO NEW.share_id FROM app.evidence_share s
           WHERE s.evidence_id = e.id AND s.form = 'WHOLE' AND s.revoked_at IS NULL
             AND CASE WHEN s.recipient_assignment_id IS NULL THEN (e.inspection_id || ':team:' || s.recipient) = ANY (held) ELSE (e.inspection_id || ':seat:' || s.recipient_assignment_id) = ANY (held) END
             AND s.starts_at <= greatest(moment, s.shared_at) AND (s.ends_at IS NULL OR moment < s.ends_at)
           ORDER BY s.starts_at DESC, s.id DESC LIMIT 1;
         IF NEW.share_id IS NOT NULL THEN NEW.rule := 'SHARE';
         ELSE
           SELECT b.id INTO NEW.break_glass_id FROM app.break_glass b JOIN app.break_glass_review r ON r.break_glass_id = b.id AND r.owner = e.owner
             WHERE b.inspection_id = e.inspection_id AND (b.case_id = e.case_id OR b.evidence_id = e.id) AND (e.inspection_id || ':seat:' || b.assignment_id) = ANY (held)
               AND b.starts_at <= moment AND moment < b.ends_at
             ORDER BY b.starts_at DESC, b.id DESC LIMIT 1;
           NEW.rule := CASE WHEN NEW.break_glass_id IS NOT NULL THEN 'BREAK_GLASS' END;
         END IF;
       END IF;
       IF NEW.rule IS NULL THEN
         RAISE EXCEPTION 'no rule opens this text' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_seen'; END IF;
       RETURN NEW;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.sees(circle text, degree integer)
 RETURNS auth.entitlement
 LANGUAGE sql
 IMMUTABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT ROW(circle, degree, NULL, NULL)::auth.entitlement $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.share_entitlements(of_evidence uuid, most integer)
 RETURNS auth.entitlement[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT coalesce(array_agg(ROW(
         s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient ELSE ':seat:' || s.recipient_assignment_id END,
         least(most, CASE s.form WHEN 'WHOLE' THEN 3 ELSE 2 END),
         CASE WHEN s.starts_at > s.shared_at AND c.closed_at IS NULL THEN s.starts_at END,
         CASE WHEN c.closed_at IS NULL THEN s.ends_at END)::auth.entitlement), '{}')
     FROM app.evidence_share s JOIN app.inspection_conduct c ON c.inspection_id = s.inspection_id
     WHERE s.evidence_id = of_evidence AND s.revoked_at IS NULL
       AND (c.closed_at IS NULL OR (s.starts_at <= c.closed_at AND (s.ends_at IS NULL OR c.closed_at < s.ends_at)))); END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.share_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.evidence e WHERE e.id = NEW.evidence_id AND e.state = 'SUBMITTED') THEN
       RAISE EXCEPTION 'only submitted evidence is shared' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_submitted'; END IF;
     IF NOT EXISTS (SELECT FROM app.evidence_cap c WHERE c.evidence_id = NEW.evidence_id AND c.recipient = NEW.recipient
         AND (c.form = 'WHOLE' OR c.form = NEW.form)) THEN
       RAISE EXCEPTION 'the form is above what release() allows' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_cap'; END IF;
     IF NOT EXISTS (SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = NEW.inspection_id AND p.inspectorate = NEW.recipient
         AND p.accepted_at IS NOT NULL) THEN
       RAISE EXCEPTION 'the recipient takes no part' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_recipient'; END IF;
     IF NEW.recipient_assignment_id IS NOT NULL AND NOT EXISTS (SELECT FROM app.assignment a WHERE a.id = NEW.recipient_assignment_id
         AND a.inspection_id = NEW.inspection_id AND a.inspectorate = NEW.recipient) THEN
       RAISE EXCEPTION 'the assignment is on another team' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_recipient'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.signature_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NOT EXISTS (SELECT FROM app.frozen_text f JOIN app.inspection i ON i.id = f.inspection_id
         WHERE f.id = NEW.frozen_text_id AND f.reopened_at IS NULL AND f.hash = NEW.hash AND i.stage = 'SIGNING') THEN
       RAISE EXCEPTION 'the text signed is not the one that is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_hash'; END IF;
     IF auth.has_conflict_in(NEW.inspection_id) THEN
       RAISE EXCEPTION 'a conflict of interest bars signing' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_conflict'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.signature_made()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_signing(NEW.inspection_id);
     -- Signed begins when every inspectorate that takes part has a signature that is not void.
     UPDATE app.inspection i SET stage = 'SIGNED'
       WHERE i.id = NEW.inspection_id AND i.stage = 'SIGNING' AND NOT EXISTS (
         SELECT FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL AND NOT EXISTS (
           SELECT FROM app.signature s WHERE s.frozen_text_id = NEW.frozen_text_id AND s.inspectorate = p.inspectorate AND s.voided_at IS NULL));
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.signing_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_signing(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.source_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.marking_lowering l SET evidence_ids = array_remove(l.evidence_ids, c.evidence_id)
       FROM changed c WHERE l.finding_id = c.finding_id AND c.evidence_id = ANY (l.evidence_ids);
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.stage_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF array_position(ARRAY['PLANNED', 'PREPARING', 'FIELDWORK', 'DRAFTING', 'ACCURACY_CHECK', 'SIGNING', 'SIGNED', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED'], NEW.stage) <> array_position(ARRAY['PLANNED', 'PREPARING', 'FIELDWORK', 'DRAFTING', 'ACCURACY_CHECK', 'SIGNING', 'SIGNED', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED'], OLD.stage) + 1
       AND NOT (NEW.stage = 'DRAFTING' AND OLD.stage IN ('ACCURACY_CHECK', 'SIGNING', 'SIGNED')) THEN
       RAISE EXCEPTION 'a stage leads to the next one' USING ERRCODE = 'check_violation', CONSTRAINT = 'stage_order'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.stage_moves_narrative()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_narrative(NEW.id); PERFORM auth.place_frozen(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.standing(of_inspection uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT jsonb_build_object(
       'inspectionId', i.id, 'stage', i.stage, 'leading', i.leading_inspectorate,
       'framework', i.framework, 'frameworkVersion', i.framework_version,
       'notified', i.notified_at IS NOT NULL, 'revealed', c.revealed_at IS NOT NULL, 'paused', c.paused_at IS NOT NULL,
       'closed', c.closed_at IS NOT NULL,
       'posts', to_jsonb(auth.posts()), 'organisationId', auth.organisation_id(),
       'inspectorate', (SELECT o.inspectorate FROM app.organisation o WHERE o.id = auth.organisation_id()),
       'invited', (SELECT coalesce(jsonb_agg(p.inspectorate ORDER BY p.inspectorate), '[]')
                   FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NULL),
       'inspectorates', (SELECT coalesce(jsonb_agg(p.inspectorate ORDER BY p.inspectorate), '[]')
                         FROM app.inspection_inspectorate p WHERE p.inspection_id = i.id AND p.accepted_at IS NOT NULL),
       'seats', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'inspectorate', a.inspectorate,
                   'organisationId', a.organisation_id)), '[]')
                 FROM app.assignment a
                 -- Those whose circles he is in: see auth.circles().
                 WHERE a.user_id = auth.user_id() AND a.inspection_id = i.id AND a.ended_at IS NULL
                   AND a.starts_at <= coalesce(c.closed_at, auth.at()) AND (a.ends_at IS NULL OR coalesce(c.closed_at, auth.at()) < a.ends_at)
                   AND (c.readable_until IS NULL OR auth.at() < c.readable_until)))
     FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
     WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1))); END $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.submission_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_submission(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.submission_is_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF NEW.state <> 'DRAFT' OR NOT EXISTS (SELECT FROM app.request r WHERE r.id = NEW.request_id AND r.state = 'ISSUED') THEN
       RAISE EXCEPTION 'a submission begins as a draft on an issued request' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_asked'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.submission_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_submission(NEW.submission_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.submission_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED')) THEN
       RAISE EXCEPTION 'a submission goes from draft to submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_state'; END IF;
     IF NEW.state = 'SUBMITTED' AND (NEW.inspection_id || ':coordinator:' || NEW.organisation_id::text) <> ALL (auth.circles()) THEN
       RAISE EXCEPTION 'the coordinator sends it' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_sender'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.submission_text_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF EXISTS (SELECT FROM app.submission s WHERE s.id = NEW.submission_id AND s.state = 'SUBMITTED' AND NOT EXISTS (
         SELECT FROM app.submission_version v WHERE v.submission_id = s.id AND v.version = s.version AND v.text = OLD.text AND v.data = OLD.data)) THEN
       RAISE EXCEPTION 'what was sent is kept when it is replaced' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_kept'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.told_finding_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF EXISTS (SELECT FROM app.narrative n WHERE n.inspection_id = NEW.inspection_id) THEN
       PERFORM auth.place_narrative(NEW.inspection_id); PERFORM auth.place_frozen(NEW.inspection_id); END IF;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(pg_catalog.current_setting('app.user_id', true), '')::uuid $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.voiding_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.voided_at IS NOT NULL THEN
       RAISE EXCEPTION 'a void signature stays void: sign again' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_void'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_event_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_whistleblowing_event(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_filed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_whistleblowing(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_handler_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_whistleblowing_handler(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_part_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_whistleblowing(NEW.whistleblowing_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_receipt_given()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_whistleblowing_receipt(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_state_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF (OLD.state, NEW.state) NOT IN (('RECEIVED', 'RECEIVED'), ('RECEIVED', 'IN_HAND'), ('IN_HAND', 'IN_HAND'), ('IN_HAND', 'CLOSED'), ('CLOSED', 'CLOSED'))
       OR (OLD.state <> NEW.state AND NOT EXISTS (SELECT FROM app.whistleblowing_step s WHERE s.whistleblowing_id = NEW.id
         AND s.step = CASE NEW.state WHEN 'IN_HAND' THEN 'TAKEN_IN_HAND' ELSE 'CLOSED' END)) THEN
       RAISE EXCEPTION 'an item goes from received to in hand to closed, by the steps of its handlers'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'whistleblowing_state'; END IF;
     RETURN NEW; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.whistleblowing_step_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN DECLARE stands text;
     BEGIN
       SELECT w.state INTO stands FROM app.whistleblowing w WHERE w.id = NEW.whistleblowing_id FOR UPDATE;
       IF (stands, NEW.step) NOT IN (('RECEIVED', 'TAKEN_IN_HAND'), ('IN_HAND', 'NOTED'), ('IN_HAND', 'CLOSED')) THEN
         RAISE EXCEPTION 'an item is taken in hand, noted upon and closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'whistleblowing_step'; END IF;
       RETURN NEW;
     END; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.wrote_evidence(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN RETURN (SELECT EXISTS (SELECT FROM app.evidence_body b WHERE b.evidence_id = which AND b.author_id = auth.user_id())); END $function$

-- owner jip_access; the application may call it

