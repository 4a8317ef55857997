import { atLeast, rules, type Answer, type Degree, type Rule } from './answer.js';
import type { ObjectRef } from './objects.js';
import type { WorldName } from './run-worlds.js';
import type { Id, Instant } from './world-base.js';

export type Way = 'sql' | 'api';

/** A question to the platform: one user (null: the public), one object, one instant, one degree of sight. */
export interface Question {
  readonly user: Id | null;
  readonly at: Instant;
  readonly object: ObjectRef;
  /** Where the answer is seen: a table, a field, a list, a mutation. */
  readonly where: string;
  readonly least: Degree;
}

/** The platform gives what the rules deny, or denies what they give. */
export interface Difference {
  readonly world: WorldName;
  readonly user: Id | null;
  readonly at: Instant;
  readonly object: ObjectRef;
  readonly where: string;
  readonly way: Way;
  readonly fault: 'over-grant' | 'under-grant';
  readonly expected: string;
  readonly got: string;
  readonly allowedBy: readonly Rule[];
  readonly deniedBy: readonly Rule[];
}

interface Count {
  allowed: number;
  denied: number;
  sql: number;
  api: number;
}

/** Decisions of a run: how many, by which rules, and where platform and oracle differ. */
export class Tally {
  /** The one that is asked about now. */
  world: WorldName = { kind: 'random', number: 0 };
  readonly differences: Difference[] = [];
  readonly byRule: Readonly<Record<Rule, Count>> = Object.fromEntries(
    rules.map((rule) => [rule, { allowed: 0, denied: 0, sql: 0, api: 0 }]),
  ) as Record<Rule, Count>;
  decisions = { sql: 0, api: 0 };
  allowed = 0;

  judge(way: Way, question: Question, answer: Answer, given: boolean): void {
    const expected = atLeast(answer.sight, question.least);
    this.count(way, expected, expected ? answer.allowedBy : answer.deniedBy);
    if (given === expected) return;
    const { user, at, object, where, least } = question;
    this.differ({
      ...{ user, at, object, where: `${where} (${least})`, way },
      fault: given ? 'over-grant' : 'under-grant',
      expected: answer.sight,
      got: given ? 'seen' : 'not seen',
      allowedBy: answer.allowedBy,
      deniedBy: answer.deniedBy,
    });
  }

  differ(difference: Omit<Difference, 'world'>): void {
    this.differences.push({ world: this.world, ...difference });
  }

  /** A decision about an act, which is no degree of sight. */
  count(way: Way, allowed: boolean, by: readonly Rule[]): void {
    this.decisions[way] += 1;
    if (allowed) this.allowed += 1;
    for (const rule of by) {
      const count = this.byRule[rule];
      count[way] += 1;
      if (allowed) count.allowed += 1;
      else count.denied += 1;
    }
  }

  get total(): number {
    return this.decisions.sql + this.decisions.api;
  }

  add(other: TallyFigures): void {
    this.decisions.sql += other.decisions.sql;
    this.decisions.api += other.decisions.api;
    this.allowed += other.allowed;
    for (const rule of rules)
      for (const key of ['allowed', 'denied', 'sql', 'api'] as const) this.byRule[rule][key] += other.byRule[rule][key];
    this.differences.push(...other.differences);
  }
}

/** What a tally is in JSON: how a worker hands it over. */
export type TallyFigures = Pick<Tally, 'differences' | 'byRule' | 'decisions' | 'allowed'>;
