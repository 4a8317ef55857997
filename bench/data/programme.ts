import { of } from './codes.js';
import { Dice } from './dice.js';
import type { Sizes } from './sizes.js';
import { inspectedAreas, type Organisation, type User, type World } from './world.js';
import { after } from './moments.js';

export interface Seat {
  readonly id: string;
  readonly user: User;
  readonly role: string;
  readonly organisation: Organisation;
}

export interface Planned {
  readonly at: number;
  readonly id: string;
  readonly areaCode: string;
  readonly stage: (typeof STAGES)[number];
  readonly leading: string;
  /** Inspectorates that take part. */
  readonly taking: readonly string[];
  readonly fieldworkFrom: string;
  readonly agencies: readonly Organisation[];
  /** Of the inspectorates' teams and the agencies. */
  readonly seats: readonly Seat[];
  readonly planner: User;
  readonly hasNarrative: boolean;
}

/** A turn of twenty inspections; the first five are the whole of the smallest size that is compared. */
const STAGES = [
  ...(['FIELDWORK', 'DRAFTING', 'FIELDWORK', 'CLOSED', 'PUBLISHED'] as const),
  ...(['FIELDWORK', 'DRAFTING', 'PREPARING', 'CLOSED', 'FIELDWORK'] as const),
  ...(['FIELDWORK', 'ACCURACY_CHECK', 'CLOSED', 'FOLLOW_UP', 'FIELDWORK'] as const),
  ...(['SIGNING', 'FIELDWORK', 'CLOSED', 'DRAFTING', 'FIELDWORK'] as const),
] as const;
export const HAS_TEXT: readonly string[] = [
  'DRAFTING',
  'ACCURACY_CHECK',
  'SIGNING',
  'PUBLISHED',
  'FOLLOW_UP',
  'CLOSED',
];
const TEAM = ['INSPECTORATE_LEAD', 'INSPECTOR', 'INSPECTOR'] as const;
const FOURTH = ['ANALYST', 'ANALYST', 'QUALITY_ASSURER'] as const;
/** On how many inspections people are: one to ten, as parts of a hundred. */
const LOADS = [15, 18, 15, 14, 12, 8, 6, 5, 3, 4].map((weight, at) => [at + 1, weight] as const);

/** All inspections, with who is on them. */
export function programme(sizes: Sizes, seed: number, world: World): Planned[] {
  const dice = new Dice(seed, 'programme');
  const staff = new Map(
    [...world.inspectorates.keys()].map((code) => [code, new Rota(dice, of(world.inspectorates, code).users)]),
  );
  const areas = inspectedAreas(sizes);
  let narratives = 0;
  return Array.from({ length: sizes.inspections }, (_, at) => {
    const leading = dice.happens(0.7) ? 'OFSTED' : dice.pick([...staff.keys()]);
    const others = [...staff.keys()].filter((code) => code !== leading);
    const taking = [leading, ...dice.some(others, dice.whole(3, 5))];
    const areaCode = areas[at % areas.length] ?? '';
    const agencies = of(world.agencies, areaCode);
    const stage = STAGES[at % STAGES.length] ?? 'FIELDWORK';
    const hasNarrative = HAS_TEXT.includes(stage) && narratives < sizes.narratives;
    if (hasNarrative) narratives += 1;
    const seatOf = (organisation: Organisation, role: string, user: User): Seat => ({
      id: dice.uuid(),
      user,
      role,
      organisation,
    });
    const seats = taking.flatMap((code) => {
      const roles = [...(code === leading ? ['LEAD'] : []), ...TEAM, dice.pick(FOURTH)];
      const people = of(staff, code).next(roles.length);
      return people.map((user, place) => seatOf(of(world.inspectorates, code), roles[place] ?? 'INSPECTOR', user));
    });
    seats.push(...agencies.map((agency) => seatOf(agency, 'COORDINATOR', dice.pick(agency.users))));
    return {
      at,
      id: dice.uuid(),
      areaCode,
      stage,
      leading,
      taking,
      agencies,
      seats,
      hasNarrative,
      fieldworkFrom: after('2024-01-08T00:00:00.000Z', dice.whole(0, 120)),
      planner: dice.pick(of(world.inspectorates, leading).users.filter(({ post }) => post === 'PLANNER')),
    };
  });
}

/** Deals people to inspections by how many each can take; with too few people, each takes one more. */
class Rota {
  private deck: User[] = [];
  private readonly people: readonly User[];

  constructor(
    private readonly dice: Dice,
    users: readonly User[],
  ) {
    this.people = users.filter(({ post }) => post === null);
  }

  next(count: number): User[] {
    const chosen = new Set<User>();
    while (chosen.size < Math.min(count, this.people.length)) {
      if (this.deck.every((user) => chosen.has(user))) this.deck.push(...this.dealt());
      const at = this.deck.findIndex((user) => !chosen.has(user));
      chosen.add(...(this.deck.splice(at, 1) as [User]));
    }
    return [...chosen];
  }

  private dealt(): User[] {
    return this.dice.shuffled(
      this.people.flatMap((user) => Array.from({ length: this.dice.weighted(LOADS) }, () => user)),
    );
  }
}
