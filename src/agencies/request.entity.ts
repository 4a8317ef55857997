import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What merely exists of a request. Audience and subjects are settled by the database and are no columns here. */
@Entity({ schema: 'app', name: 'request' })
export class RequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') state!: string;
}

@Entity({ schema: 'app', name: 'request_due' })
export class RequestDueEntity {
  @PrimaryColumn('uuid') requestId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('text') calendarVersion!: string;
  @Column('text') warning!: string | null;
}

@Entity({ schema: 'app', name: 'request_text' })
export class RequestTextEntity {
  @PrimaryColumn('uuid') requestId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') title!: string;
  @Column('text') asked!: string;
  @Column('text') reason!: string;
  @Column('text', { array: true }) inspectorates!: string[];
  @Column('uuid', { array: true }) caseIds!: string[];
  @Column('uuid') draftedBy!: string;
  @Column('timestamptz') draftedAt!: Date;
  @Column('timestamptz') issuedAt!: Date | null;
  @Column('uuid') issuedBy!: string | null;
  @Column('timestamptz') cancelledAt!: Date | null;
  @Column('uuid') cancelledBy!: string | null;
  @Column('text') cancelReason!: string | null;
  @Column('int') version!: number;
}
