import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What merely exists of an item. Audience and subjects are settled by the database and are no columns here. */
@Entity({ schema: 'app', name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') caseId!: string | null;
  @Column('text') state!: string;
}

@Entity({ schema: 'app', name: 'evidence_summary' })
export class EvidenceSummaryEntity {
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') kind!: string;
  @Column('text') method!: string;
  @Column('text') marking!: string;
  @Column('text') criterion!: string;
  @Column('timestamptz') createdAt!: Date;
}

@Entity({ schema: 'app', name: 'evidence_body' })
export class EvidenceBodyEntity {
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') authorId!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text') strength!: string;
  @Column('text') personalData!: string;
  @Column('uuid') sourceAgencyId!: string | null;
  @Column('uuid', { array: true }) spokenOfIds!: string[];
  @Column('date') occurredFrom!: string | null;
  @Column('date') occurredTo!: string | null;
  @Column('timestamptz') submittedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'evidence_version' })
export class EvidenceVersionEntity {
  @PrimaryColumn('uuid') evidenceId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') supersededAt!: Date;
  @Column('uuid') supersededBy!: string;
}

@Entity({ schema: 'app', name: 'evidence_withdrawal' })
export class EvidenceWithdrawalEntity {
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') title!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') withdrawnAt!: Date;
  @Column('uuid') withdrawnBy!: string;
}

@Entity({ schema: 'app', name: 'evidence_cap' })
export class EvidenceCapEntity {
  @PrimaryColumn('uuid') evidenceId!: string;
  @PrimaryColumn('text') recipient!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') form!: string;
  @Column('text') gateway!: string;
  @Column('text') why!: string;
}

@Entity({ schema: 'app', name: 'evidence_share' })
export class EvidenceShareEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') recipient!: string;
  @Column('uuid') recipientAssignmentId!: string | null;
  @Column('text') form!: string;
  @Column('text') gateway!: string;
  @Column('text') purpose!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date | null;
  @Column('uuid') sharedBy!: string;
  @Column('timestamptz') sharedAt!: Date;
  @Column('timestamptz') revokedAt!: Date | null;
  @Column('uuid') revokedBy!: string | null;
  @Column('text') revokeReason!: string | null;
}

@Entity({ schema: 'app', name: 'evidence_share_text' })
export class EvidenceShareTextEntity {
  @PrimaryColumn('uuid') shareId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
}
