/** How often each rule allowed and denied, over every user, object and instant of a world. */
import { rules, type Rule } from './answer.js';
import { everyObject } from './objects.js';
import { sight } from './rules.js';
import type { World } from './world.js';

export interface Tally {
  decisions: number;
  allowed: number;
  readonly allowedBy: Record<Rule, number>;
  readonly deniedBy: Record<Rule, number>;
}

export function tallyOf(world: World): Tally {
  const tally: Tally = { decisions: 0, allowed: 0, allowedBy: zero(), deniedBy: zero() };
  const objects = everyObject(world);
  for (const user of world.users) {
    for (const at of world.asked) {
      for (const object of objects) {
        const answer = sight(world, user, object, at);
        tally.decisions += 1;
        if (answer.sight !== 'none') tally.allowed += 1;
        for (const rule of answer.allowedBy) tally.allowedBy[rule] += 1;
        for (const rule of answer.deniedBy) tally.deniedBy[rule] += 1;
      }
    }
  }
  return tally;
}

const zero = (): Record<Rule, number> => Object.fromEntries(rules.map((rule) => [rule, 0])) as Record<Rule, number>;
