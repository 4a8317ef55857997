// `npm run bench:data -- [--items N] [--seed S] [--database NAME]`: a database of a given size in var/bench, kept for
// measuring (`npm run scale`).
import { runProgram } from './bench-program.mjs';

await runProgram('bench/load-data.ts');
