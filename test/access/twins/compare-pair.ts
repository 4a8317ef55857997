import type { GraphQLSchema } from 'graphql';
import { Chance } from '../oracle/generate-random.js';
import type { Question } from './ask.js';
import { pageQuestions } from './address-questions.js';
import { BothTwins, type Platforms } from './both-twins.js';
import { Acts } from './acts.js';
import { Ids, nodeTypesOf } from './ids.js';
import {
  isNodeQuery,
  isPaged,
  mutationsOf,
  nodeQuestions,
  pageQuestion,
  queriesOf,
  wideQuestions,
  type Asked,
} from './questions.js';
import { mutationQuestions } from './mutation-questions.js';
import type { Tally } from './tally.js';
import type { Asking, Twins } from './twin-worlds.js';
import type { Saying } from './values.js';

type Paged = Parameters<typeof pageQuestion>[0];

/** What is asked of a query, and whether its pages are turned. */
interface Read {
  readonly operation: string;
  readonly questions: readonly Question[];
  readonly pages: Paged | null;
}

/** Pages of so many are turned one after the other: of two, so that their order is told too. */
const PAGES = [2, 1, 3, 4];
/** Of so many inspections. */
const MOST_INSPECTIONS = 2;
/** Questions that change nothing are asked so many at a time. */
const AT_ONCE = 6;
/** Queries of which a row tells afterwards. */
const LEAVES_A_TRACE: ReadonlySet<string> = new Set(['openEvidence', 'openWhistleblowing']);

/** Asks both twins everything, and takes back what was done by it. */
export class PairComparison {
  private readonly both: BothTwins;
  private readonly asked: Asked;
  private readonly versions = new Map<string, number>();

  constructor(
    platforms: Platforms,
    private readonly schema: GraphQLSchema,
    twins: Twins,
    asking: Asking,
    name: string,
    private readonly tally: Tally,
    seed: number,
  ) {
    const chance = new Chance(seed);
    const { left } = twins;
    const { user, at } = asking;
    const ids = new Ids(schema, twins, asking, chance);
    const own = left.organisations.find(({ id }) => id === user.organisationId)?.inspectorate ?? null;
    const saying: Saying = {
      chance,
      at,
      inspectorate: own,
      otherInspectorates: [...new Set(left.takingPart.map(({ inspectorate }) => inspectorate))].filter(
        (code) => code !== own,
      ),
      hashes: left.frozenTexts.map(({ hash }) => hash),
      versions: this.versions,
      idFor: (name) => ids.pick(name, 'seen'),
    };
    this.asked = { ids, saying, acts: new Acts(twins, asking, chance), plans: isPlanner(twins, asking) };
    this.both = new BothTwins(platforms, twins, asking, name, tally);
  }

  /** Of these operations alone, where any are named. */
  async run(only: ReadonlySet<string> | null = null): Promise<void> {
    await this.both.enter();
    const { schema, asked } = this;
    const wanted = (operation: string): boolean => only === null || only.has(operation);
    const reads = this.reads().filter(({ operation }) => wanted(operation));
    // What an answer tells is learnt in the order of the questions, so that the same seed asks the same.
    const ask = ({ operation, questions, pages }: Read): Promise<string[]> => this.read(operation, questions, pages);
    const told = [
      ...(await abreast(
        reads.filter(({ operation }) => !LEAVES_A_TRACE.has(operation)),
        ask,
      )),
    ];
    for (const read of reads.filter(({ operation }) => LEAVES_A_TRACE.has(operation))) told.push(await ask(read));
    await this.both.takeBack();
    for (const body of told.flat()) this.learn(body);
    const questions = mutationsOf(schema)
      .map((field) => [`mutation ${field.name}`, field] as const)
      .filter(([operation]) => wanted(operation))
      .map(([operation, field]) => [operation, mutationQuestions(field, asked)] as const);
    await abreast(questions, ([operation, { unseen }]) => this.act(operation, unseen));
    // Each alone: what it does is taken back before the next is asked.
    for (const [operation, { seen }] of questions) await this.act(operation, seen);
    for (const [operation] of questions) this.tally.of(operation).comparisons += 1;
    await this.both.takeBack();
    this.both.searchLogs();
    this.tally.askers += 1;
  }

  private reads(): readonly Read[] {
    const { schema, asked } = this;
    const queries = queriesOf(schema);
    return [
      ...queries
        .filter((field) => !isNodeQuery(field))
        .map((field) => ({
          operation: field.name,
          questions: wideQuestions(field, asked),
          pages: isPaged(field) ? field : null,
        })),
      ...queries.filter(isNodeQuery).flatMap(({ name }) =>
        nodeTypesOf(schema).map((type) => ({
          operation: `${name} of ${type.name}`,
          questions: nodeQuestions(type, asked),
          pages: null,
        })),
      ),
      ...[...pageQuestions(asked)].map(([operation, questions]) => ({ operation, questions, pages: null })),
    ];
  }

  /** One comparison, of as many requests as it takes; the answers of one side. */
  private async read(operation: string, questions: readonly Question[], pages: Paged | null): Promise<string[]> {
    const bodies: string[] = [];
    let isSame = true;
    for (const question of questions) {
      const told = await this.both.ask(operation, question);
      isSame = this.both.isSame(operation, question, told, LEAVES_A_TRACE.has(operation)) && isSame;
      bodies.push(told[0]?.body ?? '');
    }
    if (pages !== null) isSame = (await this.samePages(pages)) && isSame;
    const figures = this.tally.of(operation);
    figures.comparisons += 1;
    if (!isSame) figures.differing += 1;
    return bodies;
  }

  private async act(operation: string, questions: readonly Question[]): Promise<void> {
    for (const question of questions) {
      const told = await this.both.ask(operation, question);
      if (!this.both.isSame(operation, question, told, true)) this.tally.of(operation).differing += 1;
      // An act that ends with an error has changed nothing.
      if (told.some(({ body }) => !body.startsWith('{"errors"'))) await this.both.takeBack();
    }
  }

  private async samePages(field: Paged): Promise<boolean> {
    const ofInspection = field.args.some(({ name }) => name === 'inspectionId');
    const inspections = ofInspection ? this.asked.ids.of('Inspection', 'seen').slice(0, MOST_INSPECTIONS) : [null];
    let isSame = true;
    for (const inspection of inspections) {
      let after: string | null = null;
      for (const first of PAGES) {
        const question = pageQuestion(field, inspection, first, after);
        const told = await this.both.ask(field.name, question);
        isSame = this.both.isSame(field.name, question, told, false) && isSame;
        const info = /"hasNextPage":(true|false).*"endCursor":"([^"]+)"/.exec(told[0]?.body ?? '');
        if (info?.[1] !== 'true' || info[2] === undefined) break;
        after = info[2];
      }
    }
    return isSame;
  }

  /** Ids and versions that the asker has read. */
  private learn(body: string): void {
    if (!body.startsWith('{')) return;
    const walk = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      if ('id' in value && typeof value.id === 'string') {
        this.asked.ids.learn(value.id);
        if ('version' in value && typeof value.version === 'number') this.versions.set(value.id, value.version);
      }
      for (const inner of Object.values(value)) walk(inner);
    };
    walk(JSON.parse(body));
  }
}

const isPlanner = ({ left }: Twins, { user }: Asking): boolean =>
  left.organisationRoles.some(({ userId, role }) => userId === user.id && role === 'PLANNER');

async function abreast<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
