// Compares the API with the one that clients were told of last (schema/released.graphql): what would break a client is
// refused, unless schema/breaking.txt names it with a reason. `npm run schema:release` tells clients of the present one.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { root } from './prepare.mjs';

process.chdir(root);
const [released, present] = ['schema/released.graphql', 'schema/schema.graphql'];
if (process.argv.includes('--release')) {
  copyFileSync(present, released);
} else {
  const accepted = existsSync('schema/breaking.txt') ? readFileSync('schema/breaking.txt', 'utf8') : '';
  const read = (file) => buildSchema(readFileSync(file, 'utf8'));
  const changes = await diff(read(released), read(present));
  const breaking = changes.filter(
    ({ criticality, path }) =>
      criticality.level === CriticalityLevel.Breaking &&
      !accepted.split('\n').some((line) => line.startsWith(`${path}: `)),
  );
  if (breaking.length > 0) {
    console.error(breaking.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    console.error(
      'These would break a client. Keep what was there, or name each path with a reason in schema/breaking.txt.',
    );
    process.exitCode = 1;
  }
}
