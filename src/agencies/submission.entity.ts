import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

@Entity({ schema: 'app', name: 'submission' })
export class SubmissionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') requestId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') state!: string;
  @Column('boolean') late!: boolean;
  @Column('timestamptz') submittedAt!: Date | null;
  @Column('uuid') submittedBy!: string | null;
  @Column('text') receipt!: string | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'submission_text' })
export class SubmissionTextEntity {
  @PrimaryColumn('uuid') submissionId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') text!: string;
  @Column('jsonb') data!: NamedValue[];
  @Column('uuid') writtenBy!: string;
  @Column('timestamptz') writtenAt!: Date;
}

@Entity({ schema: 'app', name: 'submission_version' })
export class SubmissionVersionEntity {
  @PrimaryColumn('uuid') submissionId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') text!: string;
  @Column('jsonb') data!: NamedValue[];
  @Column('boolean') late!: boolean;
  @Column('timestamptz') submittedAt!: Date;
  @Column('uuid') submittedBy!: string;
  @Column('text') receipt!: string;
  @Column('timestamptz') replacedAt!: Date;
  @Column('uuid') replacedBy!: string;
  @Column('text') reason!: string;
}
