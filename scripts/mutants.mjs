// `npm run mutants [-- --share K/N --seed S --only PATTERN --lanes L --at-least P --out FILE]`: breaks the access rules in one small
// way after the other, in databases of its own, and ends with 1 where nobody noticed.
import { runProgram } from './bench-program.mjs';

await runProgram('test/access/mutants/run.ts');
