import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'case_file' })
export class CaseFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') code!: string;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'case_detail' })
export class CaseDetailEntity {
  @PrimaryColumn('uuid') caseId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') sampling!: string;
  @Column('text') rationale!: string;
  @Column('text') siblingGroup!: string | null;
  @Column('text') journeyStage!: string;
  @Column('smallint') ageYears!: number | null;
  @Column('uuid', { array: true }) agencyIds!: string[];
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}

@Entity({ schema: 'app', name: 'case_member' })
export class CaseMemberEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') inspectorate!: string;
  @Column('uuid') assignmentId!: string;
  @Column('uuid') namedBy!: string;
  @Column('timestamptz') endedAt!: Date | null;
}
