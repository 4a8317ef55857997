import { Inject, Injectable, Optional } from '@nestjs/common';
import type { LocalDate } from './calendar/local-date.js';
import type { Framework } from './framework.js';
import { loadFrameworks } from './framework-loader.js';
import { frameworkVersions } from './versions/framework-versions.js';

/** Provide a list of framework data under this token to replace the versions that the platform ships. */
export const FRAMEWORK_DATA = Symbol('FRAMEWORK_DATA');

/** The frameworks that inspections can be pinned to. The platform does not start while one of them is faulty. */
@Injectable()
export class FrameworkRegistry {
  /** By code, then version. */
  readonly all: readonly Framework[];

  constructor(@Optional() @Inject(FRAMEWORK_DATA) data: readonly unknown[] = frameworkVersions) {
    this.all = [...loadFrameworks(data)].sort(
      (a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)) || a.version - b.version,
    );
  }

  /** The version to which an inspection is pinned, whether or not it is still valid; undefined where there is none. */
  get(code: string, version: number): Framework | undefined {
    return this.all.find((framework) => framework.code === code && framework.version === version);
  }

  /** The version to pin an inspection to that is notified on that day; undefined where none is valid. */
  latestFor(code: string, day: LocalDate): Framework | undefined {
    return this.validOn(day).find((framework) => framework.code === code);
  }

  /** What a planner can choose from for an inspection notified on that day. */
  validOn(day: LocalDate): readonly Framework[] {
    return this.all.filter(
      ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil),
    );
  }
}
