import type { GraphQLSchema } from 'graphql';
import { Chance } from '../oracle/generate-random.js';
import { Asker, tokenOf, type Question, type Told } from './ask.js';
import { Canaries } from './canaries.js';
import { Ids } from './ids.js';
import { sides, type TwinPlatform } from './platforms.js';
import {
  isNodeQuery,
  isPaged,
  mutationQuestions,
  mutationsOf,
  nodeQuestions,
  pageQuestion,
  pageQuestions,
  queriesOf,
  wideQuestions,
  type Asked,
} from './questions.js';
import { settled } from './set-aside.js';
import type { Tally } from './tally.js';
import { seenBy, type Asking, type Twins } from './twin-worlds.js';
import type { Saying } from './values.js';

export interface Platforms {
  readonly left: TwinPlatform;
  readonly right: TwinPlatform;
  /** Where each is asked: at its own address, unless something stands before it. */
  readonly urls: Readonly<Record<'left' | 'right', string>>;
}

type Paged = Parameters<typeof pageQuestion>[0];

const MOST_PAGES = 4;
/** Questions that change nothing are asked so many at a time. */
const AT_ONCE = 6;
/** Queries of which a row tells afterwards. */
const LEAVES_A_TRACE: ReadonlySet<string> = new Set(['openEvidence']);

/** Asks both twins everything, and takes back what was done by it. */
export class PairComparison {
  private readonly askers: Asker[] = [];
  private readonly known = new Set<string>();
  private readonly asked: Asked;
  private readonly versions = new Map<string, number>();
  private readonly chance: Chance;

  constructor(
    private readonly platforms: Platforms,
    private readonly schema: GraphQLSchema,
    private readonly twins: Twins,
    private readonly asking: Asking,
    private readonly name: string,
    private readonly tally: Tally,
    seed: number,
  ) {
    this.chance = new Chance(seed);
    const { left } = twins;
    const { user, at } = asking;
    const ids = new Ids(schema, twins, asking, this.chance);
    const own = left.organisations.find(({ id }) => id === user.organisationId)?.inspectorate ?? null;
    const saying: Saying = {
      chance: this.chance,
      at,
      inspectorate: own,
      otherInspectorates: [...new Set(left.takingPart.map(({ inspectorate }) => inspectorate))].filter(
        (code) => code !== own,
      ),
      hashes: left.frozenTexts.map(({ hash }) => hash),
      versions: this.versions,
      idFor: (name) => ids.pick(name, 'seen'),
    };
    this.asked = { schema, ids, saying };
    for (const world of [twins.left, twins.right])
      for (const id of JSON.stringify(world).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) this.known.add(id);
  }

  /** Of these operations alone, where any are named. */
  async run(only: ReadonlySet<string> | null = null): Promise<void> {
    await this.enter();
    const { schema, asked } = this;
    const wanted = (operation: string): boolean => only === null || only.has(operation);
    const queries = queriesOf(schema).filter(({ name }) => wanted(name));
    const mutations = mutationsOf(schema).filter(({ name }) => wanted(name));
    const reads = [
      ...queries.map((field) => ({
        operation: field.name,
        questions: isNodeQuery(field) ? nodeQuestions(asked) : wideQuestions(field, asked),
        pages: isPaged(field) ? field : null,
      })),
      ...[...pageQuestions(asked)]
        .filter(([operation]) => wanted(operation))
        .map(([operation, questions]) => ({ operation, questions, pages: null })),
    ];
    // What an answer tells is learnt in the order of the questions, so that the same seed asks the same.
    const ask = ({ operation, questions, pages }: (typeof reads)[number]): Promise<string[]> =>
      this.read(operation, questions, pages);
    const told = [
      ...(await abreast(
        reads.filter(({ operation }) => !LEAVES_A_TRACE.has(operation)),
        ask,
      )),
    ];
    for (const read of reads.filter(({ operation }) => LEAVES_A_TRACE.has(operation))) told.push(await ask(read));
    await this.takeBack();
    for (const body of told.flat()) this.learn(body);
    const questions = mutations.map((field) => [field.name, mutationQuestions(field, asked)] as const);
    await abreast(questions, ([operation, { unseen }]) => this.act(operation, unseen));
    // Each alone: what it does is taken back before the next is asked.
    for (const [operation, { seen }] of questions) await this.act(operation, seen);
    for (const [operation] of questions) this.tally.of(operation).comparisons += 1;
    await this.takeBack();
    this.searchLogs();
    this.tally.pairs += 1;
  }

