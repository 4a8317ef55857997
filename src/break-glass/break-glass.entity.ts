import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'break_glass' })
export class BreakGlassEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') caseId!: string | null;
  @Column('uuid') evidenceId!: string | null;
  @Column('uuid') askedBy!: string;
  @Column('uuid') assignmentId!: string;
  @Column('text') inspectorate!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
}

/** As it is asked for; what the reviewer writes is null until then. */
@Entity({ schema: 'app', name: 'break_glass_review' })
export class BreakGlassReviewEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') breakGlassId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('timestamptz') reviewDueAt!: Date;
  @Column('text') calendarVersion!: string;
  @Column({ type: 'timestamptz', insert: false }) reviewedAt!: Date | null;
  @Column({ type: 'uuid', insert: false }) reviewedBy!: string | null;
  @Column({ type: 'text', insert: false }) outcome!: string | null;
  @Column({ type: 'text', insert: false }) words!: string | null;
  @Column({ type: 'int', insert: false }) version!: number;
}
