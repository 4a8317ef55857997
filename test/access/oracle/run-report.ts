import { execFileSync } from 'node:child_process';
import { rules, type Rule } from './answer.js';
import type { Difference, Tally } from './compare.js';

export interface Figures {
  readonly worlds: number;
  readonly decisions: number;
  readonly apiDecisions: number;
  readonly allowedShare: number;
  readonly overGrants: number;
  readonly underGrants: number;
  readonly seconds: number;
}

export function figuresOf(tally: Tally, worlds: number, milliseconds: number): Figures {
  const faults = (fault: Difference['fault']): number => tally.differences.filter((one) => one.fault === fault).length;
  return {
    worlds,
    decisions: tally.total,
    apiDecisions: tally.decisions.api,
    allowedShare: Math.round((1_000 * tally.allowed) / Math.max(1, tally.total)) / 1_000,
    overGrants: faults('over-grant'),
    underGrants: faults('under-grant'),
    seconds: Math.round(milliseconds / 100) / 10,
  };
}

/** How often each rule let somebody, and how often it kept something from somebody. */
export function tableByRule(tally: Tally): string {
  const cells = (values: readonly (string | number)[]): string =>
    values.map((value, place) => (place === 0 ? String(value).padEnd(10) : String(value).padStart(12))).join('');
  const lines = rules.map((rule) => {
    const { allowed, denied, sql, api } = tally.byRule[rule];
    return cells([rule, allowed, denied, sql, api]);
  });
  return [cells(['rule', 'allowed', 'denied', 'SQL', 'API']), ...lines].join('\n');
}

/** Beside others they only say who else was asked: most people have some conflict or post. */
const INCIDENTAL: ReadonlySet<Rule> = new Set(['R10', 'R13']);

/** Differences that are probably one fault: the same place, the same degree, the same rules. */
export function faultsOf(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) {
    const rulesFor = [...telling(one.allowedBy), '/', ...telling(one.deniedBy)];
    const name = [one.fault, one.where, one.expected, one.got, ...rulesFor].join(' ');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups.values()].sort((one, other) => other.length - one.length);
}

function telling(by: readonly Rule[]): readonly Rule[] {
  const rest = by.filter((rule) => !INCIDENTAL.has(rule));
  return (rest.length > 0 ? rest : [...by]).sort();
}

export function faultLine(group: readonly Difference[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { fault, where, expected, got, allowedBy, deniedBy, object, user, at } = first;
  return (
    `${fault} of ${where}, ${group.length} times: the rules say "${expected}", the platform "${got}"` +
    ` (for it ${allowedBy.join(', ') || 'none'}; against it ${deniedBy.join(', ') || 'none'});` +
    ` e.g. ${object.kind} ${object.key}, user ${user ?? 'the public'}, ${new Date(at).toISOString()}`
  );
}

/** What the figures are of: the commit, and whether anything was changed after it. */
export function sourceOf(): { readonly commit: string; readonly clean: boolean } {
  const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return { commit: git('rev-parse', 'HEAD'), clean: git('status', '--porcelain') === '' };
}
