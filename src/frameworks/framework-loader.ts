/** From data to frameworks that can be trusted: nothing half right is ever inspected by. */
import type { Problem } from '../inspectorates/inspectorate.js';
import type { Framework } from './framework.js';
import { frameworkProblems } from './framework-rules.js';
import { frameworkSchema } from './framework-schema.js';
import { read } from './shape.js';

/** Names the framework, each path and what to do; thrown when the platform starts, so it stops there. */
export class FrameworkDataError extends Error {
  override readonly name = 'FrameworkDataError';

  constructor(
    readonly framework: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        `The data of framework ${framework} cannot be used:`,
        ...problems.map(({ at, message }) => `  ${at === '' ? 'the file' : at}: ${message}`),
      ].join('\n'),
    );
  }
}

/** @throws FrameworkDataError with everything that is wrong, shape first. */
export function loadFramework(data: unknown): Framework {
  const { value, problems } = read(frameworkSchema, data);
  const found = problems.length > 0 ? problems : frameworkProblems(value);
  if (found.length > 0) throw new FrameworkDataError(nameOf(data), found);
  return freeze(value);
}

/** @throws FrameworkDataError also where a version stands twice, or two versions of a framework are valid on one day. */
export function loadFrameworks(data: readonly unknown[]): readonly Framework[] {
  const frameworks = data.map(loadFramework);
  for (const framework of frameworks) {
    const others = frameworks.filter((other) => other !== framework && other.code === framework.code);
    const problems = others.flatMap((other) => againstOther(framework, other));
    if (problems.length > 0) throw new FrameworkDataError(nameOf(framework), problems);
  }
  return frameworks;
}

function againstOther(one: Framework, other: Framework): readonly Problem[] {
  if (one.version === other.version) {
    return [{ at: 'version', code: 'VERSION_TWICE', message: 'Another file has this version. Number it anew.' }];
  }
  const oneEndsFirst = one.validUntil !== null && one.validUntil <= other.validFrom;
  const otherEndsFirst = other.validUntil !== null && other.validUntil <= one.validFrom;
  if (oneEndsFirst || otherEndsFirst) return [];
  const message = `Version ${other.version} is valid on some of the same days. Let the earlier end where the later begins.`;
  return [{ at: 'validUntil', code: 'VALIDITY', message }];
}

function nameOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '(without a code)';
  const code = 'code' in data && typeof data.code === 'string' ? data.code : '(without a code)';
  return 'version' in data ? `${code}, version ${String(data.version)}` : code;
}

/** Frameworks are shared by all requests. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
