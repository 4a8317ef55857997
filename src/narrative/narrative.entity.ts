import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterChoices } from './letter-choices.js';
import type { SentenceOrigin } from './narrative-document.js';

/** Audience and subjects are settled by the database and are no columns here. */
@Entity({ schema: 'app', name: 'narrative' })
export class NarrativeEntity {
  @PrimaryColumn('uuid') inspectionId!: string;
  @Column('int') version!: number;
  @Column('text') title!: string;
  @Column('text') area!: string;
  @Column('text') theme!: string | null;
  @Column('text') arrangement!: string | null;
  @Column('jsonb') headings!: LetterChoices['headings'];
  @Column('text', { array: true }) noneSections!: string[];
  @Column('uuid') compiledBy!: string;
  @Column('timestamptz') compiledAt!: Date;
}

@Entity({ schema: 'app', name: 'narrative_paragraph' })
export class NarrativeParagraphEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') key!: string;
  @Column('int') position!: number;
  @Column('text') sectionCode!: string;
  @Column('text') fixedPart!: string | null;
  @Column('int') study!: number | null;
  @Column('text') heading!: string | null;
  @Column('text') style!: string;
}

@Entity({ schema: 'app', name: 'narrative_sentence' })
export class NarrativeSentenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') paragraphId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') key!: string;
  @Column('int') position!: number;
  @Column('text') gap!: string;
  @Column('text') text!: string;
  @Column('text') origin!: SentenceOrigin;
  @Column('text') compiledText!: string | null;
  @Column('text') supportedText!: string;
  @Column('uuid') editedBy!: string | null;
  @Column('timestamptz') editedAt!: Date | null;
  @Column('uuid') confirmedBy!: string | null;
  @Column('timestamptz') confirmedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'sentence_provenance' })
export class SentenceProvenanceEntity {
  @PrimaryColumn('uuid') sentenceId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
}

/** Why an earlier text is no longer the text. */
export type SentenceChange = 'EDITED' | 'REMOVED' | 'SOURCE_CHANGED' | 'SOURCE_GONE';

@Entity({ schema: 'app', name: 'sentence_history' })
export class SentenceHistoryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') sentenceId!: string;
  @Column('text') sentenceKey!: string;
  @Column('int') version!: number;
  @Column('text') text!: string;
  @Column('text') origin!: string;
  @Column('text') change!: SentenceChange;
  @Column('uuid') writtenBy!: string | null;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz') changedAt!: Date;
}

@Entity({ schema: 'app', name: 'history_provenance' })
export class HistoryProvenanceEntity {
  @PrimaryColumn('uuid') historyId!: string;
  @PrimaryColumn('uuid') findingId!: string;
  @Column('uuid') inspectionId!: string;
}

@Entity({ schema: 'app', name: 'quality_pass' })
export class QualityPassEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') inspectorate!: string;
  @Column('int') narrativeVersion!: number;
  @Column('text') note!: string | null;
  @Column('uuid') passedBy!: string;
  @Column('timestamptz') passedAt!: Date;
}
