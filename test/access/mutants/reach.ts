import type { Catalogue, KernelFunction } from './catalogue.js';
import { lookingInto } from './near.js';

/** What rests on a function of the kernel, at any distance. */
export interface Reach {
  /** Functions that call it, and itself. */
  readonly functions: readonly string[];
  /** Tables with a policy that asks it, or a trigger that does. */
  readonly tables: readonly string[];
  /** A policy asks it whenever a row is read, or found to be changed. */
  readonly reads: boolean;
  /** It is asked once a row has been written. */
  readonly settles: boolean;
}

/** By the names that stand in policies, triggers and functions: more than rests on it in truth, never less. */
export function reachOf({ name }: KernelFunction, catalogue: Catalogue): Reach {
  const functions = callersOf(name, catalogue);
  const asks = new RegExp(`\\bauth\\.(?:${functions.join('|')})\\(`);
  const asking = catalogue.policies.filter(({ using, check }) => asks.test(`${using ?? ''} ${check ?? ''}`));
  const waking = catalogue.triggers.filter(({ definition }) => asks.test(definition));
  const asked = lookingInto([...new Set(asking.map(({ table }) => table))], catalogue.policies);
  return {
    functions,
    tables: [...new Set([...asked, ...waking.map(({ table }) => table)])],
    reads: asking.some(({ using }) => asks.test(using ?? '')),
    settles: waking.some(({ before }) => !before),
  };
}

function callersOf(name: string, { functions }: Catalogue): readonly string[] {
  const callers = new Set([name]);
  for (const called of callers)
    for (const { name: caller, source } of functions)
      if (new RegExp(`\\bauth\\.${called}\\(`).test(source)) callers.add(caller);
  return [...callers];
}
