import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/** The platform's tables as TypeORM's users map them; columns that no answer here needs are left out. */
@Entity({ schema: 'app', name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) inspectorate!: string | null;
}

@Entity({ schema: 'app', name: 'assignment' })
export class Assignment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'inspection_id' }) inspectionId!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
}

@Entity({ schema: 'app', name: 'case_detail' })
export class CaseDetail {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @Column('text') sampling!: string;
  @Column('text') rationale!: string;
  @Column('text', { name: 'journey_stage' }) journeyStage!: string;
  @Column('smallint', { name: 'age_years', nullable: true }) ageYears!: number | null;
  @Column('uuid', { name: 'agency_ids', array: true }) agencyIds!: string[];
}

@Entity({ schema: 'app', name: 'case_file' })
export class CaseFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @OneToOne(() => CaseDetail)
  @JoinColumn({ name: 'id', referencedColumnName: 'caseId' })
  detail!: Relation<CaseDetail> | null;
}

@Entity({ schema: 'app', name: 'chronology_entry' })
export class ChronologyEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('uuid', { name: 'case_id' }) caseId!: string;
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  @Column('text') owner!: string;
  @Column('date', { name: 'happened_on' }) happenedOn!: string;
  @Column('text') words!: string;
}

@Entity({ schema: 'app', name: 'evidence' })
export class Evidence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId!: string | null;
}

@Entity({ schema: 'app', name: 'evidence_body' })
export class EvidenceBody {
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('text') title!: string;
}

@Entity({ schema: 'app', name: 'evidence_withdrawal' })
export class EvidenceWithdrawal {
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('text') title!: string;
}

const SAME_ITEM = { name: 'evidence_id', referencedColumnName: 'evidenceId' };

/** What a list of evidence is made of. */
@Entity({ schema: 'app', name: 'evidence_summary' })
export class EvidenceSummary {
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('uuid', { name: 'inspection_id' }) inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') kind!: string;
  @Column('text') marking!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @OneToOne(() => Evidence)
  @JoinColumn({ name: 'evidence_id', referencedColumnName: 'id' })
  evidence!: Relation<Evidence>;
  @OneToOne(() => EvidenceBody) @JoinColumn(SAME_ITEM) body!: Relation<EvidenceBody> | null;
  @OneToOne(() => EvidenceWithdrawal) @JoinColumn(SAME_ITEM) withdrawal!: Relation<EvidenceWithdrawal> | null;
}

@Entity({ schema: 'app', name: 'evidence_share' })
export class EvidenceShare {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('text') recipient!: string;
  @Column('text') form!: string;
  @Column('text') purpose!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

@Entity({ schema: 'app', name: 'evidence_share_text' })
export class EvidenceShareText {
  @PrimaryColumn('uuid', { name: 'share_id' }) shareId!: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @OneToOne(() => EvidenceShare)
  @JoinColumn({ name: 'share_id', referencedColumnName: 'id' })
  share!: Relation<EvidenceShare>;
}

@Entity({ schema: 'app', name: 'finding_body' })
export class FindingBody {
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId!: string;
  @Column('text') statement!: string;
}

@Entity({ schema: 'app', name: 'finding' })
export class Finding {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') owner!: string;
  @OneToOne(() => FindingBody)
  @JoinColumn({ name: 'id', referencedColumnName: 'findingId' })
  body!: Relation<FindingBody> | null;
}

@Entity({ schema: 'app', name: 'citation' })
export class Citation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'finding_id' }) findingId!: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId!: string;
}

export const ENTITIES = [
  Organisation,
  Assignment,
  CaseDetail,
  CaseFile,
  ChronologyEntry,
  Evidence,
  EvidenceBody,
  EvidenceWithdrawal,
  EvidenceSummary,
  EvidenceShare,
  EvidenceShareText,
  FindingBody,
  Finding,
  Citation,
];
