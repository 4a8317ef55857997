import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Audiences and subjects are settled by the database and are no columns here. */
@Entity({ schema: 'app', name: 'access_request' })
export class AccessRequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('uuid') askedBy!: string;
  @Column('uuid') assignmentId!: string;
  @Column('text') recipient!: string;
  @Column('uuid') recipientAssignmentId!: string | null;
  @Column('text') form!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('text') calendarVersion!: string;
  @Column('text') state!: string;
  @Column('uuid') decidedBy!: string | null;
  @Column('timestamptz') decidedAt!: Date | null;
  @Column('text') decisionReason!: string | null;
  @Column('uuid') shareId!: string | null;
}
