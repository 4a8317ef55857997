import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'accuracy_comment' })
export class AccuracyCommentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') frozenTextId!: string;
  @Column('uuid') frozenParagraphId!: string;
  @Column('text') kind!: string;
  @Column('text') text!: string;
  @Column('text') proof!: string | null;
  @Column('text') state!: string;
  @Column('boolean') late!: boolean;
  @Column('uuid') draftedBy!: string;
  @Column('timestamptz') draftedAt!: Date;
  @Column('uuid') sentBy!: string | null;
  @Column('timestamptz') sentAt!: Date | null;
  @Column('text') receipt!: string | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'comment_admission' })
export class CommentAdmissionEntity {
  @PrimaryColumn('uuid') commentId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') reason!: string;
  @Column('uuid') admittedBy!: string;
  @Column('timestamptz') admittedAt!: Date;
}

@Entity({ schema: 'app', name: 'accuracy_reply' })
export class AccuracyReplyEntity {
  @PrimaryColumn('uuid') commentId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') text!: string;
  @Column('text') decision!: string;
  @Column('text') state!: string;
  @Column('uuid') draftedBy!: string;
  @Column('timestamptz') draftedAt!: Date;
  @Column('uuid') sentBy!: string | null;
  @Column('timestamptz') sentAt!: Date | null;
  @Column('int') version!: number;
}
