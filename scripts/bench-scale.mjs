// `npm run scale`: measures the hot reads at 10,000 and 1,000,000 items (see `npm run bench:data`); writes
// docs/results/scale.json, and fails where a page takes more than half as long again.
import { runProgram } from './bench-program.mjs';

await runProgram('bench/scale.ts');
