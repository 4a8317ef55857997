/**
 * A world by hand, to ask of it sentence by sentence. One inspection in fieldwork, led by Ofsted with CQC; the people are
 * called by what they are.
 */
import type { Degree } from './answer.js';
import { day, emptyDraft, hour, type Draft } from './generate-draft.js';
import { Chance } from './generate-random.js';
import { mayDo, type OperationName, type Outcome } from './may-do.js';
import type { About } from './may-do-parts.js';
import type { ObjectRef } from './objects.js';
import { sight } from './rules.js';
import { people, posts, type Person } from './world-builder-people.js';
import type { Id, Inspectorate, Instant } from './world-base.js';
import type { Assignment, Inspection, Post, User } from './world-people.js';

/** The instant at which is asked unless a sentence says another. */
export const now: Instant = Date.UTC(2027, 2, 1, 12);
export { day, hour };

export const agencyCodes = ['COUNCIL', 'BOROUGH', 'UNITARY', 'DISTRICT', 'POLICE', 'TRUST'] as const;
export type AgencyCode = (typeof agencyCodes)[number];

export class WorldBuilder {
  readonly draft: Draft = emptyDraft(0);
  readonly inspectionId: Id;
  private readonly chance = new Chance(7);

  /** `inspection` says in what the inspection differs from one in fieldwork. */
  constructor(inspection: Partial<Inspection> = {}) {
    this.inspectionId = this.id();
    for (const inspectorate of ['OFSTED', 'CQC', 'HMICFRS'] as const) {
      this.draft.organisations.push({
        id: this.id(),
        code: inspectorate,
        kind: 'INSPECTORATE',
        inspectorate,
        name: inspectorate,
        replacedBy: null,
      });
    }
    for (const code of agencyCodes) {
      this.draft.organisations.push({
        id: this.id(),
        code,
        kind: 'LOCAL_AUTHORITY',
        inspectorate: null,
        name: code,
        replacedBy: null,
      });
    }
    this.replace('BOROUGH', 'COUNCIL');
    this.replace('COUNCIL', 'UNITARY');
    this.replace('DISTRICT', 'UNITARY');
    for (const [name, [code]] of Object.entries(people)) this.addUser(name, code);
    this.draft.inspections.push({
      id: this.inspectionId,
      title: 'Inspection',
      leadingInspectorate: 'OFSTED',
      stage: 'FIELDWORK',
      notifiedAt: now - 50 * day,
      publishedAt: null,
      revealedAt: null,
      pausedAt: null,
      closedAt: null,
      readableUntil: null,
      createdBy: this.user('planner').id,
      createdAt: now - 90 * day,
      ...inspection,
    });
    this.takesPart('OFSTED', now - 90 * day);
    this.takesPart('CQC', now - 89 * day);
    for (const code of ['COUNCIL', 'POLICE'] as const) {
      const principalAuthority = code === 'COUNCIL';
      const row = { inspectionId: this.inspectionId, organisationId: this.organisation(code), principalAuthority };
      this.draft.inspectionAgencies.push(row);
    }
    for (const [name, [, role]] of Object.entries(people)) if (role !== null) this.assign(name as Person, { role });
    for (const [name, post] of posts) this.post(name, post);
  }

  id(): Id {
    return this.chance.uuid();
  }

  sees(name: Person, object: ObjectRef, at: Instant = now): Degree {
    return sight({ ...this.draft }, this.user(name), object, at).sight;
  }

  may(name: Person, operation: OperationName, object: ObjectRef, about: About = {}, at: Instant = now): Outcome {
    return mayDo({ ...this.draft }, this.user(name), operation, object, at, about);
  }

  user(name: Person): User {
    const user = this.draft.users.find((one) => one.name === name);
    if (user === undefined) throw new Error(`Nobody is called ${name}`);
    return user;
  }

  organisation(code: string): Id {
    const found = this.draft.organisations.find((one) => one.code === code);
    if (found === undefined) throw new Error(`No organisation is called ${code}`);
    return found.id;
  }

  /** The first assignment of somebody. */
  assignmentOf(name: Person): Assignment {
    const found = this.draft.assignments.find((one) => one.userId === this.user(name).id);
    if (found === undefined) throw new Error(`${name} is not assigned`);
    return found;
  }

  assign(name: Person, given: Pick<Assignment, 'role'> & Partial<Assignment>): Id {
    const { id: userId, organisationId } = this.user(name);
    const { inspectorate = null } = this.draft.organisations.find((one) => one.id === organisationId) ?? {};
    const id = this.id();
    this.draft.assignments.push({
      id,
      inspectionId: this.inspectionId,
      userId,
      organisationId,
      inspectorate,
      startsAt: now - 80 * day,
      endsAt: null,
      assignedBy: this.user('administrator').id,
      endedAt: null,
      ...given,
    });
    return id;
  }

  /** Says in what the first assignment of somebody differs. */
  changeAssignment(name: Person, change: Partial<Assignment>): this {
    const own = this.assignmentOf(name);
    this.draft.assignments = this.draft.assignments.map((one) => (one === own ? { ...one, ...change } : one));
    return this;
  }

  suspend(name: Person): this {
    const user = this.user(name);
    this.draft.users = this.draft.users.map((one) => (one === user ? { ...one, suspendedAt: now - day } : one));
    return this;
  }

  post(name: Person, role: Post, endedAt: Instant | null = null): this {
    const { id: userId, organisationId } = this.user(name);
    this.draft.organisationRoles.push({ id: this.id(), userId, organisationId, role, endedAt });
    return this;
  }

  takesPart(inspectorate: Inspectorate, acceptedAt: Instant | null): this {
    const invitedAt = now - 90 * day;
    const row = { inspectionId: this.inspectionId, inspectorate, gateway: 'CA_2004_S20', invitedAt, acceptedAt };
    this.draft.takingPart.push(row);
    return this;
  }

  /** With an agency by its code, or with a case by its id. */
  conflict(name: Person, withWhom: AgencyCode | { readonly caseId: Id }, lifted = false): Id {
    const user = this.user(name);
    const own = this.draft.organisations.find((one) => one.id === user.organisationId);
    const id = this.id();
    this.draft.conflicts.push({
      id,
      userId: user.id,
      inspectorate: own?.inspectorate ?? 'OFSTED',
      organisationId: typeof withWhom === 'string' ? this.organisation(withWhom) : null,
      caseId: typeof withWhom === 'string' ? null : withWhom.caseId,
      declaredBy: user.id,
      declaredAt: now - 5 * day,
      liftedAt: lifted ? now - day : null,
      liftedBy: lifted ? this.user('planner').id : null,
    });
    return id;
  }

  private replace(code: AgencyCode, by: AgencyCode): void {
    const replacedBy = this.organisation(by);
    this.draft.organisations = this.draft.organisations.map((one) =>
      one.code === code ? { ...one, replacedBy } : one,
    );
  }

  private addUser(name: string, code: string): void {
    this.draft.users.push({ id: this.id(), organisationId: this.organisation(code), name, suspendedAt: null });
  }
}

/** Closed on 1 February at noon in London; the 28 days end at 00:00 on 2 March. */
export const closedWorld = (): WorldBuilder =>
  new WorldBuilder({
    stage: 'CLOSED',
    revealedAt: now - 40 * day,
    publishedAt: now - 35 * day,
    closedAt: now - 28 * day,
    readableUntil: Date.UTC(2027, 2, 2),
  });