  private async enter(): Promise<void> {
    const { user, isPublic, at } = this.asking;
    const code = this.twins.left.organisations.find(({ id }) => id === user.organisationId)?.code ?? '';
    for (const side of sides) {
      const url = this.platforms.urls[side];
      this.askers.push(new Asker(url, isPublic ? null : await tokenOf(url, code, user.id), at));
    }
  }

  /** One comparison, of as many requests as it takes; the answers of one side. */
  private async read(operation: string, questions: readonly Question[], pages: Paged | null): Promise<string[]> {
    const bodies: string[] = [];
    let isSame = true;
    for (const question of questions) {
      const told = await this.askBoth(operation, question);
      isSame = this.isSame(operation, question, told, false) && isSame;
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
      const told = await this.askBoth(operation, question);
      if (!this.isSame(operation, question, told, true)) this.tally.of(operation).differing += 1;
      // An act that ends with an error has changed nothing.
      if (told.some(({ body }) => !body.startsWith('{"errors"'))) await this.takeBack();
    }
  }

  private async takeBack(): Promise<void> {
    await Promise.all(sides.map((side) => this.platforms[side].takeBack()));
  }

  private async askBoth(operation: string, question: Question): Promise<readonly Told[]> {
    const told = await Promise.all(this.askers.map((asker) => asker.ask(question)));
    const figures = this.tally.of(operation);
    figures.requests += 1;
    if (told.some(({ body }) => body.includes('"id":"') || body.includes('"receipt":{'))) figures.telling += 1;
    for (const [place, side] of sides.entries()) {
      const each = told[place];
      if (each === undefined) continue;
      const sees = seenBy(this.twins[side], this.asking);
      const canaries = this.platforms[side].canaries.unseenIn(`${each.body}${JSON.stringify(each.headers)}`, sees);
      figures.canaries += canaries.length;
      if (canaries.length > 0)
        this.keep(operation, question, `canaries ${canaries.slice(0, 3).join(' ')}`, each.body.slice(0, 300));
      if (!each.body.includes('"INTERNAL"')) continue;
      this.tally.internal += 1;
      if (this.tally.internal < 5)
        console.error(
          `INTERNAL of ${operation}: ${question.body ?? ''} ${each.body.slice(0, 300)}\n${this.platforms[side].lastLines()}`,
        );
    }
    return told;
  }

  private isSame(operation: string, question: Question, told: readonly Told[], isMutation: boolean): boolean {
    const [left, right] = told.map(({ status, headers, body }) => ({
      status,
      headers: JSON.stringify(headers),
      body: settled(body, (id) => !isMutation || this.known.has(id)),
    }));
    if (left === undefined || right === undefined) return false;
    if (left.status === right.status && left.headers === right.headers && left.body === right.body) return true;
    const from = firstDifference(left.body, right.body);
    const part = (each: typeof left): string =>
      `${each.status} ${left.headers === right.headers ? '' : each.headers} … ${each.body.slice(Math.max(0, from - 160), from + 160)}`;
    this.keep(operation, question, part(left), part(right));
    return false;
  }

  private keep(operation: string, question: Question, left: string, right: string): void {
    const asked = `${question.method} ${question.path} ${question.body ?? ''}`;
    this.tally.differences.push({ operation, pair: this.name, hidden: this.twins.hidden, asked, left, right });
  }

  private async samePages(field: Paged): Promise<boolean> {
    const ofInspection = field.args.some(({ name }) => name === 'inspectionId');
    const inspections = ofInspection ? this.asked.ids.of('Inspection', 'seen').slice(0, 1) : [null];
    let isSame = true;
    for (const inspection of inspections) {
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const question = pageQuestion(field, inspection, 1 + page, after);
        const told = await this.askBoth(field.name, question);
        isSame = this.isSame(field.name, question, told, false) && isSame;
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

  private searchLogs(): void {
    for (const side of sides) {
      const found = Canaries.anyIn(this.platforms[side].newInLog());
      this.tally.inLogs += found.length;
      if (found.length > 0)
        this.tally.differences.push({
          operation: 'log',
          pair: this.name,
          hidden: [],
          asked: '',
          left: side,
          right: found.slice(0, 5).join(' '),
        });
    }
  }
}

function firstDifference(left: string, right: string): number {
  const least = Math.min(left.length, right.length);
  for (let at = 0; at < least; at += 1) if (left[at] !== right[at]) return at;
  return least;
}

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
