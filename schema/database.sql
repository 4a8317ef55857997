-- Columns
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
case_file.id uuid NOT NULL
case_file.inspection_id uuid NOT NULL
case_file.code text NOT NULL
case_file.version int4 NOT NULL
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
evidence.id uuid NOT NULL
evidence.inspection_id uuid NOT NULL
evidence.owner text NOT NULL
evidence.case_id uuid
evidence.state text NOT NULL
evidence.version int4 NOT NULL
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
idempotency_key.user_id uuid NOT NULL
idempotency_key.key text NOT NULL
idempotency_key.input_hash text NOT NULL
idempotency_key.result jsonb NOT NULL
idempotency_key.at timestamptz NOT NULL
identity_provider.issuer text NOT NULL
identity_provider.organisation_id uuid NOT NULL
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
inspection.version int4 NOT NULL
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
opening.id uuid NOT NULL
opening.at timestamptz NOT NULL
opening.actor_id uuid NOT NULL
opening.organisation_id uuid NOT NULL
opening.request_id text NOT NULL
opening.inspection_id uuid NOT NULL
opening.evidence_id uuid
opening.audience_id int8 NOT NULL
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
timetable_entry.inspection_id uuid NOT NULL
timetable_entry.code text NOT NULL
timetable_entry.name text NOT NULL
timetable_entry.falls_on date NOT NULL
timetable_entry.due_at timestamptz
timetable_entry.calendar_version text NOT NULL
timetable_entry.reason text
timetable_entry.computed_on date NOT NULL
timetable_entry.audience_id int8 NOT NULL

