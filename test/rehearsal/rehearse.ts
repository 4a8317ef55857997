import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journal } from './api.js';
import { heldAgainst } from './journal-check.js';
import { readLetters, type Letter } from './letter.js';
import { readOptions, UsageError, type Options } from './options.js';
import { OwnPlatform } from './own-platform.js';
import { rehearseLetter } from './rehearse-letter.js';
import { Tally } from './tally.js';

/** Letters under way at once: two cores, and the platform waits for its database much of the time. */
const AT_ONCE = 4;
const PORT = 3917;

async function rehearse(options: Options): Promise<boolean> {
  const letters = readLetters(options.file).slice(0, options.limit);
  if (options.out !== null) mkdirSync(options.out, { recursive: true });
  const tally = new Tally();
  const platform = new OwnPlatform(PORT);
  await platform.start();
  const killing = killNowAndThen(platform, options);
  try {
    await inTurns(letters, (letter) => one(letter, options, tally));
    killing.stop();
    await killing.done;
    if (options.kills > 0) {
      const lost = await heldAgainst(platform.dataDir, journal);
      process.stdout.write(
        `killed ${killing.count} times; ${journal.length} acknowledgements, ${lost.length} of them not in the database\n`,
      );
      tally.failures.push(...lost);
    }
  } finally {
    await platform.stop();
  }
  for (const failure of tally.failures.slice(0, 20)) process.stderr.write(`${failure}\n`);
  process.stdout.write(`${tally.line()}\n`);
  return tally.isClean;
}

async function one(letter: Letter, options: Options, tally: Tally): Promise<void> {
  try {
    const { html, told } = await rehearseLetter(letter, options.until, tally);
    if (html !== null && options.out !== null) writeFileSync(join(options.out, `${letter.urn}.html`), html);
    process.stdout.write(`${letter.area} (${letter.publishedOn}): ${told}\n`);
  } catch (error) {
    tally.failures.push(`${letter.area}: ${error instanceof Error ? error.message : String(error)}`);
    process.stdout.write(`${letter.area}: failed\n`);
  }
  tally.letters += 1;
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Kills node and the postmaster in turn, at random moments, as often as was asked. */
function killNowAndThen(
  platform: OwnPlatform,
  { kills, seed }: Options,
): { stop(): void; done: Promise<void>; count: number } {
  const killing = {
    stopped: false,
    count: 0,
    stop: (): void => void (killing.stopped = true),
    done: Promise.resolve(),
  };
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  // Through a function: it changes while this waits.
  const isOver = (): boolean => killing.stopped;
  killing.done = (async () => {
    while (killing.count < kills && !isOver()) {
      await new Promise((resolve) => setTimeout(resolve, 500 + random() * 3_000));
      if (isOver()) return;
      killing.count += 1;
      if (killing.count % 2 === 0) platform.killPostmaster();
      else await platform.killAndRestart();
    }
  })();
  return killing;
}

try {
  const options = readOptions(process.argv.slice(2), process.env['REHEARSE_FROM'] ?? process.cwd());
  process.exitCode = (await rehearse(options)) ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
