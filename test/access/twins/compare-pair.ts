import type { GraphQLSchema } from 'graphql';
import { sight } from '../oracle/rules.js';
import { Chance } from '../oracle/generate-random.js';
import type { ObjectRef } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';
import { Asker, tokenOf, type Question, type Told } from './ask.js';
import { canariesIn } from './canaries.js';
import { Ids } from './ids.js';
import { sides, type TwinPlatform } from './platforms.js';
import {
  isNodeQuery,
  isPaged,
  mutationQuestion,
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
import type { Twins } from './twin-worlds.js';
import type { Saying } from './values.js';

export interface Platforms {
  readonly left: TwinPlatform;
  readonly right: TwinPlatform;
  /** Where each is asked: at its own address, unless something stands before it. */
  readonly urls: Readonly<Record<'left' | 'right', string>>;
}

const MOST_PAGES = 5;

export const seesIn =
  (world: World, { asker, at }: Twins) =>
  (object: ObjectRef) =>
    sight(world, asker, object, at).sight;

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
    private readonly name: string,
    private readonly tally: Tally,
    seed: number,
  ) {
    this.chance = new Chance(seed);
    const { left, asker, at } = twins;
    const ids = new Ids(schema, twins, seesIn(left, twins), this.chance);
    const own = left.organisations.find(({ id }) => id === asker.organisationId)?.inspectorate ?? null;
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
    const wanted = (operation: string): boolean => only === null || only.has(operation);
    for (const field of queriesOf(this.schema)) {
      if (!isNodeQuery(field)) continue;
      if (wanted(field.name)) await this.compare(field.name, nodeQuestions(this.asked));
    }
    for (const field of queriesOf(this.schema)) {
      if (isNodeQuery(field) || !wanted(field.name)) continue;
      await this.compare(field.name, wideQuestions(field, this.asked));
      if (isPaged(field)) await this.comparePages(field);
    }
    for (const [operation, questions] of pageQuestions(this.asked))
      if (wanted(operation)) await this.compare(operation, questions);
    for (const field of mutationsOf(this.schema))
      if (wanted(field.name)) await this.compare(field.name, [mutationQuestion(field, this.asked)], true);
    this.searchLogs();
    this.tally.pairs += 1;
  }

  private async enter(): Promise<void> {
    const { asker, isPublic, at, left } = this.twins;
    const code = left.organisations.find(({ id }) => id === asker.organisationId)?.code ?? '';
    for (const side of sides) {
      const world = this.twins[side];
      this.tally.planted += await this.platforms[side].hold(world, seesIn(world, this.twins));
      const url = this.platforms.urls[side];
      this.askers.push(new Asker(url, isPublic ? null : await tokenOf(url, code, asker.id), at));
    }
  }

  /** One comparison, of as many requests as it takes. */
  private async compare(operation: string, questions: readonly Question[], isMutation = false): Promise<void> {
    const figures = this.tally.of(operation);
    figures.comparisons += 1;
    let differs = false;
    for (const question of questions) {
      const told = await this.askBoth(operation, question);
      if (!this.isSame(operation, question, told, isMutation) && !differs) {
        differs = true;
        figures.differing += 1;
      }
    }
  }

  private async askBoth(operation: string, question: Question): Promise<readonly Told[]> {
    const told = await Promise.all(this.askers.map((asker) => asker.ask(question)));
    const changed = await Promise.all(sides.map((side) => this.platforms[side].takeBack()));
    const figures = this.tally.of(operation);
    figures.requests += 1;
    if (changed.some((count) => count > 0) || told.some(({ body }) => body.includes('"id":"'))) figures.telling += 1;
    for (const each of told) {
      const canaries = canariesIn(`${each.body}${JSON.stringify(each.headers)}`);
      figures.canaries += canaries.length;
      if (canaries.length > 0)
        this.keep(operation, question, `canaries ${canaries.slice(0, 3).join(' ')}`, each.body.slice(0, 300));
      if (each.body.includes('"INTERNAL"')) {
        this.tally.internal += 1;
        if (this.tally.internal < 5) console.error(`INTERNAL of ${operation}: ${each.body.slice(0, 300)}`);
      }
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
    this.learn(told[0]?.body ?? '');
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

  private async comparePages(field: Parameters<typeof pageQuestion>[0]): Promise<void> {
    const inspections = field.args.some(({ name }) => name === 'inspectionId')
      ? this.asked.ids.of('Inspection', 'seen').slice(0, 1)
      : [null];
    for (const inspection of inspections) {
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const question = pageQuestion(field, inspection, 1 + page, after);
        const told = await this.askBoth(field.name, question);
        if (!this.isSame(field.name, question, told, false)) this.tally.of(field.name).differing += 1;
        const info = /"hasNextPage":(true|false).*"endCursor":"([^"]+)"/.exec(told[0]?.body ?? '');
        if (info?.[1] !== 'true' || info[2] === undefined) break;
        after = info[2];
      }
    }
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
      const found = canariesIn(this.platforms[side].newInLog());
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
