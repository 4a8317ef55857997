import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'inspection' })
export class InspectionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') framework!: string;
  @Column('int') frameworkVersion!: number;
  @Column('text') areaCode!: string;
  @Column('text') theme!: string | null;
  @Column('text') title!: string;
  @Column('text') leadingInspectorate!: string;
  @Column('text') stage!: string;
  @Column('timestamptz') notifiedAt!: Date | null;
  @Column('timestamptz') publishedAt!: Date | null;
}

@Entity({ schema: 'app', name: 'inspection_conduct' })
export class InspectionConductEntity {
  @PrimaryColumn('uuid') inspectionId!: string;
  @Column('date') fieldworkFrom!: string;
  @Column('date') fieldworkTo!: string;
  @Column('timestamptz') revealedAt!: Date | null;
  @Column('uuid') revealedBy!: string | null;
  @Column('timestamptz') pausedAt!: Date | null;
  @Column('timestamptz') deferredAt!: Date | null;
  @Column('timestamptz') incompleteAt!: Date | null;
  @Column('timestamptz') closedAt!: Date | null;
  @Column('timestamptz') readableUntil!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'inspection_inspectorate' })
export class InspectionInspectorateEntity {
  @PrimaryColumn('uuid') inspectionId!: string;
  @PrimaryColumn('text') inspectorate!: string;
  @Column('text') gateway!: string;
  @Column('timestamptz') invitedAt!: Date;
  @Column('timestamptz') acceptedAt!: Date | null;
}

@Entity({ schema: 'app', name: 'inspection_agency' })
export class InspectionAgencyEntity {
  @PrimaryColumn('uuid') inspectionId!: string;
  @PrimaryColumn('uuid') organisationId!: string;
  @Column('boolean') principalAuthority!: boolean;
}

@Entity({ schema: 'app', name: 'timetable_entry' })
export class TimetableEntryEntity {
  @PrimaryColumn('uuid') inspectionId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('date') fallsOn!: string;
  @Column('timestamptz') dueAt!: Date | null;
  @Column('text') calendarVersion!: string;
  @Column('text') reason!: string | null;
  @Column('date') computedOn!: string;
  @Column('jsonb') warnings!: readonly string[];
}

@Entity({ schema: 'app', name: 'inspection_mark' })
export class InspectionMarkEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') kind!: string;
  @Column('text') authority!: string;
  @Column('text') reason!: string;
  @Column('uuid') markedBy!: string;
  @Column('timestamptz') markedAt!: Date;
}

@Entity({ schema: 'app', name: 'assignment' })
export class AssignmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') inspectorate!: string | null;
  @Column('text') role!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date | null;
  @Column('uuid') assignedBy!: string;
  @Column('timestamptz') endedAt!: Date | null;
  @Column('uuid') endedBy!: string | null;
}