-- Constraints
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
app.audience: PRIMARY KEY (id)
app.audience: UNIQUE (fingerprint)
app.audience_grant: CHECK (((degree >= 1) AND (degree <= 4)))
app.audience_grant: CHECK ((ends_at > starts_at))
app.audience_grant: FOREIGN KEY (audience_id) REFERENCES app.audience(id)
app.audit_event: PRIMARY KEY (id)
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
app.chronology_entry: FOREIGN KEY (agency_id) REFERENCES app.organisation(id)
app.chronology_entry: FOREIGN KEY (case_id, inspection_id) REFERENCES app.case_file(id, inspection_id)
app.chronology_entry: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.chronology_entry: PRIMARY KEY (id)
app.conflict_of_interest: CHECK ((num_nonnulls(organisation_id, case_id) = 1))
app.conflict_of_interest: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.conflict_of_interest: FOREIGN KEY (user_id) REFERENCES app.app_user(id)
app.conflict_of_interest: PRIMARY KEY (id)
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
app.evidence_share: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.evidence_share: FOREIGN KEY (recipient) REFERENCES app.organisation(inspectorate)
app.evidence_share: FOREIGN KEY (recipient_assignment_id) REFERENCES app.assignment(id)
app.evidence_share: PRIMARY KEY (id)
app.evidence_share_text: FOREIGN KEY (share_id) REFERENCES app.evidence_share(id)
app.evidence_share_text: PRIMARY KEY (share_id)
app.evidence_summary: CHECK ((marking = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL_SENSITIVE'::text])))
app.evidence_summary: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_summary: PRIMARY KEY (evidence_id)
app.evidence_version: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner) ON DELETE CASCADE
app.evidence_version: PRIMARY KEY (evidence_id, version)
app.evidence_withdrawal: FOREIGN KEY (evidence_id, inspection_id, owner) REFERENCES app.evidence(id, inspection_id, owner)
app.evidence_withdrawal: PRIMARY KEY (evidence_id)
app.idempotency_key: PRIMARY KEY (user_id, key)
app.identity_provider: FOREIGN KEY (organisation_id) REFERENCES app.organisation(id)
app.identity_provider: PRIMARY KEY (issuer)
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
app.timetable_entry: FOREIGN KEY (inspection_id) REFERENCES app.inspection(id)
app.timetable_entry: PRIMARY KEY (inspection_id, code)

-- Indexes
CREATE INDEX app_user_organisation ON app.app_user USING btree (organisation_id)
CREATE INDEX assignment_inspection ON app.assignment USING btree (inspection_id)
CREATE INDEX assignment_user ON app.assignment USING btree (user_id, inspection_id)
CREATE INDEX audience_grant_audience ON app.audience_grant USING btree (audience_id)
CREATE INDEX audience_grant_circle ON app.audience_grant USING btree (circle, degree) INCLUDE (audience_id, starts_at, ends_at)
CREATE INDEX audit_event_organisation ON app.audit_event USING btree (organisation_id, at)
CREATE INDEX case_detail_inspection ON app.case_detail USING btree (inspection_id, created_at, case_id)
CREATE INDEX case_member_assignment ON app.case_member USING btree (assignment_id)
CREATE INDEX chronology_entry_case ON app.chronology_entry USING btree (case_id, happened_on, id)
CREATE INDEX chronology_entry_evidence ON app.chronology_entry USING btree (evidence_id)
CREATE INDEX conflict_of_interest_user ON app.conflict_of_interest USING btree (user_id)
CREATE INDEX evidence_case ON app.evidence USING btree (case_id)
CREATE INDEX evidence_share_evidence ON app.evidence_share USING btree (evidence_id)
CREATE INDEX evidence_summary_feed ON app.evidence_summary USING btree (audience_id, created_at DESC, evidence_id DESC)
CREATE INDEX evidence_summary_page ON app.evidence_summary USING btree (inspection_id, created_at DESC, evidence_id DESC)
CREATE INDEX inspection_audience ON app.inspection USING btree (audience_id)
CREATE INDEX inspection_inspectorate_whose ON app.inspection_inspectorate USING btree (inspectorate)
CREATE INDEX opening_evidence ON app.opening USING btree (evidence_id)
CREATE UNIQUE INDEX app_user_id_organisation_id_key ON app.app_user USING btree (id, organisation_id)
CREATE UNIQUE INDEX app_user_issuer_subject_key ON app.app_user USING btree (issuer, subject)
CREATE UNIQUE INDEX app_user_pkey ON app.app_user USING btree (id)
CREATE UNIQUE INDEX area_pkey ON app.area USING btree (code)
CREATE UNIQUE INDEX assignment_one_lead ON app.assignment USING btree (inspection_id) WHERE ((role = 'LEAD'::text) AND (ended_at IS NULL))
CREATE UNIQUE INDEX assignment_pkey ON app.assignment USING btree (id)
CREATE UNIQUE INDEX audience_fingerprint_key ON app.audience USING btree (fingerprint)
CREATE UNIQUE INDEX audience_pkey ON app.audience USING btree (id)
CREATE UNIQUE INDEX audit_event_pkey ON app.audit_event USING btree (id)
CREATE UNIQUE INDEX case_detail_pkey ON app.case_detail USING btree (case_id)
CREATE UNIQUE INDEX case_file_id_inspection_id_key ON app.case_file USING btree (id, inspection_id)
CREATE UNIQUE INDEX case_file_inspection_id_code_key ON app.case_file USING btree (inspection_id, code)
CREATE UNIQUE INDEX case_file_pkey ON app.case_file USING btree (id)
CREATE UNIQUE INDEX case_member_once ON app.case_member USING btree (case_id, assignment_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX case_member_pkey ON app.case_member USING btree (id)
CREATE UNIQUE INDEX chronology_entry_pkey ON app.chronology_entry USING btree (id)
CREATE UNIQUE INDEX conflict_of_interest_pkey ON app.conflict_of_interest USING btree (id)
CREATE UNIQUE INDEX evidence_body_pkey ON app.evidence_body USING btree (evidence_id)
CREATE UNIQUE INDEX evidence_cap_pkey ON app.evidence_cap USING btree (evidence_id, recipient)
CREATE UNIQUE INDEX evidence_id_inspection_id_owner_key ON app.evidence USING btree (id, inspection_id, owner)
CREATE UNIQUE INDEX evidence_pkey ON app.evidence USING btree (id)
CREATE UNIQUE INDEX evidence_share_pkey ON app.evidence_share USING btree (id)
CREATE UNIQUE INDEX evidence_share_text_pkey ON app.evidence_share_text USING btree (share_id)
CREATE UNIQUE INDEX evidence_summary_pkey ON app.evidence_summary USING btree (evidence_id)
CREATE UNIQUE INDEX evidence_version_pkey ON app.evidence_version USING btree (evidence_id, version)
CREATE UNIQUE INDEX evidence_withdrawal_pkey ON app.evidence_withdrawal USING btree (evidence_id)
CREATE UNIQUE INDEX idempotency_key_pkey ON app.idempotency_key USING btree (user_id, key)
CREATE UNIQUE INDEX identity_provider_pkey ON app.identity_provider USING btree (issuer)
CREATE UNIQUE INDEX inspection_agency_pkey ON app.inspection_agency USING btree (inspection_id, organisation_id)
CREATE UNIQUE INDEX inspection_conduct_pkey ON app.inspection_conduct USING btree (inspection_id)
CREATE UNIQUE INDEX inspection_inspectorate_pkey ON app.inspection_inspectorate USING btree (inspection_id, inspectorate)
CREATE UNIQUE INDEX inspection_mark_pkey ON app.inspection_mark USING btree (id)
CREATE UNIQUE INDEX inspection_pkey ON app.inspection USING btree (id)
CREATE UNIQUE INDEX opening_pkey ON app.opening USING btree (id)
CREATE UNIQUE INDEX organisation_area_pkey ON app.organisation_area USING btree (organisation_id, area_code)
CREATE UNIQUE INDEX organisation_code_key ON app.organisation USING btree (code)
CREATE UNIQUE INDEX organisation_id_inspectorate_key ON app.organisation USING btree (id, inspectorate)
CREATE UNIQUE INDEX organisation_inspectorate_key ON app.organisation USING btree (inspectorate)
CREATE UNIQUE INDEX organisation_pkey ON app.organisation USING btree (id)
CREATE UNIQUE INDEX organisation_role_once ON app.organisation_role USING btree (user_id, role) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX organisation_role_pkey ON app.organisation_role USING btree (id)
CREATE UNIQUE INDEX outbox_pkey ON app.outbox USING btree (id)
CREATE UNIQUE INDEX timetable_entry_pkey ON app.timetable_entry USING btree (inspection_id, code)

-- Row security
app_user: forced
area: forced
assignment: forced
audience: forced
audience_grant: forced
audit_event: forced
case_detail: forced
case_file: forced
case_member: forced
chronology_entry: forced
conflict_of_interest: forced
evidence: forced
evidence_body: forced
evidence_cap: forced
evidence_share: forced
evidence_share_text: forced
evidence_summary: forced
evidence_version: forced
evidence_withdrawal: forced
idempotency_key: forced
identity_provider: forced
inspection: forced
inspection_agency: forced
inspection_conduct: forced
inspection_inspectorate: forced
inspection_mark: forced
opening: forced
organisation: forced
organisation_area: forced
organisation_role: forced
outbox: forced
timetable_entry: forced

-- Policies
app_user app_user_add PERMISSIVE INSERT to jip_application using () check (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
app_user app_user_change PERMISSIVE UPDATE to jip_application using (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))) check (((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
app_user app_user_kernel PERMISSIVE ALL to jip_access using (true) check (true)
app_user app_user_owner PERMISSIVE ALL to the owner using (true) check (true)
app_user app_user_read PERMISSIVE SELECT to jip_application using (((organisation_id = ( SELECT auth.organisation_id() AS organisation_id)) OR (id = ANY (( SELECT auth.known_people() AS known_people)::uuid[])))) check ()
area area_kernel PERMISSIVE ALL to jip_access using (true) check (true)
area area_owner PERMISSIVE ALL to the owner using (true) check (true)
area area_read PERMISSIVE SELECT to jip_application using ((auth.at() IS NOT NULL)) check ()
assignment assignment_add PERMISSIVE INSERT to jip_application using () check (((assigned_by = auth.user_id()) AND
CASE
    WHEN (role = ANY (ARRAY['LEAD'::text, 'INSPECTORATE_LEAD'::text])) THEN (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))
    WHEN (inspectorate IS NOT NULL) THEN (((((inspection_id)::text || ':'::text) || 'lead:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[]))
    WHEN (role = 'COORDINATOR'::text) THEN ((('organisation:'::text || organisation_id) || ':administrator'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))
    ELSE (((((inspection_id)::text || ':'::text) || 'coordinator:'::text) || organisation_id) = ANY (( SELECT auth.circles() AS circles)::text[]))
END))
assignment assignment_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
assignment assignment_kernel PERMISSIVE ALL to jip_access using (true) check (true)
assignment assignment_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
audience audience_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audience_grant audience_grant_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audit_event audit_event_add PERMISSIVE INSERT to jip_application using () check ((actor_id = auth.user_id()))
audit_event audit_event_kernel PERMISSIVE ALL to jip_access using (true) check (true)
audit_event audit_event_read PERMISSIVE SELECT to jip_application using (((actor_id = auth.user_id()) OR ((('organisation:'::text || organisation_id) || ':auditor'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))) check ()
case_detail case_detail_add PERMISSIVE INSERT to jip_application using () check (((created_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'writers'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
case_detail case_detail_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
case_detail case_detail_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_detail case_detail_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_detail case_detail_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
case_file case_file_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'writers'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
case_file case_file_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
case_file case_file_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_file case_file_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_file case_file_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(1) AS audiences)::bigint[]))) check ()
case_member case_member_add PERMISSIVE INSERT to jip_application using () check (((named_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'lead:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'planner:'::text) || inspectorate) = ANY (( SELECT auth.circles() AS circles)::text[])))))
case_member case_member_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
case_member case_member_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
case_member case_member_kernel PERMISSIVE ALL to jip_access using (true) check (true)
case_member case_member_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
chronology_entry chronology_entry_add PERMISSIVE INSERT to jip_application using () check (((author_id = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'team'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
chronology_entry chronology_entry_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
chronology_entry chronology_entry_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
chronology_entry chronology_entry_kernel PERMISSIVE ALL to jip_access using (true) check (true)
chronology_entry chronology_entry_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
chronology_entry chronology_entry_remove PERMISSIVE DELETE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check ()
conflict_of_interest conflict_of_interest_add PERMISSIVE INSERT to jip_application using () check (((declared_by = auth.user_id()) AND (user_id = auth.user_id())))
conflict_of_interest conflict_of_interest_kernel PERMISSIVE ALL to jip_access using (true) check (true)
conflict_of_interest conflict_of_interest_read PERMISSIVE SELECT to jip_application using ((user_id = auth.user_id())) check ()
evidence evidence_add PERMISSIVE INSERT to jip_application using () check (((state = 'DRAFT'::text) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence evidence_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
evidence evidence_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence evidence_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence evidence_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(1) AS audiences)::bigint[]))) check ()
evidence evidence_remove PERMISSIVE DELETE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check ()
evidence_body evidence_body_add PERMISSIVE INSERT to jip_application using () check (((author_id = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((strength = 'DATA'::text) AND (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))))
evidence_body evidence_body_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
evidence_body evidence_body_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_body evidence_body_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_body evidence_body_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
evidence_cap evidence_cap_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
evidence_cap evidence_cap_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
evidence_cap evidence_cap_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_cap evidence_cap_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_cap evidence_cap_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
evidence_share evidence_share_add PERMISSIVE INSERT to jip_application using () check (((shared_by = auth.user_id()) AND (revoked_at IS NULL) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence_share evidence_share_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
evidence_share evidence_share_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_share evidence_share_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_share evidence_share_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
evidence_share_text evidence_share_text_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
evidence_share_text evidence_share_text_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_share_text evidence_share_text_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_share_text evidence_share_text_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
evidence_summary evidence_summary_add PERMISSIVE INSERT to jip_application using () check (((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[]))))
evidence_summary evidence_summary_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
evidence_summary evidence_summary_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_summary evidence_summary_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_summary evidence_summary_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
evidence_version evidence_version_add PERMISSIVE INSERT to jip_application using () check (((superseded_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence_version evidence_version_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_version evidence_version_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_version evidence_version_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
evidence_withdrawal evidence_withdrawal_add PERMISSIVE INSERT to jip_application using () check (((withdrawn_by = auth.user_id()) AND ((((((inspection_id)::text || ':'::text) || 'writers:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'analysts:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])) OR (((((inspection_id)::text || ':'::text) || 'keeper:'::text) || owner) = ANY (( SELECT auth.circles() AS circles)::text[])))))
evidence_withdrawal evidence_withdrawal_conflict RESTRICTIVE ALL to jip_application using ((NOT (subject_ids && ( SELECT auth.conflicts() AS conflicts)))) check ()
evidence_withdrawal evidence_withdrawal_kernel PERMISSIVE ALL to jip_access using (true) check (true)
evidence_withdrawal evidence_withdrawal_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
idempotency_key idempotency_key_kernel PERMISSIVE ALL to jip_access using (true) check (true)
idempotency_key idempotency_key_own PERMISSIVE ALL to jip_application using ((user_id = auth.user_id())) check ((user_id = auth.user_id()))
identity_provider identity_provider_kernel PERMISSIVE ALL to jip_access using (true) check (true)
identity_provider identity_provider_owner PERMISSIVE ALL to the owner using (true) check (true)
inspection inspection_add PERMISSIVE INSERT to jip_application using () check (((stage = 'PLANNED'::text) AND ((('inspectorate:'::text || leading_inspectorate) || ':planner'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection inspection_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
inspection inspection_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection inspection_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(1) AS audiences)::bigint[]))) check ()
inspection_agency inspection_agency_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_agency inspection_agency_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
inspection_agency inspection_agency_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_agency inspection_agency_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
inspection_conduct inspection_conduct_add PERMISSIVE INSERT to jip_application using () check (((created_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_conduct inspection_conduct_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
inspection_conduct inspection_conduct_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_conduct inspection_conduct_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
inspection_inspectorate inspection_inspectorate_add PERMISSIVE INSERT to jip_application using () check (((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[])))
inspection_inspectorate inspection_inspectorate_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
inspection_inspectorate inspection_inspectorate_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_inspectorate inspection_inspectorate_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(2) AS audiences)::bigint[]))) check ()
inspection_mark inspection_mark_add PERMISSIVE INSERT to jip_application using () check (((marked_by = auth.user_id()) AND ((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
inspection_mark inspection_mark_kernel PERMISSIVE ALL to jip_access using (true) check (true)
inspection_mark inspection_mark_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()
opening opening_add PERMISSIVE INSERT to jip_application using () check ((actor_id = auth.user_id()))
opening opening_kernel PERMISSIVE ALL to jip_access using (true) check (true)
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
timetable_entry timetable_entry_add PERMISSIVE INSERT to jip_application using () check ((((((inspection_id)::text || ':'::text) || 'lead'::text) = ANY (( SELECT auth.circles() AS circles)::text[])) OR ((((inspection_id)::text || ':'::text) || 'planners'::text) = ANY (( SELECT auth.circles() AS circles)::text[]))))
timetable_entry timetable_entry_change PERMISSIVE UPDATE to jip_application using ((audience_id = ANY (( SELECT auth.audiences(4) AS audiences)::bigint[]))) check (true)
timetable_entry timetable_entry_kernel PERMISSIVE ALL to jip_access using (true) check (true)
timetable_entry timetable_entry_read PERMISSIVE SELECT to jip_application using ((audience_id = ANY (( SELECT auth.audiences(3) AS audiences)::bigint[]))) check ()

-- Grants
jip_access DELETE on audience
jip_access DELETE on audience_grant
jip_access INSERT on app_user
jip_access INSERT on area
jip_access INSERT on audience
jip_access INSERT on audience_grant
jip_access INSERT on identity_provider
jip_access INSERT on organisation
jip_access INSERT on organisation_area
jip_access INSERT on organisation_role
jip_access SELECT on app_user
jip_access SELECT on area
jip_access SELECT on assignment
jip_access SELECT on audience
jip_access SELECT on audience_grant
jip_access SELECT on audit_event
jip_access SELECT on case_detail
jip_access SELECT on case_file
jip_access SELECT on case_member
jip_access SELECT on chronology_entry
jip_access SELECT on conflict_of_interest
jip_access SELECT on evidence
jip_access SELECT on evidence_body
jip_access SELECT on evidence_cap
jip_access SELECT on evidence_share
jip_access SELECT on evidence_share_text
jip_access SELECT on evidence_summary
jip_access SELECT on evidence_version
jip_access SELECT on evidence_withdrawal
jip_access SELECT on idempotency_key
jip_access SELECT on identity_provider
jip_access SELECT on inspection
jip_access SELECT on inspection_agency
jip_access SELECT on inspection_conduct
jip_access SELECT on inspection_inspectorate
jip_access SELECT on inspection_mark
jip_access SELECT on opening
jip_access SELECT on organisation
jip_access SELECT on organisation_area
jip_access SELECT on organisation_role
jip_access SELECT on outbox
jip_access SELECT on timetable_entry
jip_access UPDATE on app_user
jip_access UPDATE on area
jip_access UPDATE on assignment
jip_access UPDATE on audience_grant
jip_access UPDATE on case_detail
jip_access UPDATE on case_file
jip_access UPDATE on case_member
jip_access UPDATE on chronology_entry
jip_access UPDATE on evidence
jip_access UPDATE on evidence_body
jip_access UPDATE on evidence_cap
jip_access UPDATE on evidence_share
jip_access UPDATE on evidence_share_text
jip_access UPDATE on evidence_summary
jip_access UPDATE on evidence_version
jip_access UPDATE on evidence_withdrawal
jip_access UPDATE on identity_provider
jip_access UPDATE on inspection
jip_access UPDATE on inspection_agency
jip_access UPDATE on inspection_conduct
jip_access UPDATE on inspection_inspectorate
jip_access UPDATE on inspection_mark
jip_access UPDATE on organisation
jip_access UPDATE on organisation_area
jip_access UPDATE on organisation_role
jip_access UPDATE on timetable_entry
jip_application DELETE on chronology_entry
jip_application DELETE on evidence
jip_application DELETE on idempotency_key
jip_application INSERT on app_user
jip_application INSERT on assignment
jip_application INSERT on audit_event
jip_application INSERT on case_detail
jip_application INSERT on case_file
jip_application INSERT on case_member
jip_application INSERT on chronology_entry
jip_application INSERT on conflict_of_interest
jip_application INSERT on evidence
jip_application INSERT on evidence_body
jip_application INSERT on evidence_cap
jip_application INSERT on evidence_share
jip_application INSERT on evidence_share_text
jip_application INSERT on evidence_summary
jip_application INSERT on evidence_version
jip_application INSERT on evidence_withdrawal
jip_application INSERT on idempotency_key
jip_application INSERT on inspection
jip_application INSERT on inspection_agency
jip_application INSERT on inspection_conduct
jip_application INSERT on inspection_inspectorate
jip_application INSERT on inspection_mark
jip_application INSERT on opening
jip_application INSERT on organisation_role
jip_application INSERT on outbox
jip_application INSERT on timetable_entry
jip_application SELECT on app_user
jip_application SELECT on area
jip_application SELECT on assignment
jip_application SELECT on audit_event
jip_application SELECT on case_detail
jip_application SELECT on case_file
jip_application SELECT on case_member
jip_application SELECT on chronology_entry
jip_application SELECT on conflict_of_interest
jip_application SELECT on evidence
jip_application SELECT on evidence_body
jip_application SELECT on evidence_cap
jip_application SELECT on evidence_share
jip_application SELECT on evidence_share_text
jip_application SELECT on evidence_summary
jip_application SELECT on evidence_version
jip_application SELECT on evidence_withdrawal
jip_application SELECT on idempotency_key
jip_application SELECT on inspection
jip_application SELECT on inspection_agency
jip_application SELECT on inspection_conduct
jip_application SELECT on inspection_inspectorate
jip_application SELECT on inspection_mark
jip_application SELECT on organisation
jip_application SELECT on organisation_area
jip_application SELECT on organisation_role
jip_application SELECT on timetable_entry
jip_application UPDATE on app_user(contact, name, suspended_at, version)
jip_application UPDATE on assignment(ended_at, ended_by, ends_at)
jip_application UPDATE on case_detail(age_years, agency_ids, journey_stage, rationale, sampling, sibling_group)
jip_application UPDATE on case_file(version)
jip_application UPDATE on case_member(ended_at)
jip_application UPDATE on chronology_entry(agency_id, happened_on, words)
jip_application UPDATE on conflict_of_interest(lift_reason, lifted_at, lifted_by)
jip_application UPDATE on evidence(case_id, state, version)
jip_application UPDATE on evidence_body(body, occurred_from, occurred_to, personal_data, source_agency_id, spoken_of_ids, strength, submitted_at, title)
jip_application UPDATE on evidence_cap(form, gateway, why)
jip_application UPDATE on evidence_share(ends_at, revoke_reason, revoked_at, revoked_by)
jip_application UPDATE on evidence_summary(criterion, kind, marking, method)
jip_application UPDATE on inspection(notified_at, published_at, stage, theme, title, version)
jip_application UPDATE on inspection_agency(principal_authority)
jip_application UPDATE on inspection_conduct(closed_at, deferred_at, fieldwork_from, fieldwork_to, incomplete_at, paused_at, readable_until, revealed_at, revealed_by)
jip_application UPDATE on inspection_inspectorate(accepted_at, gateway)
jip_application UPDATE on organisation_role(ended_at)
jip_application UPDATE on timetable_entry(calendar_version, due_at, falls_on, reason)

-- Triggers
CREATE TRIGGER assignment_place AFTER INSERT ON app.assignment FOR EACH ROW EXECUTE FUNCTION auth.assignment_made()
CREATE TRIGGER case_member_place AFTER INSERT ON app.case_member FOR EACH ROW EXECUTE FUNCTION auth.case_member_named()
CREATE TRIGGER case_place AFTER INSERT ON app.case_detail FOR EACH ROW EXECUTE FUNCTION auth.case_changed()
CREATE TRIGGER chronology_entry_place AFTER INSERT OR UPDATE OF agency_id ON app.chronology_entry FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_body_place AFTER INSERT OR UPDATE OF source_agency_id, spoken_of_ids, strength ON app.evidence_body FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_cap_place AFTER INSERT ON app.evidence_cap REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION auth.evidence_caps_added()
CREATE TRIGGER evidence_place AFTER UPDATE OF state, case_id ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_changed()
CREATE TRIGGER evidence_share_allowed BEFORE INSERT ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.share_is_allowed()
CREATE TRIGGER evidence_share_place AFTER INSERT OR UPDATE OF revoked_at, ends_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_share_revocation BEFORE UPDATE OF revoked_at ON app.evidence_share FOR EACH ROW EXECUTE FUNCTION auth.revocation_holds()
CREATE TRIGGER evidence_share_text_place AFTER INSERT ON app.evidence_share_text FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_state_holds BEFORE UPDATE OF state ON app.evidence FOR EACH ROW EXECUTE FUNCTION auth.evidence_state_holds()
CREATE TRIGGER evidence_version_place AFTER INSERT ON app.evidence_version FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER evidence_withdrawal_place AFTER INSERT ON app.evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION auth.evidence_part_changed()
CREATE TRIGGER inspection_agency_place AFTER INSERT ON app.inspection_agency FOR EACH ROW EXECUTE FUNCTION auth.agency_joined()
CREATE TRIGGER inspection_closed AFTER UPDATE OF closed_at ON app.inspection_conduct FOR EACH ROW EXECUTE FUNCTION auth.inspection_closed()
CREATE TRIGGER inspection_conduct_place AFTER INSERT ON app.inspection_conduct FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()
CREATE TRIGGER inspection_inspectorate_place AFTER INSERT ON app.inspection_inspectorate FOR EACH ROW EXECUTE FUNCTION auth.inspectorate_joined()
CREATE TRIGGER inspection_mark_place AFTER INSERT ON app.inspection_mark FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()
CREATE TRIGGER inspection_place AFTER INSERT OR UPDATE OF notified_at, published_at ON app.inspection FOR EACH ROW EXECUTE FUNCTION auth.inspection_changed()
CREATE TRIGGER timetable_entry_place AFTER INSERT ON app.timetable_entry FOR EACH ROW EXECUTE FUNCTION auth.inspection_part_added()

-- Functions
CREATE OR REPLACE FUNCTION auth.agency_joined()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.inspection_agency g SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':lead', 4), auth.sees(NEW.inspection_id || ':planners', 4),
              auth.sees(NEW.inspection_id || ':keepers', 3), auth.sees(NEW.inspection_id || ':agency:' || NEW.organisation_id, 3)])
      WHERE g.inspection_id = NEW.inspection_id AND g.organisation_id = NEW.organisation_id;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.assignment_made()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.assignment a SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':keepers', 3), auth.sees('user:' || NEW.user_id, 3)]
        || CASE WHEN NEW.inspectorate IS NOT NULL
             THEN ARRAY[auth.sees(NEW.inspection_id || ':lead:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4),
                        auth.sees(NEW.inspection_id || ':planners', 3)]
             ELSE ARRAY[auth.sees(NEW.inspection_id || ':coordinator:' || NEW.organisation_id, 4), auth.sees(NEW.inspection_id || ':agency:' || NEW.organisation_id, 3),
                        auth.sees(NEW.inspection_id || ':planners', 3),
                        auth.sees('organisation:' || NEW.organisation_id || ':administrator', 4)] END
        || CASE WHEN NEW.role IN ('LEAD', 'INSPECTORATE_LEAD') THEN ARRAY[auth.sees(NEW.inspection_id || ':agencies', 2)] ELSE '{}' END)
      WHERE a.id = NEW.id;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT nullif(current_setting('app.now', true), '')::timestamptz $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.audience(inspection uuid, grants auth.entitlement[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE mark text; found bigint;
     BEGIN
       IF coalesce(array_length(grants, 1), 0) = 0 THEN RETURN 0; END IF;
       SELECT encode(sha256(convert_to(inspection::text || string_agg(DISTINCT format('%s %s %s %s;', g.circle, g.degree,
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
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT coalesce(array_agg(DISTINCT g.audience_id), '{}')
     FROM app.audience_grant g
     WHERE g.circle = ANY (auth.circles()) AND g.degree >= least_degree
       AND (g.starts_at IS NULL OR g.starts_at <= auth.at())
       AND (g.ends_at IS NULL OR auth.at() < g.ends_at) $function$

-- owner jip_access; the application may call it

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
AS $function$ BEGIN UPDATE app.case_member m SET subject_ids = ARRAY[NEW.case_id], audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':keepers', 3),
              auth.sees(NEW.inspection_id || ':lead:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4)])
      WHERE m.id = NEW.id;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.circles()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ 
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
    WHERE a.starts_at <= least(auth.at(), c.closed_at)
      AND (a.ends_at IS NULL OR least(auth.at(), c.closed_at) < a.ends_at)
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
    WHEN 'SIGNATORY' THEN ARRAY['signatories', 'signatory:' || s.inspectorate]
    WHEN 'COORDINATOR' THEN ARRAY['agencies', 'coordinators', 'agency:' || s.organisation_id, 'coordinator:' || s.organisation_id]
    WHEN 'CONTRIBUTOR' THEN ARRAY['agencies', 'agency:' || s.organisation_id]
    ELSE ARRAY['agency-signatory:' || s.organisation_id]
  END
  || CASE WHEN s.role IN ('LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER')
       THEN ARRAY['author:' || s.user_id, 'seat:' || s.id] ELSE '{}' END) part
    UNION ALL
      -- What an agency sent it keeps, after the 28 days too.
      SELECT h.inspection_id || ':sent:' || h.organisation_id FROM held h WHERE h.role IN ('COORDINATOR', 'CONTRIBUTOR')
    UNION ALL
      SELECT m.inspection_id || ':members:' || m.case_id
      FROM seat s JOIN app.case_member m ON m.assignment_id = s.id
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
  ) member (circle) $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.conflicts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT coalesce(array_agg(DISTINCT hidden), '{}')
     FROM app.conflict_of_interest c,
       LATERAL unnest(auth.related_agencies(c.organisation_id) || c.case_id) hidden
     WHERE c.user_id = auth.user_id() AND c.lifted_at IS NULL AND hidden IS NOT NULL $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.cursor(sort text, key uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT translate(encode(convert_to(sort || ' ' || key, 'UTF8'), 'base64'), E'+/=\n', '-_') $function$

-- owner of the schema; the application may call it

CREATE OR REPLACE FUNCTION auth.evidence_caps_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(evidence_id) FROM (SELECT DISTINCT evidence_id FROM added) item; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.evidence_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(NEW.evidence_id); RETURN NULL; END $function$

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

CREATE OR REPLACE FUNCTION auth.identify(of_issuer text, of_subject text)
 RETURNS TABLE(user_id uuid, organisation_id uuid, organisation_code text, inspectorate text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT u.id, o.id, o.code, o.inspectorate, u.name
     FROM app.app_user u
     JOIN app.organisation o ON o.id = u.organisation_id
     JOIN app.identity_provider p ON p.issuer = u.issuer AND p.organisation_id = u.organisation_id
     WHERE u.issuer = of_issuer AND u.subject = of_subject AND u.suspended_at IS NULL $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.inspection_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_inspection(NEW.id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.inspection_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_evidence(e.id) FROM app.evidence e WHERE e.inspection_id = NEW.inspection_id; RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.inspection_part_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN PERFORM auth.place_inspection(NEW.inspection_id); RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.inspectorate_joined()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN UPDATE app.inspection_inspectorate p SET audience_id = auth.audience(NEW.inspection_id,
        ARRAY[auth.sees(NEW.inspection_id || ':team', 3), auth.sees(NEW.inspection_id || ':planners', 3), auth.sees(NEW.inspection_id || ':keepers', 3),
              auth.sees(NEW.inspection_id || ':invited:' || NEW.inspectorate, 4), auth.sees(NEW.inspection_id || ':planner:' || NEW.inspectorate, 4)])
      WHERE p.inspection_id = NEW.inspection_id AND p.inspectorate = NEW.inspectorate;
     RETURN NULL; END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.known_people()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT coalesce(array_agg(DISTINCT a.user_id), '{}') FROM app.assignment a WHERE a.audience_id = ANY (auth.audiences(2)) $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.organisation_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT organisation_id FROM app.app_user WHERE id = auth.user_id() $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.place_case(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE whole bigint;
     BEGIN
       SELECT auth.audience(c.inspection_id,
         ARRAY[auth.sees(c.inspection_id || ':writers', 4), auth.sees(c.inspection_id || ':team', 3), auth.sees(c.inspection_id || ':keepers', 3)])
       INTO whole FROM app.case_file c WHERE c.id = which;
       UPDATE app.case_file SET audience_id = whole, subject_ids = ARRAY[which] WHERE id = which;
       UPDATE app.case_detail SET audience_id = whole, subject_ids = ARRAY[which] WHERE case_id = which;
     END $function$

-- owner jip_access; closed

CREATE OR REPLACE FUNCTION auth.place_evidence(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ DECLARE e app.evidence; b app.evidence_body; own auth.entitlement[]; whole bigint; kept bigint; subjects uuid[];
     BEGIN
       SELECT * INTO e FROM app.evidence WHERE id = which;
       SELECT * INTO b FROM app.evidence_body WHERE evidence_id = which;
       IF b.evidence_id IS NULL THEN RETURN; END IF;
       subjects := array_remove(ARRAY[e.case_id, b.source_agency_id] || b.spoken_of_ids, NULL);
       own := ARRAY[auth.sees(e.inspection_id || ':keeper:' || e.owner, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 3 END),
                    auth.sees(e.inspection_id || ':team:' || e.owner, CASE e.state WHEN 'WITHDRAWN' THEN 2 ELSE 3 END)]
           || CASE WHEN e.state = 'SUBMITTED' THEN ARRAY[auth.sees(e.inspection_id || ':writers:' || e.owner, 4)] ELSE '{}' END
           || CASE WHEN e.state = 'SUBMITTED' AND b.strength = 'DATA' THEN ARRAY[auth.sees(e.inspection_id || ':analysts:' || e.owner, 4)] ELSE '{}' END;
       whole := auth.audience(e.inspection_id, CASE e.state
         WHEN 'DRAFT' THEN ARRAY[auth.sees(e.inspection_id || ':author:' || b.author_id, 4)]
         WHEN 'SUBMITTED' THEN own || auth.share_entitlements(which, 3)
         ELSE own || auth.share_entitlements(which, 1) END);
       kept := CASE WHEN e.state = 'DRAFT' THEN whole ELSE auth.audience(e.inspection_id, own) END;
       UPDATE app.evidence SET audience_id = whole, subject_ids = subjects
         WHERE id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_summary SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.evidence_body SET audience_id = whole, subject_ids = subjects
         WHERE evidence_id = which AND (audience_id, subject_ids) IS DISTINCT FROM (whole, subjects);
       UPDATE app.chronology_entry SET audience_id = whole, subject_ids = subjects || array_remove(ARRAY[agency_id], NULL)
         WHERE evidence_id = which;
       UPDATE app.evidence_withdrawal SET audience_id = whole, subject_ids = subjects WHERE evidence_id = which;
       -- Caps are the owner's business alone.
       UPDATE app.evidence_cap SET audience_id = kept, subject_ids = subjects WHERE evidence_id = which;
       -- An earlier version: the owner's, and those whose whole share had started before it was superseded (R3, R5).
       UPDATE app.evidence_version v SET subject_ids = subjects, audience_id =
           CASE WHEN e.state <> 'SUBMITTED' THEN 0 ELSE auth.audience(e.inspection_id, own || (
             SELECT coalesce(array_agg(ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                      ELSE ':seat:' || s.recipient_assignment_id END, 3, NULL, s.ends_at)::auth.entitlement), '{}')
             FROM app.evidence_share s
             WHERE s.evidence_id = which AND s.form = 'WHOLE' AND s.revoked_at IS NULL AND s.starts_at < v.superseded_at)) END
         WHERE v.evidence_id = which;
       -- A share: the owner's, and its own recipient's as a summary.
       UPDATE app.evidence_share s SET subject_ids = subjects, audience_id = auth.audience(e.inspection_id, own ||
           CASE WHEN e.state = 'SUBMITTED' AND s.revoked_at IS NULL
             THEN ARRAY[ROW(s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient
                    ELSE ':seat:' || s.recipient_assignment_id END, 2,
                    CASE WHEN s.starts_at > s.shared_at THEN s.starts_at END, s.ends_at)::auth.entitlement] ELSE '{}' END)
         WHERE s.evidence_id = which;
       UPDATE app.evidence_share_text t SET subject_ids = subjects, audience_id = s.audience_id
         FROM app.evidence_share s WHERE s.id = t.share_id AND t.evidence_id = which;
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
               auth.sees(i.id || ':observers', 1), auth.sees(i.id || ':signatories', 1), auth.sees(i.id || ':invited', 1)]
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

CREATE OR REPLACE FUNCTION auth.posts()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT coalesce(array_agg(r.role), '{}') FROM app.organisation_role r WHERE r.user_id = auth.user_id() AND r.ended_at IS NULL $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.provider_organisation(of_issuer text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT organisation_id FROM app.identity_provider WHERE issuer = of_issuer $function$

-- owner jip_access; the application may call it

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
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ WITH RECURSIVE later AS (
       SELECT agency AS id
       UNION SELECT o.replaced_by FROM later JOIN app.organisation o ON o.id = later.id WHERE o.replaced_by IS NOT NULL
     ), earlier AS (
       SELECT agency AS id
       UNION SELECT o.id FROM earlier JOIN app.organisation o ON o.replaced_by = earlier.id
     )
     SELECT array_agg(DISTINCT id) FROM (SELECT id FROM later UNION SELECT id FROM earlier) related $function$

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

CREATE OR REPLACE FUNCTION auth.revocation_holds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ BEGIN IF OLD.revoked_at IS NOT NULL THEN
       RAISE EXCEPTION 'a revoked share stays revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'share_revoked'; END IF;
     RETURN NEW; END $function$

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
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT coalesce(array_agg(ROW(
         s.inspection_id || CASE WHEN s.recipient_assignment_id IS NULL THEN ':team:' || s.recipient ELSE ':seat:' || s.recipient_assignment_id END,
         least(most, CASE s.form WHEN 'WHOLE' THEN 3 ELSE 2 END),
         CASE WHEN s.starts_at > s.shared_at AND c.closed_at IS NULL THEN s.starts_at END,
         CASE WHEN c.closed_at IS NULL THEN s.ends_at END)::auth.entitlement), '{}')
     FROM app.evidence_share s JOIN app.inspection_conduct c ON c.inspection_id = s.inspection_id
     WHERE s.evidence_id = of_evidence AND s.revoked_at IS NULL
       AND (c.closed_at IS NULL OR (s.starts_at <= c.closed_at AND (s.ends_at IS NULL OR c.closed_at < s.ends_at))) $function$

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

CREATE OR REPLACE FUNCTION auth.standing(of_inspection uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT jsonb_build_object(
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
                 WHERE a.user_id = auth.user_id() AND a.inspection_id = i.id AND a.ended_at IS NULL
                   AND a.starts_at <= auth.at() AND (a.ends_at IS NULL OR auth.at() < a.ends_at)))
     FROM app.inspection i JOIN app.inspection_conduct c ON c.inspection_id = i.id
     WHERE i.id = of_inspection AND i.audience_id = ANY (auth.audiences(1)) $function$

-- owner jip_access; the application may call it

CREATE OR REPLACE FUNCTION auth.user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $function$

-- owner of the schema; the application may call it

