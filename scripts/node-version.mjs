// NestJS 12 is published as ES modules only, which older versions cannot load from everywhere that it must.
const OLDEST = [20, 19];

export function requireNode() {
  const found = process.versions.node.split('.').map(Number);
  if (found[0] < OLDEST[0] || (found[0] === OLDEST[0] && found[1] < OLDEST[1])) {
    console.error(
      'Node.js ' +
        OLDEST.join('.') +
        ' or later is needed; this is ' +
        process.versions.node +
        '. Install a newer one from https://nodejs.org, then start again.',
    );
    process.exit(1);
  }
}
