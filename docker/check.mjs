// Checks the Dockerfile and compose.yml without a container engine, which proves less than building them:
// the Dockerfile's instructions are carried out as a script, each stage in a clean folder, on this machine's Node.js;
// what comes out is started on a PostgreSQL that create-roles.sql has set up, asked for its health, and stopped;
// compose.yml is checked against the schema of the Compose Specification and for what the schema cannot say.
// From the project's folder: node docker/check.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from '../scripts/prepare.mjs';
import { checkCompose } from './check/compose.mjs';
import { carryOut } from './check/dockerfile.mjs';
import { checkOptionalPackages } from './check/packages.mjs';
import { runImage } from './check/run-image.mjs';

process.chdir(root);
await prepare();
const folder = mkdtempSync(path.join(tmpdir(), 'jip-docker-'));
await chmod(folder, 0o711);
try {
  const problems = [...checkCompose('docker/compose.yml'), ...checkOptionalPackages()];
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => `- ${problem}`).join('\n'));
  }
  console.log('compose.yml: valid by the schema of the Compose Specification, and consistent');
  const image = carryOut('docker/Dockerfile', folder);
  console.log('Dockerfile: every instruction carried out as a script (no engine, no image)');
  await runImage(image, folder);
  console.log('What was made: started, healthy, stopped by SIGTERM');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
