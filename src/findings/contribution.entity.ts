import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'contribution' })
export class ContributionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') inspectorate!: string;
  @Column('text') state!: string;
}

@Entity({ schema: 'app', name: 'contribution_body' })
export class ContributionBodyEntity {
  @PrimaryColumn('uuid') contributionId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') inspectorate!: string;
  @Column('jsonb') answers!: Record<string, string>;
  @Column('text') nilReason!: string | null;
  @Column('uuid') savedBy!: string;
  @Column('timestamptz') savedAt!: Date;
  @Column('uuid') submittedBy!: string | null;
  @Column('timestamptz') submittedAt!: Date | null;
  @Column('int') version!: number;
}
