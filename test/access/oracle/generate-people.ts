/** The organisations of a world, its users and their posts. */
import type { Draft } from './generate-draft.js';
import type { Chance } from './generate-random.js';
import type { Id, Inspectorate } from './world-base.js';
import type { Organisation, OrganisationRole, Post } from './world-people.js';

export interface People {
  readonly inspectorates: ReadonlyMap<Inspectorate, Id>;
  /** Agencies that are inspected. */
  readonly agencies: readonly Id[];
  /** Predecessors, a successor with another predecessor of its own, and a stranger. */
  readonly otherAgencies: readonly Id[];
}

const usersOf = { mostly: 8, often: 8, sometimes: 6, seldom: 1 };

export function makePeople(draft: Draft, chance: Chance, chosen: readonly Inspectorate[]): People {
  const inspectorates = new Map<Inspectorate, Id>();
  const sizes = [usersOf.mostly, usersOf.often, usersOf.sometimes, usersOf.seldom];
  for (const [at, inspectorate] of chosen.entries()) {
    const id = addOrganisation(draft, chance, { code: inspectorate, kind: 'INSPECTORATE', inspectorate });
    inspectorates.set(inspectorate, id);
    addUsers(draft, chance, id, inspectorate, sizes[at] ?? usersOf.seldom);
  }
  return { inspectorates, ...addAgencies(draft, chance) };
}

/** A line of three, old < council > new, where the new one had another predecessor as well; and three by themselves. */
function addAgencies(draft: Draft, chance: Chance): Pick<People, 'agencies' | 'otherAgencies'> {
  const kind = 'LOCAL_AUTHORITY';
  const unitary = addOrganisation(draft, chance, { code: 'UNITARY', kind });
  const council = addOrganisation(draft, chance, { code: 'COUNCIL', kind, replacedBy: unitary });
  const borough = addOrganisation(draft, chance, { code: 'BOROUGH', kind, replacedBy: council });
  const district = addOrganisation(draft, chance, { code: 'DISTRICT', kind, replacedBy: unitary });
  const police = addOrganisation(draft, chance, { code: 'POLICE', kind: 'POLICE_FORCE' });
  const trust = addOrganisation(draft, chance, { code: 'TRUST', kind: 'NHS_PROVIDER' });
  const stranger = addOrganisation(draft, chance, { code: 'STRANGER', kind: 'NHS_PROVIDER' });
  for (const [id, code, count] of [
    [council, 'COUNCIL', 4],
    [police, 'POLICE', 3],
    [trust, 'TRUST', 2],
    [stranger, 'STRANGER', 1],
  ] as const) {
    addUsers(draft, chance, id, code, count);
  }
  return { agencies: [council, police, trust], otherAgencies: [unitary, borough, district, stranger] };
}

function addOrganisation(
  draft: Draft,
  chance: Chance,
  given: Pick<Organisation, 'code' | 'kind'> & Partial<Pick<Organisation, 'inspectorate' | 'replacedBy'>>,
): Id {
  const id = chance.uuid();
  draft.organisations.push({ id, name: given.code.toLowerCase(), inspectorate: null, replacedBy: null, ...given });
  return id;
}

function addUsers(draft: Draft, chance: Chance, organisationId: Id, code: string, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const suspendedAt = chance.happens(0.03) ? Date.UTC(2025, 0, 1) : null;
    draft.users.push({ id: chance.uuid(), organisationId, name: `${code.toLowerCase()}-${number}`, suspendedAt });
  }
}

/** Posts are given to the last users of an organisation, who are assigned less often than the first. */
export function makePosts(draft: Draft, chance: Chance): void {
  for (const organisation of draft.organisations) {
    const users = draft.users.filter((user) => user.organisationId === organisation.id).reverse();
    const posts: readonly Post[] =
      organisation.inspectorate === null
        ? ['SAFEGUARDING_CONTACT', 'ADMINISTRATOR']
        : ['RECORD_KEEPER', 'PLANNER', 'AUDITOR', 'ADMINISTRATOR', 'RECORD_KEEPER'];
    for (const [at, role] of posts.entries()) {
      const user = users[at % Math.max(users.length, 1)];
      if (user !== undefined) addPost(draft, chance, { userId: user.id, organisationId: organisation.id, role });
    }
  }
}

function addPost(
  draft: Draft,
  chance: Chance,
  post: Pick<OrganisationRole, 'userId' | 'organisationId' | 'role'>,
): void {
  if (draft.organisationRoles.some((one) => one.userId === post.userId && one.role === post.role)) return;
  const endedAt = chance.happens(0.1) ? Date.UTC(2025, 0, 1) : null;
  draft.organisationRoles.push({ id: chance.uuid(), ...post, endedAt });
}
