import { areas } from '../../src/areas/areas.js';
import { inspectorates } from '../../src/inspectorates/index.js';
import type { AgencyKind } from '../../src/inspectorates/inspectorate.js';
import { Dice } from './dice.js';
import type { Sizes } from './sizes.js';

export interface User {
  readonly id: string;
  readonly subject: string;
  readonly post: 'PLANNER' | 'RECORD_KEEPER' | null;
}

/** An inspectorate or an agency, with its people. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly inspectorate: string | null;
  readonly areaCode: string | null;
  readonly users: readonly User[];
}

export interface World {
  readonly inspectorates: ReadonlyMap<string, Organisation>;
  /** Of an area: an authority, a force, a health body and a probation region. */
  readonly agencies: ReadonlyMap<string, readonly Organisation[]>;
}

export const AGENCY_KINDS: readonly AgencyKind[] = [
  'LOCAL_AUTHORITY',
  'POLICE_FORCE',
  'HEALTH_COMMISSIONER',
  'PROBATION_REGION',
];
/** Parts of a hundred of the people of inspectorates: Ofsted leads most inspections. */
const STAFF: Readonly<Record<string, number>> = {
  OFSTED: 26,
  CQC: 16,
  HMICFRS: 16,
  HMI_PROBATION: 16,
  HMI_PRISONS: 13,
  HMCPSI: 13,
};
const OF_INSPECTORATES = 0.6;

export const issuerOf = (organisation: string): string => `https://sign-in.bench.example/${organisation.toLowerCase()}`;
export const inspectedAreas = (sizes: Sizes): string[] =>
  areas
    .filter(({ end }) => end === null)
    .slice(0, sizes.inspections)
    .map(({ code }) => code);

/** Organisations and people. The keys of the inspectorates are the database's own. */
export function peopled(sizes: Sizes, seed: number, keys: ReadonlyMap<string, string>): World {
  const dice = new Dice(seed, 'people');
  const staff = Math.round(sizes.users * OF_INSPECTORATES);
  const codes = inspectorates.map(({ code, name }) => ({ code, name }));
  const places = inspectedAreas(sizes);
  const perAgency = Math.max(1, Math.round((sizes.users - staff) / (places.length * AGENCY_KINDS.length)));
  return {
    inspectorates: new Map(
      codes.map(({ code, name }) => {
        const count = Math.max(6, Math.round((staff * (STAFF[code] ?? 10)) / 100));
        const planners = Math.max(1, Math.round(count / 100));
        const users = Array.from({ length: count }, (_, at) =>
          aUser(dice, code, at, at < planners ? 'PLANNER' : at === planners ? 'RECORD_KEEPER' : null),
        );
        return [
          code,
          {
            id: keys.get(code) ?? missing(code),
            code,
            kind: 'INSPECTORATE',
            name,
            inspectorate: code,
            areaCode: null,
            users,
          },
        ];
      }),
    ),
    agencies: new Map(
      places.map((areaCode) => [
        areaCode,
        AGENCY_KINDS.map((kind) => {
          const code = `${kind}_${areaCode}`;
          const users = Array.from({ length: perAgency }, (_, at) => aUser(dice, code, at, null));
          return {
            id: dice.uuid(),
            code,
            kind,
            name: `${kind} of ${areaCode} (invented)`,
            inspectorate: null,
            areaCode,
            users,
          };
        }),
      ]),
    ),
  };
}

const aUser = (dice: Dice, code: string, at: number, post: User['post']): User => ({
  id: dice.uuid(),
  subject: `${code.toLowerCase()}-${at}`,
  post,
});

function missing(code: string): never {
  throw new Error(`the database holds no inspectorate ${code}`);
}
