import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose items it concerns, and who has agreed, is settled by the database. */
@Entity({ schema: 'app', name: 'marking_lowering' })
export class MarkingLoweringEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') reason!: string;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz') proposedAt!: Date;
}

@Entity({ schema: 'app', name: 'marking_agreement' })
export class MarkingAgreementEntity {
  @PrimaryColumn('uuid') loweringId!: string;
  @PrimaryColumn('text') owner!: string;
  @Column('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') agreedBy!: string;
  @Column('timestamptz') agreedAt!: Date;
}
