// The platform has one clock (src/platform/clock.ts, and app.now in the database), so that tests and rehearsals can
// set the time. ESLint refuses the system's clock in TypeScript; here it is looked for in SQL, wherever that stands.
// `node scripts/check-clock.mjs [FOLDER]`
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.argv[2] ?? 'src');
const ALLOWED = ['platform/clock.ts'];
const READ = /\.(ts|sql|njk|mjs|js)$/;

/** What stands after a dot belongs to something else: `clock.now()`, `performance.now()`. */
const SYSTEM_CLOCK = [
  /(?<![.\w])now\s*\(\s*\)/i,
  /\bpg_catalog\.now\s*\(/i,
  /\b(clock|statement|transaction)_timestamp\b/i,
  /\bcurrent_(timestamp|date|time)\b(?!_setting)/i,
  /\b(localtime|LOCALTIME)(stamp|STAMP)?\b/,
  /\btimeofday\s*\(/i,
  /'(now|today|tomorrow|yesterday)'\s*::/i,
  /\bDate\.now\s*\(/,
  /\bnew\s+Date\s*(\(\s*\)|(?=[;,)]))/,
];

const findings = readdirSync(folder, { recursive: true })
  .filter((name) => READ.test(name) && !ALLOWED.includes(name.split(path.sep).join('/')))
  .flatMap((name) => {
    const text = withoutComments(readFileSync(path.join(folder, name), 'utf8'));
    return text
      .split('\n')
      .flatMap((line, index) =>
        SYSTEM_CLOCK.some((pattern) => pattern.test(line)) ? [`${name}:${index + 1}: ${line.trim()}`] : [],
      );
  });

if (findings.length > 0) {
  console.error(
    `${findings.join('\n')}\nTake the time from the Clock, or from app.now in SQL: tests and rehearsals set it.`,
  );
  process.exitCode = 1;
}

/** Comments may speak of the time. Line breaks stay, for the numbers; `https://` is no comment. */
function withoutComments(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)(\/\/|--).*$/gm, '$1');
}
