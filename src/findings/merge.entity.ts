import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'finding_merge' })
export class FindingMergeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') kind!: string;
  @Column('text') placement!: string;
  @Column('smallint') study!: number | null;
  @Column('int') position!: number;
  /** A joint criterion. */
  @Column('text') criterion!: string;
  @Column('text') statement!: string;
  @Column('text') effectOnChildren!: string;
  @Column('int') countN!: number | null;
  @Column('int') countOf!: number | null;
  @Column('text') countBasis!: string | null;
  @Column('uuid', { array: true }) agencyIds!: string[];
  @Column('uuid') keptFindingId!: string | null;
  @Column('uuid') madeBy!: string;
  @Column('timestamptz') madeAt!: Date;
  @Column('timestamptz') undoneAt!: Date | null;
  @Column('uuid') undoneBy!: string | null;
  @Column('text') undoReason!: string | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'finding_merge_source' })
export class FindingMergeSourceEntity {
  @PrimaryColumn('uuid') mergeId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
}

/** Its number among those of its inspectorate is given by the database. */
@Entity({ schema: 'app', name: 'attitude' })
export class AttitudeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') mergeId!: string | null;
  @Column('uuid') findingId!: string | null;
  @Column('text') inspectorate!: string;
  @Column('text') attitude!: string;
  @Column('text') words!: string | null;
  @Column('uuid') takenBy!: string;
  @Column('timestamptz') takenAt!: Date;
}
