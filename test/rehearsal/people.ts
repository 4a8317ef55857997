import { randomUUID } from 'node:crypto';
import { Person } from './api.js';

export interface Seated {
  readonly person: Person;
  readonly userId: string;
}

/** Invites a user and signs him in. */
export async function invite(
  administrator: Person,
  organisation: string,
  name: string,
  posts: readonly string[] = [],
): Promise<Seated> {
  const subject = randomUUID();
  const { person } = await administrator.do<{ person: { id: string } }>(
    'inviteUser',
    { subject, name, posts },
    'person { id }',
  );
  return { person: await Person.signIn(organisation, subject, administrator.now), userId: person.id };
}

export async function seat(
  by: Person,
  administrator: Person,
  organisation: string,
  inspectionId: string,
  role: string,
): Promise<Seated> {
  const user = await invite(
    administrator,
    organisation,
    `${role.toLowerCase().replaceAll('_', ' ')} of ${organisation}`,
  );
  await by.do('assign', { inspectionId, userId: user.userId, role });
  return user;
}
