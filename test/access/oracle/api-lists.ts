import type { Degree } from './answer.js';
import { belonging, everywhere, list, type ApiRoot, type Members } from './api-kinds.js';
import type { ObjectKind } from './objects.js';

const root =
  (of: ApiRoot['of'], paged: boolean) =>
  (field: string, kind: ObjectKind, least: Degree, members: Members): ApiRoot => ({
    ...list(field, kind, least, members),
    of,
    paged,
  });
const all = root('everything', true);
const page = root('inspection', true);
const short = root('inspection', false);

/** The lists that a client begins with: what merely exists has a place only where its order tells no more. */
export const apiRoots: readonly ApiRoot[] = [
  all('inspections', 'inspection', 'exists', everywhere('inspections')),
  all('conflicts', 'conflict', 'exists', everywhere('conflicts')),
  all('concerns', 'concern', 'whole', everywhere('concerns')),
  page('cases', 'case', 'whole', belonging('cases', 'inspectionId')),
  page('evidence', 'evidence', 'summary', belonging('evidence', 'inspectionId')),
  page('findings', 'finding', 'whole', belonging('findings', 'inspectionId')),
  { ...page('merges', 'merge', 'whole', belonging('merges', 'inspectionId')), args: ['undone: true'] },
  page('requests', 'request', 'exists', belonging('requests', 'inspectionId')),
  page('submissions', 'submission', 'whole', belonging('submissions', 'inspectionId')),
  page('accuracyComments', 'accuracy-comment', 'whole', belonging('accuracyComments', 'inspectionId')),
  page('accessRequests', 'access-request', 'whole', belonging('accessRequests', 'inspectionId')),
  page('breakGlasses', 'break-glass', 'whole', belonging('breakGlasses', 'inspectionId')),
  page('whistleblowingItems', 'whistleblowing', 'whole', belonging('whistleblowings', 'inspectionId')),
  short('contributions', 'contribution', 'exists', belonging('contributions', 'inspectionId')),
  short('signatures', 'signature', 'whole', belonging('signatures', 'inspectionId')),
];
