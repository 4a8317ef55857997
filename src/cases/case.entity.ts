import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'case_file' })
export class CaseFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') code!: string;
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
  @Column('boolean') unborn!: boolean;
  @Column('uuid', { array: true }) agencyIds!: string[];
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('int') version!: number;
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

@Entity({ schema: 'app', name: 'chronology_entry' })
export class ChronologyEntryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') caseId!: string;
  @Column('date') happenedOn!: string;
  @Column('uuid') agencyId!: string | null;
  @Column('text') words!: string;
  @Column('uuid') authorId!: string;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'chronology_contradiction' })
export class ChronologyContradictionEntity {
  @PrimaryColumn('uuid') entryId!: string;
  @PrimaryColumn('uuid') otherId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') flaggedBy!: string;
  @Column('timestamptz') flaggedAt!: Date;
}
