import { randomUUID } from 'node:crypto';
import { localIssuer } from '../../../src/sign-in/local-issuer.js';
import { change, day, insert, instant, instantOrNull, type Step } from './load-steps.js';
import { inspectorates } from './world-base.js';
import type { Organisation } from './world-people.js';
import type { World } from './world.js';

const AREA = 'E10000020';
const DAYS_OF_FIELDWORK = 5 * 86_400_000;

/** The platform knows every inspectorate, also one of which a world has nobody. */
const absent = (world: World): readonly Omit<Organisation, 'replacedBy'>[] =>
  inspectorates
    .filter((code) => !world.organisations.some(({ inspectorate }) => inspectorate === code))
    .map((code) => ({ id: randomUUID(), code, kind: 'INSPECTORATE', inspectorate: code, name: code }));

export const people: readonly Step[] = [
  insert('organisation', (world) =>
    [...world.organisations, ...absent(world)].map(({ id, code, kind, inspectorate, name }) => ({
      id,
      code,
      kind,
      inspectorate,
      name,
    })),
  ),
  change('organisation', (world) =>
    world.organisations
      .filter((each) => each.replacedBy !== null)
      .map(({ id, replacedBy }) => ({ id, replaced_by: replacedBy })),
  ),
  insert('organisation_area', (world) =>
    world.organisations
      .filter((each) => each.inspectorate === null)
      .map(({ id }) => ({ organisation_id: id, area_code: AREA })),
  ),
  insert('identity_provider', (world) =>
    world.organisations.map(({ id, code }) => ({ issuer: localIssuer(code), organisation_id: id })),
  ),
  insert('app_user', (world) => {
    const codes = new Map(world.organisations.map(({ id, code }) => [id, code]));
    return world.users.map((user) => ({
      id: user.id,
      issuer: localIssuer(codes.get(user.organisationId) ?? ''),
      subject: user.id,
      organisation_id: user.organisationId,
      name: user.name,
      contact: `${user.id}@example.invalid`,
      suspended_at: instantOrNull(user.suspendedAt),
    }));
  }),
  insert('organisation_role', (world) =>
    world.organisationRoles.map((post) => ({
      id: post.id,
      user_id: post.userId,
      organisation_id: post.organisationId,
      role: post.role,
      ended_at: instantOrNull(post.endedAt),
    })),
  ),
];

export const inspections: readonly Step[] = [
  insert('inspection', (world) =>
    world.inspections.map((inspection) => ({
      id: inspection.id,
      framework: 'JTAI_2022',
      framework_version: 1,
      area_code: AREA,
      theme: 'NEGLECT',
      title: inspection.title,
      leading_inspectorate: inspection.leadingInspectorate,
      stage: 'PLANNED',
    })),
  ),
  insert('inspection_conduct', (world) =>
    world.inspections.map((inspection) => ({
      inspection_id: inspection.id,
      fieldwork_from: day(inspection.createdAt),
      fieldwork_to: day(inspection.createdAt + DAYS_OF_FIELDWORK),
      created_by: inspection.createdBy,
      created_at: instant(inspection.createdAt),
    })),
  ),
  insert('inspection_inspectorate', (world) =>
    world.takingPart.map((part) => ({
      inspection_id: part.inspectionId,
      inspectorate: part.inspectorate,
      gateway: part.gateway,
      invited_at: instant(part.invitedAt),
      accepted_at: instantOrNull(part.acceptedAt),
    })),
  ),
  insert('inspection_agency', (world) =>
    world.inspectionAgencies.map((agency) => ({
      inspection_id: agency.inspectionId,
      organisation_id: agency.organisationId,
      principal_authority: agency.principalAuthority,
    })),
  ),
  insert('assignment', (world) =>
    world.assignments.map((seat) => ({
      id: seat.id,
      inspection_id: seat.inspectionId,
      user_id: seat.userId,
      organisation_id: seat.organisationId,
      inspectorate: seat.inspectorate,
      role: seat.role,
      starts_at: instant(seat.startsAt),
      ends_at: instantOrNull(seat.endsAt),
      assigned_by: seat.assignedBy,
      // Those that ended stand so from the beginning: two leads, one after the other, cannot both be active.
      ended_at: instantOrNull(seat.endedAt),
      ended_by: seat.endedAt === null ? null : seat.assignedBy,
    })),
  ),
  change('inspection', (world) =>
    world.inspections
      .filter(({ notifiedAt }) => notifiedAt !== null)
      .map(({ id, notifiedAt }) => ({ id, notified_at: instantOrNull(notifiedAt) })),
  ),
];

/** The reveal, in the middle of what is written: it opens what stands, and what comes after it opens at once. */
export const reveal = change(
  'inspection_conduct',
  (world) =>
    world.inspections
      .filter(({ revealedAt }) => revealedAt !== null)
      .map(({ id, revealedAt }) => ({ inspection_id: id, revealed_at: instantOrNull(revealedAt) })),
  ['inspection_id'],
);

export const ends: readonly Step[] = [
  change('inspection', (world) =>
    world.inspections.map(({ id, stage, publishedAt }) => ({ id, stage, published_at: instantOrNull(publishedAt) })),
  ),
  change(
    'inspection_conduct',
    (world) =>
      world.inspections
        .filter(({ pausedAt }) => pausedAt !== null)
        .map(({ id, pausedAt }) => ({ inspection_id: id, paused_at: instantOrNull(pausedAt) })),
    ['inspection_id'],
  ),
  change(
    'inspection_conduct',
    (world) =>
      world.inspections
        .filter(({ closedAt }) => closedAt !== null)
        .map(({ id, closedAt, readableUntil }) => ({
          inspection_id: id,
          closed_at: instantOrNull(closedAt),
          readable_until: instantOrNull(readableUntil),
        })),
    ['inspection_id'],
  ),
];
