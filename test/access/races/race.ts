import { pause } from './chance.js';
import type { Sight } from './looks.js';
import type { Reader, Readers } from './readers.js';

/** One act, sent while everybody whose sight it changes reads. */
export interface Race {
  /** Ends when the acknowledgement was received. */
  act(): Promise<unknown>;
  /** What everybody sees from then on. */
  readonly after: Exclude<Sight, 'MIXED'>;
  readonly readers: readonly Reader[];
}

/** An act that can be raced again and again, each time from the state before it. */
export interface Scene {
  readonly act: string;
  prepare(readers: Readers, count: number): Promise<Race>;
}

export interface Read {
  readonly by: Reader['by'];
  readonly sight: Sight;
  /** As it began, the acknowledgement had been received. */
  readonly afterAct: boolean;
  /** As it began, somebody had been answered with what comes after the act. */
  readonly afterAnswer: boolean;
}

export interface RaceRun {
  readonly after: Race['after'];
  readonly readers: number;
  readonly reads: readonly Read[];
}

/** Milliseconds within which act and reads begin, and before which a reader reads again. */
const SPREAD_MS = 5;

/** What is known at one moment of a race. */
class Known {
  private acted = false;
  private answered = false;
  readonly reads: Read[] = [];

  constructor(private readonly after: Sight) {}

  isOver(): boolean {
    return this.acted;
  }
  over(): void {
    this.acted = true;
  }

  async take(reader: Reader): Promise<void> {
    const [afterAct, afterAnswer] = [this.acted, this.answered];
    const sight = await reader.read();
    this.answered ||= sight === this.after;
    this.reads.push({ by: reader.by, sight, afterAct, afterAnswer });
  }
}

/** Each reader reads until the act is acknowledged, once more at once, and once more a little later. */
export async function runRace(race: Race, chance: () => number): Promise<RaceRun> {
  const known = new Known(race.after);
  const acting = pause(chance() * SPREAD_MS)
    .then(() => race.act())
    .finally(() => known.over());
  const reading = race.readers.map(async (reader) => {
    await pause(chance() * SPREAD_MS);
    do {
      await known.take(reader);
      await pause(chance() * SPREAD_MS);
    } while (!known.isOver());
    await known.take(reader);
    await pause(chance() * SPREAD_MS);
    await known.take(reader);
  });
  await Promise.all([acting, ...reading]);
  return { after: race.after, readers: race.readers.length, reads: known.reads };
}
