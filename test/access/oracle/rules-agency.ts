/** R7 and what agencies send: requests, submissions, accuracy comments and the replies to them. */
import { claim, unless, type Claim } from './answer.js';
import type { Knowledge } from './knowledge.js';
import {
  agencyKeeps,
  isAgency,
  isAnyAgency,
  isAssurer,
  isLead,
  isLeading,
  isTeam,
  keeperClaims,
  places,
  seenFrom,
  type Asker,
  type Place,
} from './standing.js';
import type { Id, Inspectorate } from './world-base.js';
import type { AgencyRequest } from './world-acts.js';

const isNamed = ({ assignment }: Place, request: AgencyRequest): boolean =>
  assignment.inspectorate !== null && request.inspectorates.includes(assignment.inspectorate);

export function requestClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const request = k.requests.get(key);
  return [
    ...places(k, asker, request.inspectionId).flatMap((place) =>
      isTeam(place) ? requestOfTeam(place, request) : requestOfAgencies(place, request),
    ),
    ...(request.state === 'DRAFT' ? [] : keepersOfNamed(k, asker, request)),
  ];
}

function requestOfTeam(place: Place, request: AgencyRequest): readonly Claim[] {
  if (isNamed(place, request)) {
    return [seenFrom(place, isLeading(place) && request.state !== 'CANCELLED' ? 'write' : 'whole', ['R7'])];
  }
  const issued = unless(request.state === 'ISSUED', 'R7');
  // The lead sees every issued request whole, and may cancel it; the rest of the team knows that it exists.
  return [seenFrom(place, isLead(place) ? 'write' : 'exists', ['R7'], issued)];
}

/** What was never issued was never the agency's; other agencies' coordinators know what is issued. */
function requestOfAgencies(place: Place, request: AgencyRequest): readonly Claim[] {
  if (isAgency(place, request.organisationId)) {
    return [
      seenFrom(place, 'whole', ['R7'], unless(request.state === 'ISSUED', 'R7')),
      seenFrom(place, 'exists', ['R7'], unless(request.issuedAt !== null, 'R7')),
    ];
  }
  if (place.assignment.role !== 'COORDINATOR') return [];
  return [seenFrom(place, 'exists', ['R7'], unless(request.state === 'ISSUED', 'R7'))];
}

/** Whoever sees it whole, and other agencies' coordinators, know when it is due; who knows only that it exists does not. */
export function requestDueClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const request = k.requests.get(key);
  return [
    ...requestClaims(k, asker, key).map((one) =>
      one.degree === 'exists' ? claim('whole', one.by, [...one.denied, 'R7']) : one,
    ),
    ...places(k, asker, request.inspectionId)
      .filter((place) => place.assignment.role === 'COORDINATOR')
      .map((place) => seenFrom(place, 'whole', ['R7'], unless(request.state === 'ISSUED', 'R7'))),
  ];
}

function keepersOfNamed(k: Knowledge, asker: Asker, request: AgencyRequest): readonly Claim[] {
  const inspection = k.inspections.get(request.inspectionId);
  return request.inspectorates.flatMap((named: Inspectorate) => keeperClaims(k, asker, inspection, 'whole', named));
}

/** The agency's, drafts too; once submitted, also the inspectorates' that the request names. */
export function submissionClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const submission = k.submissions.get(key);
  const request = k.requests.get(submission.requestId);
  const inspection = k.inspections.get(submission.inspectionId);
  const sent = unless(submission.state === 'SUBMITTED', 'R7');
  return [
    ...places(k, asker, inspection.id).flatMap((place) => {
      if (isAgency(place, submission.organisationId)) {
        return [seenFrom(place, submission.state === 'DRAFT' ? 'write' : 'whole', ['R7'])];
      }
      if (!isTeam(place)) return [];
      return [seenFrom(place, 'whole', ['R7'], [...sent, ...unless(isNamed(place, request), 'R7')])];
    }),
    ...(submission.state === 'SUBMITTED'
      ? [...keepersOfNamed(k, asker, request), ...agencyKeeps(k, asker, inspection, submission.organisationId)]
      : []),
  ];
}

/** An agency's own, and the team's once it is sent. */
export function commentClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const comment = k.comments.get(key);
  const inspection = k.inspections.get(comment.inspectionId);
  const sent = comment.state === 'SENT';
  return [
    ...places(k, asker, inspection.id).flatMap((place) => {
      if (isTeam(place)) return [seenFrom(place, 'whole', ['R9'], unless(sent, 'R9'))];
      if (!isAnyAgency(place)) return [];
      const degree = !sent && isAgency(place, comment.organisationId) ? 'write' : 'whole';
      const own = unless(place.assignment.organisationId === comment.organisationId, 'R9');
      return [seenFrom(place, degree, ['R9'], own)];
    }),
    ...(sent
      ? [...keeperClaims(k, asker, inspection, 'whole'), ...agencyKeeps(k, asker, inspection, comment.organisationId)]
      : []),
  ];
}

/** The team's from its draft on; the agency's that commented, once it is sent. */
export function replyClaims(k: Knowledge, asker: Asker, key: Id): readonly Claim[] {
  const comment = k.comments.get(key);
  const { reply } = comment;
  const inspection = k.inspections.get(comment.inspectionId);
  const sent = reply?.state === 'SENT';
  const writes = (place: Place): boolean =>
    !sent &&
    !isAssurer(place) &&
    (isLead(place) ||
      (place.assignment.role === 'INSPECTORATE_LEAD' &&
        (place.assignment.inspectorate === inspection.leadingInspectorate || reply?.draftedBy === asker.user.id)));
  return [
    ...places(k, asker, inspection.id).flatMap((place) => {
      if (isTeam(place)) return [seenFrom(place, writes(place) ? 'write' : 'whole', ['R9'])];
      if (!isAnyAgency(place)) return [];
      const own = unless(place.assignment.organisationId === comment.organisationId, 'R9');
      return [seenFrom(place, 'whole', ['R9'], [...own, ...unless(sent, 'R9')])];
    }),
    ...(sent ? keeperClaims(k, asker, inspection, 'whole') : []),
  ];
}
