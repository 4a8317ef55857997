// `npm run bench`: reads and writes measured against what somebody would take instead; see bench/bench-options.ts for what it takes.
import { runProgram } from './bench-program.mjs';

await runProgram('bench/bench.ts');
