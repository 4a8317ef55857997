import { accessRequestReads } from './access-requests/access-request.reads.js';
import { accuracyCommentReads, accuracyReplyReads } from './agencies/comment.reads.js';
import { informationRequestReads, submissionReads } from './agencies/request.reads.js';
import { breakGlassReads, breakGlassReviewReads } from './break-glass/break-glass.reads.js';
import { caseMemberReads, caseReads, chronologyEntryReads } from './cases/case.reads.js';
import { immediateConcernReads } from './concerns/concern.reads.js';
import { conflictReads } from './conflicts/conflict.reads.js';
import { evidenceReads, evidenceShareReads, openedEvidenceReads } from './evidence/evidence.reads.js';
import { evidenceOpeningReads } from './evidence/opening.reads.js';
import { attitudeReads, citationReads, contributionReads, findingReads, mergeReads } from './findings/finding.reads.js';
import { assignmentReads, inspectionReads } from './inspections/inspection.reads.js';
import { letterReads, publicationHoldReads, signatureReads } from './narrative/letter.reads.js';
import {
  earlierTextReads,
  frozenParagraphReads,
  frozenTextReads,
  narrativeParagraphReads,
  narrativeReads,
  narrativeSectionReads,
  narrativeSentenceReads,
} from './narrative/narrative.reads.js';
import { agencyReads, inspectorateReads, personReads } from './organisations/organisation.reads.js';
import type { ReadModel } from './reading/read-model.js';
import {
  whistleblowingEventReads,
  whistleblowingHandlerReads,
  whistleblowingItemReads,
  whistleblowingReceiptReads,
} from './whistleblowing/whistleblowing.reads.js';

/** How every type of the API is read. */
export const readModels: readonly ReadModel[] = [
  accessRequestReads,
  accuracyCommentReads,
  accuracyReplyReads,
  agencyReads,
  assignmentReads,
  attitudeReads,
  citationReads,
  contributionReads,
  findingReads,
  mergeReads,
  caseMemberReads,
  caseReads,
  chronologyEntryReads,
  immediateConcernReads,
  conflictReads,
  evidenceReads,
  evidenceShareReads,
  openedEvidenceReads,
  evidenceOpeningReads,
  breakGlassReads,
  breakGlassReviewReads,
  inspectionReads,
  inspectorateReads,
  personReads,
  informationRequestReads,
  submissionReads,
  narrativeReads,
  narrativeSectionReads,
  narrativeParagraphReads,
  narrativeSentenceReads,
  earlierTextReads,
  frozenTextReads,
  frozenParagraphReads,
  signatureReads,
  publicationHoldReads,
  letterReads,
  whistleblowingItemReads,
  whistleblowingHandlerReads,
  whistleblowingEventReads,
  whistleblowingReceiptReads,
];
