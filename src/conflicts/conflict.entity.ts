import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'conflict_of_interest' })
export class ConflictOfInterestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') inspectorate!: string;
  @Column('uuid') organisationId!: string | null;
  @Column('uuid') caseId!: string | null;
  @Column('text') caseCode!: string | null;
  @Column('text') reason!: string;
  @Column('uuid') declaredBy!: string;
  @Column('timestamptz') declaredAt!: Date;
  @Column('timestamptz') liftedAt!: Date | null;
  @Column('uuid') liftedBy!: string | null;
  @Column('text') liftReason!: string | null;
}
