import { Dice } from './dice.js';
import type { Planned } from './programme.js';
import { Book } from './sheet.js';
import { issuerOf, type World } from './world.js';

const CONFLICTED = 0.02;

export interface CaseKey {
  readonly id: string;
  readonly inspection_id: string;
  readonly code: string;
}

/** Organisations, their sign-in, their people and the posts of these. */
export function organisations(world: World, seed: number): Book {
  const dice = new Dice(seed, 'organisations');
  const book = new Book();
  const agencies = [...world.agencies.values()].flat();
  for (const agency of agencies) {
    book.sheet('organisation', 'id code kind name').add(agency.id, agency.code, agency.kind, agency.name);
    if (agency.areaCode !== null)
      book.sheet('organisation_area', 'organisation_id area_code').add(agency.id, agency.areaCode);
  }
  for (const organisation of [...world.inspectorates.values(), ...agencies]) {
    const issuer = issuerOf(organisation.code);
    book.sheet('identity_provider', 'issuer organisation_id').add(issuer, organisation.id);
    for (const user of organisation.users) {
      book
        .sheet('app_user', 'id issuer subject organisation_id name')
        .add(user.id, issuer, user.subject, organisation.id, `${user.subject} (invented)`);
      if (user.post !== null)
        book
          .sheet('organisation_role', 'id user_id organisation_id role')
          .add(dice.uuid(), user.id, organisation.id, user.post);
    }
  }
  return book;
}

/** Conflicts of interest of some people with an agency or, fewer, a case of an inspection that they are on. */
export function conflicts(seed: number, planned: readonly Planned[], cases: readonly CaseKey[]): Book {
  const dice = new Dice(seed, 'conflicts');
  const book = new Book();
  const known = new Set<string>();
  const casesOf = new Map<string, CaseKey[]>();
  for (const each of cases) casesOf.set(each.inspection_id, [...(casesOf.get(each.inspection_id) ?? []), each]);
  for (const inspection of planned)
    for (const { user, organisation } of inspection.seats) {
      if (organisation.inspectorate === null || known.has(user.id)) continue;
      known.add(user.id);
      if (!dice.happens(CONFLICTED)) continue;
      const child = dice.happens(0.2) ? dice.pick(casesOf.get(inspection.id) ?? []) : null;
      book
        .sheet(
          'conflict_of_interest',
          'id user_id organisation_id case_id case_code inspectorate reason declared_by declared_at',
        )
        .add(
          ...[
            dice.uuid(),
            user.id,
            child === null ? dice.pick(inspection.agencies).id : null,
            child?.id ?? null,
            child?.code ?? null,
          ],
          ...[organisation.inspectorate, 'Worked there until last year', user.id, inspection.fieldworkFrom],
        );
    }
  return book;
}
