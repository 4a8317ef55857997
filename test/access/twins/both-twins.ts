import { Asker, tokenOf, type Question, type Told } from './ask.js';
import { Canaries } from './canaries.js';
import { outcomesOf } from './outcomes.js';
import { sides, type TwinPlatform } from './platforms.js';
import { settled } from './set-aside.js';
import type { Tally } from './tally.js';
import { seenBy, type Asking, type Twins } from './twin-worlds.js';

export interface Platforms {
  readonly left: TwinPlatform;
  readonly right: TwinPlatform;
  /** Where each is asked: at its own address, unless something stands before it. */
  readonly urls: Readonly<Record<'left' | 'right', string>>;
}

/** Both twins, as one person asks them the same and compares what he is told. */
export class BothTwins {
  private readonly askers: Asker[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly platforms: Platforms,
    private readonly twins: Twins,
    private readonly asking: Asking,
    private readonly name: string,
    private readonly tally: Tally,
  ) {
    for (const world of [twins.left, twins.right]) {
      for (const { code } of world.cases) this.known.add(code);
      for (const id of JSON.stringify(world).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) this.known.add(id);
    }
  }

  async enter(): Promise<void> {
    const { user, isPublic, at } = this.asking;
    const code = this.twins.left.organisations.find(({ id }) => id === user.organisationId)?.code ?? '';
    for (const side of sides) {
      const url = this.platforms.urls[side];
      this.askers.push(new Asker(url, isPublic ? null : await tokenOf(url, code, user.id), at));
    }
  }

  async takeBack(): Promise<void> {
    await Promise.all(sides.map((side) => this.platforms[side].takeBack()));
  }

  /** What the left one said, and the right one. */
  async ask(operation: string, question: Question): Promise<readonly Told[]> {
    const told = await Promise.all(this.askers.map((asker) => asker.ask(question)));
    const [left] = told;
    const figures = this.tally.count(operation, left === undefined ? [] : outcomesOf(left.status, left.body));
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

  isSame(operation: string, question: Question, told: readonly Told[], writes: boolean): boolean {
    const [left, right] = told.map(({ status, headers, body }) => ({
      status,
      headers: JSON.stringify(headers),
      body: settled(body, (id) => !writes || this.known.has(id)),
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

  searchLogs(): void {
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
