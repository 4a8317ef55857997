import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../frameworks/calendar/local-date.js';
import { AREA_TYPES, areaByCode, areas, areasOn, REGIONS, successorsOn } from './areas.js';

const count = <T extends string>(keys: readonly T[], of: readonly T[]) =>
  keys.map((key) => of.filter((one) => one === key).length);

it.each<[day: LocalDate, number: number]>([
  ['2012-06-01', 152],
  ['2019-03-31', 152],
  ['2019-04-01', 151],
  ['2021-03-31', 151],
  ['2021-04-01', 152],
  ['2023-03-31', 152],
  ['2023-04-01', 153],
  ['2025-04-01', 153],
])('on %s there were %d areas', (day, number) => {
  expect(areasOn(day)).toHaveLength(number);
});

it('has today 21 counties, 62 unitaries and Scilly, 36 metropolitan districts, 32 boroughs and the City', () => {
  const types = areasOn('2025-06-01').map(({ type }) => type);
  expect(count(AREA_TYPES, types)).toEqual([21, 62, 36, 32, 1, 1]);
});

it('has every region, each with the number of areas that it has today', () => {
  const regions = areasOn('2025-06-01').map(({ region }) => region);
  expect(count(REGIONS, regions)).toEqual([12, 24, 15, 10, 14, 11, 33, 19, 15]);
});

it('has each code once, of a form that fits its type', () => {
  const prefix = {
    COUNTY: 'E10',
    UNITARY: 'E06',
    METROPOLITAN_DISTRICT: 'E08',
    LONDON_BOROUGH: 'E09',
    CITY_OF_LONDON: 'E09',
    ISLES_OF_SCILLY: 'E06',
  };
  expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  expect(areas.filter(({ code, type }) => !/^E\d{8}$/.test(code) || !code.startsWith(prefix[type]))).toEqual([]);
});

it('has no two areas of one name on the same day', () => {
  for (const day of ['2012-06-01', '2019-04-01', '2020-04-01', '2023-04-01', '2025-06-01'] as const) {
    const names = areasOn(day).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

describe('an area that ended', () => {
  const ended = areas.flatMap((area) => (area.end === null ? [] : [{ area, end: area.end }]));

  it.each(ended.map(({ area, end }) => [area.name, area, end] as const))(
    '%s is replaced by areas of its region that began by the day on which it ended',
    (_, area, end) => {
      expect(end.replacedBy.length).toBeGreaterThan(0);
      for (const code of end.replacedBy) {
        const successor = areaByCode(code);
        expect(successor?.region).toBe(area.region);
        expect(successor?.since).toBe(end.on);
      }
    },
  );

  it('keeps its name where only its code changed', () => {
    const renamed = ended.flatMap(({ area, end }) =>
      end.why === 'RECODED' && end.replacedBy.map((code) => areaByCode(code)?.name).join() !== area.name ? [area] : [],
    );
    expect(renamed).toEqual([]);
  });

  it('leaves no area that began without one that it replaced', () => {
    const successors = new Set(ended.flatMap(({ end }) => end.replacedBy));
    expect(areas.filter(({ code, since }) => since !== null && !successors.has(code))).toEqual([]);
  });
});

describe('the successors', () => {
  const names = (code: string, day: LocalDate) => successorsOn(code, day).map(({ name }) => name);

  it('of an area that stands are the area itself', () => {
    expect(names('E10000006', '2023-03-31')).toEqual(['Cumbria']);
    expect(names('E10000020', '2025-06-01')).toEqual(['Norfolk']);
  });

  it('of a divided county are both its parts', () => {
    expect(names('E10000006', '2023-04-01')).toEqual(['Cumberland', 'Westmorland and Furness']);
    expect(names('E10000021', '2021-04-01')).toEqual(['North Northamptonshire', 'West Northamptonshire']);
  });

  it('of a county that became a unitary carry its name', () => {
    expect(successorsOn('E10000027', '2023-04-01').map(({ code }) => code)).toEqual(['E06000066']);
    expect(successorsOn('E10000002', '2020-04-01').map(({ code }) => code)).toEqual(['E06000060']);
  });

  it('are none for an unknown code, or before the area began', () => {
    expect(names('E07000001', '2025-06-01')).toEqual([]);
    expect(names('E06000063', '2023-03-31')).toEqual([]);
  });
});
