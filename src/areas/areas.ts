/**
 * The areas that are inspected: upper-tier local authorities of England, those with duties for children's services
 * (Children Act 2004 s.65). Source: the names and codes register of the Office for National Statistics.
 */
import type { LocalDate } from '../frameworks/calendar/local-date.js';
import { areaData } from './areas-data.js';

/** The nine regions of England. */
export const REGIONS = [
  'North East',
  'North West',
  'Yorkshire and the Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
] as const;
export type Region = (typeof REGIONS)[number];

export const AREA_TYPES = [
  'COUNTY',
  'UNITARY',
  'METROPOLITAN_DISTRICT',
  'LONDON_BOROUGH',
  'CITY_OF_LONDON',
  'ISLES_OF_SCILLY',
] as const;
export type AreaType = (typeof AREA_TYPES)[number];

export interface Area {
  /** Nine characters: E06 unitary, E08 metropolitan district, E09 London, E10 county. */
  readonly code: string;
  readonly name: string;
  readonly region: Region;
  readonly type: AreaType;
  /** First day of the code; null where it is older than 2011. */
  readonly since: LocalDate | null;
  readonly end: AreaEnd | null;
}

export interface AreaEnd {
  /** First day on which the code is no longer valid. */
  readonly on: LocalDate;
  /**
   * `ABOLISHED`: the authority is gone, its duties passed to those that replace it. `RECODED`: the authority goes
   * on under another code, its boundary or its tier having changed.
   */
  readonly why: 'ABOLISHED' | 'RECODED';
  /** Codes; two where the area was divided. */
  readonly replacedBy: readonly string[];
}

/** All areas since 2011, in order of codes. */
export const areas: readonly Area[] = areaData;

const byCode = new Map(areas.map((area) => [area.code, area]));

/** Undefined where no upper-tier authority of England has or had the code. */
export function areaByCode(code: string): Area | undefined {
  return byCode.get(code);
}

/** Areas whose code is valid on that day: [since, end). */
export function areasOn(day: LocalDate): readonly Area[] {
  return areas.filter(({ since, end }) => (since === null || since <= day) && (end === null || day < end.on));
}

/**
 * The areas that stand on that day where this one stood: the area itself while its code is valid, else those that
 * replaced it, at any distance. Empty for an unknown code and for a day before the area began.
 */
export function successorsOn(code: string, day: LocalDate): readonly Area[] {
  const area = byCode.get(code);
  if (area === undefined || (area.since !== null && day < area.since)) return [];
  if (area.end === null || day < area.end.on) return [area];
  return area.end.replacedBy.flatMap((successor) => successorsOn(successor, day));
}
