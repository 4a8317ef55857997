import { Foundation1700000000001 } from './1700000000001-foundation.js';
import { Inspections1700000000002 } from './1700000000002-inspections.js';
import { Audit1700000000005 } from './1700000000005-audit.js';
import { Cases1700000000006 } from './1700000000006-cases.js';
import { Evidence1700000000007 } from './1700000000007-evidence.js';
import { Concerns1700000000008 } from './1700000000008-concerns.js';
import { Findings1700000000009 } from './1700000000009-findings.js';
import { Narrative1700000000010 } from './1700000000010-narrative.js';
import { Requests1700000000011 } from './1700000000011-requests.js';
import { AccuracyComments1700000000012 } from './1700000000012-accuracy-comments.js';
import { AccessRequests1700000000013 } from './1700000000013-access-requests.js';
import { BreakGlass1700000000014 } from './1700000000014-break-glass.js';
import { Whistleblowing1700000000015 } from './1700000000015-whistleblowing.js';
import { Versions1700000000016 } from './1700000000016-versions.js';
import { Drafts1700000000017 } from './1700000000017-drafts.js';
import { Nobody1700000000018 } from './1700000000018-nobody.js';
import { Letters1700000000019 } from './1700000000019-letters.js';
import { Markings1700000000020 } from './1700000000020-markings.js';
import { Indexes1700000000021 } from './1700000000021-indexes.js';
import { Grants1700000000022 } from './1700000000022-grants.js';

/** In order. A migration that has run anywhere is never edited. Who sees and writes what is no part of them: see ../access. */
export const migrations = [
  Foundation1700000000001,
  Inspections1700000000002,
  Audit1700000000005,
  Cases1700000000006,
  Evidence1700000000007,
  Concerns1700000000008,
  Findings1700000000009,
  Narrative1700000000010,
  Requests1700000000011,
  AccuracyComments1700000000012,
  AccessRequests1700000000013,
  BreakGlass1700000000014,
  Whistleblowing1700000000015,
  Versions1700000000016,
  Drafts1700000000017,
  Nobody1700000000018,
  Letters1700000000019,
  Markings1700000000020,
  Indexes1700000000021,
  Grants1700000000022,
];
