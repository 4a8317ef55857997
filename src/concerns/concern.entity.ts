import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'immediate_concern' })
export class ImmediateConcernEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') receiverId!: string;
  @Column('uuid') caseId!: string | null;
  @Column('text') words!: string;
  @Column('uuid') raisedBy!: string;
  @Column('timestamptz') raisedAt!: Date;
}

/** What it belongs to is filled in by the database from the concern. */
@Entity({ schema: 'app', name: 'immediate_concern_step' })
export class ImmediateConcernStepEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') concernId!: string;
  @Column('text') step!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') byUser!: string;
  @Column('text') byName!: string;
  @Column('text') byOrganisation!: string;
  @Column('text') words!: string | null;
}
