import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'marking_change' })
export class MarkingChangeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') owner!: string;
  @Column('text') marking!: string;
  @Column('text') reason!: string | null;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}
