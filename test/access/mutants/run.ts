/** `npm run mutants`: breaks the access rules in one small way after the other, and says who noticed. */
import { writeFileSync } from 'node:fs';
import { ownCluster, type Cluster } from '../oracle/database.js';
import { Chance } from '../oracle/generate-random.js';
import { catchInCatalogue, type Verdict } from './catch.js';
import { brokenInvariant } from './invariants.js';
import { catchInSource } from './catch-source.js';
import { agreedQuestions, type OperationQuestion } from './operation-questions.js';
import { permitOf } from './permitting.js';
import { readCatalogue } from './catalogue.js';
import { NEVER_SUMMARISED, reasonWhyEquivalent } from './equivalent.js';
import { mutantsOf } from './generate.js';
import { openGrounds, prepare, SEEDS, type Grounds } from './grounds.js';
import { nameOf, type Mutant } from './mutant.js';
import { probesOf } from './probes.js';
import { Probing } from './probing.js';
import { readOptions, UsageError, type Options } from './run-options.js';
import { haveNoSummaries } from './standing-rows.js';
import { figuresOf, lineOf, resultOf, type Tried } from './run-report.js';
import { makeScene } from './scene.js';

async function main(options: Options): Promise<boolean> {
  const started = performance.now();
  const cluster = await ownCluster();
  try {
    const tried = await tryAll(cluster, options);
    const figures = figuresOf(tried);
    if (options.out !== null) {
      const seconds = Math.round((performance.now() - started) / 1000);
      writeFileSync(options.out, `${JSON.stringify(resultOf(tried, options, seconds), null, 2)}\n`);
    }
    for (const one of tried.filter(({ verdict }) => verdict.is === 'survived')) console.log(lineOf(one));
    console.log(JSON.stringify(figures));
    return 100 * figures.caught >= options.atLeast * figures.mutants;
  } finally {
    await cluster.stop();
  }
}

async function tryAll(cluster: Cluster, options: Options): Promise<readonly Tried[]> {
  const prepared = await prepare(cluster, 'mutants', SEEDS);
  const scene = makeScene();
  const login = decodeURIComponent(new URL(cluster.applicationUrl).username);
  const probing = new Probing(scene, login, probesOf(scene));
  const lanes: Grounds[] = [];
  for (let lane = 1; lane <= options.lanes; lane += 1) lanes.push(await openGrounds(cluster, prepared, lane, probing));
  try {
    const [first] = lanes;
    if (first === undefined) return [];
    await sayWhatIsKnown(first, probing);
    const waiting = chosen(mutantsOf(await readCatalogue(first.scene.db)), options);
    const questions = waiting.some(({ kind }) => kind === 'operation') ? questionsToAsk() : [];
    const tried: Tried[] = [];
    await Promise.all(
      lanes.map(async (grounds) => {
        for (let mutant = waiting.pop(); mutant !== undefined; mutant = waiting.pop()) {
          const one = await tryOne(mutant, grounds, probing, questions);
          tried.push(one);
          console.log(lineOf(one));
        }
      }),
    );
    return tried;
  } finally {
    for (const grounds of lanes) await grounds.close();
  }
}

/** Where platform and rules differ already, nothing is noticed: it is said, so that nobody takes it for caught. */
async function sayWhatIsKnown(grounds: Grounds, probing: Probing): Promise<void> {
  for (const ground of [grounds.scene, ...grounds.random])
    if (ground.knownDifferences > 0)
      console.log(
        `${ground.knownDifferences} answers in world ${ground.world.seed} differ from the rules without a mutant`,
      );
  for (const { db } of [grounds.scene, ...grounds.random]) await haveNoSummaries(db, NEVER_SUMMARISED);
  const broken = await brokenInvariant(grounds.scene.db);
  if (broken !== null) throw new Error(`without a mutant, ${broken}`);
  const failures = await probing.failures(grounds.scene.db);
  if (failures.length > 0) throw new Error(`without a mutant, ${failures.join('\n')}`);
}

function questionsToAsk(): readonly OperationQuestion[] {
  const { agreed, differing } = agreedQuestions(permitOf(null));
  if (differing.length > 0)
    console.log(
      `${differing.length} of ${agreed.length + differing.length} answers of operations differ from the rules without a mutant`,
    );
  return agreed;
}

/** Shuffled by the seed, so that each share has some of every kind. */
function chosen(mutants: readonly Mutant[], { share: [part, of], seed, only }: Options): Mutant[] {
  const matching = mutants.filter((mutant) => only.test(nameOf(mutant)));
  return new Chance(seed).shuffled(matching).filter((_, place) => place % of === part - 1);
}

async function tryOne(
  mutant: Mutant,
  grounds: Grounds,
  probing: Probing,
  questions: readonly OperationQuestion[],
): Promise<Tried> {
  const started = performance.now();
  const why = reasonWhyEquivalent(mutant);
  const verdict: Verdict | { readonly is: 'equivalent'; readonly why: string } =
    why !== null
      ? { is: 'equivalent', why }
      : mutant.change.in === 'catalogue'
        ? await catchInCatalogue(mutant.change, grounds, probing)
        : catchInSource(mutant, mutant.change, questions);
  return { mutant, verdict, milliseconds: Math.round(performance.now() - started) };
}

try {
  process.exitCode = (await main(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
