// `npm start`: makes a fresh clone ready and runs the platform in this very process, so that signals, exit codes
// and a kill reach it directly. Plain JavaScript without dependencies, and old enough in its syntax for an old
// Node.js to get as far as the message about its age.
import { requireNode } from './node-version.mjs';

requireNode();
import('./run-platform.mjs');
