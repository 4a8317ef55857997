import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrozenSentence } from './stored-narrative.js';

@Entity({ schema: 'app', name: 'frozen_text' })
export class FrozenTextEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('int') narrativeVersion!: number;
  @Column('text') hash!: string;
  @Column('text') title!: string;
  @Column('text') area!: string;
  @Column('text') theme!: string | null;
  @Column('timestamptz') openedAt!: Date;
  @Column('uuid') openedBy!: string;
  @Column('timestamptz') deadline!: Date;
  @Column('date') computedOn!: string;
  @Column('text') calendarVersion!: string;
  @Column('text') deadlineReason!: string | null;
  @Column('timestamptz') reopenedAt!: Date | null;
  @Column('uuid') reopenedBy!: string | null;
}

@Entity({ schema: 'app', name: 'frozen_paragraph' })
export class FrozenParagraphEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') frozenTextId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('int') position!: number;
  @Column('text') sectionCode!: string;
  @Column('text') fixedPart!: string | null;
  @Column('int') study!: number | null;
  @Column('text') heading!: string | null;
  @Column('text') style!: string;
  @Column('text') text!: string;
  @Column('jsonb') sentences!: readonly FrozenSentence[];
}

@Entity({ schema: 'app', name: 'frozen_provenance' })
export class FrozenProvenanceEntity {
  @PrimaryColumn('uuid') frozenParagraphId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
}
