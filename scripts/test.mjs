// `npm test`: makes the clone ready, runs Jest with the arguments given (`npm test -- --selectProjects rules`), and
// ends with one plain line of counts. What was started for the tests is stopped however the run ends.
import { requireNode } from './node-version.mjs';

requireNode();
import('./run-tests.mjs');
