import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterFacts } from './letter-facts.js';

@Entity({ schema: 'app', name: 'signature' })
export class SignatureEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') frozenTextId!: string;
  @Column('text') inspectorate!: string;
  @Column('uuid') userId!: string;
  @Column('text') name!: string;
  @Column('text') office!: string | null;
  @Column('text') hash!: string;
  @Column('uuid') delegationId!: string | null;
  @Column('timestamptz') signedAt!: Date;
  @Column('timestamptz') voidedAt!: Date | null;
  @Column('uuid') voidedBy!: string | null;
}

@Entity({ schema: 'app', name: 'signing_delegation' })
export class SigningDelegationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') inspectorate!: string;
  @Column('uuid') delegatedBy!: string;
  @Column('uuid') delegatedTo!: string;
  @Column('uuid') assignmentId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') delegatedAt!: Date;
}

@Entity({ schema: 'app', name: 'publication_hold' })
export class PublicationHoldEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') holdsUntil!: Date | null;
  @Column('uuid') heldBy!: string;
  @Column('timestamptz') heldAt!: Date;
  @Column('timestamptz') liftedAt!: Date | null;
  @Column('uuid') liftedBy!: string | null;
  @Column('text') liftReason!: string | null;
}

@Entity({ schema: 'app', name: 'letter' })
export class LetterEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') frozenTextId!: string;
  @Column('int') version!: number;
  @Column('text') title!: string;
  @Column('text') hash!: string;
  @Column('timestamptz') receivedAt!: Date | null;
  @Column('uuid') receivedBy!: string | null;
  @Column('timestamptz') publishedAt!: Date | null;
  @Column('uuid') publishedBy!: string | null;
  @Column('timestamptz') withdrawnAt!: Date | null;
  @Column('uuid') withdrawnBy!: string | null;
  @Column('timestamptz') supersededAt!: Date | null;
}

@Entity({ schema: 'app', name: 'letter_text' })
export class LetterTextEntity {
  @PrimaryColumn('uuid') letterId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') html!: string;
  @Column('jsonb') facts!: LetterFacts;
}
