import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'whistleblowing_handler' })
export class WhistleblowingHandlerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') namedBy!: string;
  @Column('timestamptz') namedAt!: Date;
  /** Not given where one is named. */
  @Column({ type: 'timestamptz', insert: false }) endedAt!: Date | null;
}

/** Its state and version begin as the table says. */
@Entity({ schema: 'app', name: 'whistleblowing' })
export class WhistleblowingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') inspectionId!: string;
  @Column('uuid') agencyId!: string | null;
  @Column('date') receivedOn!: string;
  @Column({ type: 'text', insert: false }) state!: string;
  @Column({ type: 'int', insert: false }) version!: number;
}

@Entity({ schema: 'app', name: 'whistleblowing_words' })
export class WhistleblowingWordsEntity {
  @PrimaryColumn('uuid') whistleblowingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('bytea') sealed!: Buffer;
}

@Entity({ schema: 'app', name: 'whistleblowing_receipt' })
export class WhistleblowingReceiptEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') filedBy!: string;
  @Column('text') code!: string;
  @Column('timestamptz') at!: Date;
}

@Entity({ schema: 'app', name: 'whistleblowing_step' })
export class WhistleblowingStepEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') whistleblowingId!: string;
  @Column('uuid') inspectionId!: string;
  @Column('text') step!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') byUser!: string;
  @Column('bytea') sealed!: Buffer | null;
}
