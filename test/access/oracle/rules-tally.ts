/**
 * Counts, over many random worlds, how often each rule allowed and denied.
 * Usage: node --import ./scripts/typescript.mjs test/access/oracle/rules-tally.ts [worlds] [first seed]
 */
import { rules } from './answer.js';
import { tallyOf } from './generate-tally.js';
import { generateWorld } from './generate.js';

const [, , worlds = '200', firstSeed = '1'] = process.argv;
const seeds = Array.from({ length: Number(worlds) }, (_, at) => at + Number(firstSeed));
const tallies = seeds.map((seed) => tallyOf(generateWorld(seed)));
const total = (of: (tally: (typeof tallies)[number]) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0);

const decisions = total((tally) => tally.decisions);
const allowed = total((tally) => tally.allowed);
console.log(`${worlds} worlds, ${decisions} decisions, ${((100 * allowed) / decisions).toFixed(1)} % allowed`);
for (const rule of rules) {
  const yes = total((tally) => tally.allowedBy[rule]);
  const no = total((tally) => tally.deniedBy[rule]);
  console.log(`${rule.padEnd(10)} allowed ${String(yes).padStart(9)} denied ${String(no).padStart(9)}`);
}
