import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What merely exists of a finding. Audience, subjects and whether it was revealed are settled by the database. */
@Entity({ schema: 'app', name: 'finding' })
export class FindingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') state!: string;
}

@Entity({ schema: 'app', name: 'finding_body' })
export class FindingBodyEntity {
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') authorId!: string;
  @Column('uuid') caseId!: string | null;
  @Column('text') kind!: string;
  @Column('text') placement!: string;
  @Column('smallint') study!: number | null;
  @Column('int') position!: number;
  @Column('text') criterion!: string;
  @Column('text') statement!: string;
  @Column('text') effectOnChildren!: string;
  @Column('int') countN!: number | null;
  @Column('int') countOf!: number | null;
  @Column('text') countBasis!: string | null;
  @Column('uuid', { array: true }) agencyIds!: string[];
  @Column('text') disconfirming!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') submittedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'finding_withdrawal' })
export class FindingWithdrawalEntity {
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') withdrawnAt!: Date;
  @Column('uuid') withdrawnBy!: string;
}

@Entity({ schema: 'app', name: 'citation' })
export class CitationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') findingId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('timestamptz') citedAt!: Date;
}

/** The quote and the version that it is from are cut by the database. */
@Entity({ schema: 'app', name: 'citation_passage' })
export class CitationPassageEntity {
  @PrimaryColumn('uuid') citationId!: string;
  @Column('uuid') findingId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('int') fromOffset!: number;
  @Column('int') toOffset!: number;
}
