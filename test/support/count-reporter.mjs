import { writeFileSync } from 'node:fs';

/** Leaves the counts for the closing line of `npm test`. A file of tests that did not even load counts as one failed. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.JIP_TEST_COUNTS;
    if (file === undefined) {
      return;
    }
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
