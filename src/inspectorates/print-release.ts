import { inspectorates } from './index.js';
import { releaseTable } from './release-table.js';

/** `node dist/inspectorates/print-release.js > schema/release.txt` after a build. */
process.stdout.write(releaseTable(inspectorates));
