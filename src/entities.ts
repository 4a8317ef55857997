import { AccuracyCommentEntity, AccuracyReplyEntity, CommentAdmissionEntity } from './agencies/comment.entity.js';
import { RequestDueEntity, RequestEntity, RequestTextEntity } from './agencies/request.entity.js';
import { SubmissionEntity, SubmissionTextEntity, SubmissionVersionEntity } from './agencies/submission.entity.js';
import {
  CaseDetailEntity,
  CaseFileEntity,
  CaseMemberEntity,
  ChronologyContradictionEntity,
  ChronologyEntryEntity,
} from './cases/case.entity.js';
import { ImmediateConcernEntity, ImmediateConcernStepEntity } from './concerns/concern.entity.js';
import { ConflictOfInterestEntity } from './conflicts/conflict.entity.js';
import {
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceEntity,
  EvidenceShareEntity,
  EvidenceShareTextEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
  EvidenceWithdrawalEntity,
} from './evidence/evidence.entity.js';
import { MarkingChangeEntity } from './evidence/marking-change.entity.js';
import { MarkingAgreementEntity, MarkingLoweringEntity } from './findings/marking-lowering.entity.js';
import { ContributionBodyEntity, ContributionEntity } from './findings/contribution.entity.js';
import {
  CitationEntity,
  CitationPassageEntity,
  FindingBodyEntity,
  FindingEntity,
  FindingWithdrawalEntity,
} from './findings/finding.entity.js';
import { AttitudeEntity, FindingMergeEntity, FindingMergeSourceEntity } from './findings/merge.entity.js';
import {
  AssignmentEntity,
  InspectionAgencyEntity,
  InspectionConductEntity,
  InspectionEntity,
  InspectionInspectorateEntity,
  InspectionMarkEntity,
  TimetableEntryEntity,
} from './inspections/inspection.entity.js';
import { FrozenParagraphEntity, FrozenProvenanceEntity, FrozenTextEntity } from './narrative/frozen.entity.js';
import {
  LetterEntity,
  LetterTextEntity,
  PublicationHoldEntity,
  SignatureEntity,
  SigningDelegationEntity,
} from './narrative/letter.entity.js';
import {
  HistoryProvenanceEntity,
  NarrativeEntity,
  NarrativeParagraphEntity,
  NarrativeSentenceEntity,
  QualityPassEntity,
  SentenceHistoryEntity,
  SentenceProvenanceEntity,
} from './narrative/narrative.entity.js';
import { AppUserEntity, OrganisationRoleEntity } from './organisations/organisation.entity.js';
import {
  WhistleblowingEntity,
  WhistleblowingHandlerEntity,
  WhistleblowingReceiptEntity,
  WhistleblowingStepEntity,
  WhistleblowingWordsEntity,
} from './whistleblowing/whistleblowing.entity.js';

/** Every table that is written through TypeORM. */
export const entities = [
  AccuracyCommentEntity,
  AccuracyReplyEntity,
  CommentAdmissionEntity,
  AppUserEntity,
  OrganisationRoleEntity,
  AssignmentEntity,
  InspectionAgencyEntity,
  InspectionConductEntity,
  InspectionEntity,
  InspectionInspectorateEntity,
  InspectionMarkEntity,
  TimetableEntryEntity,
  CaseDetailEntity,
  CaseFileEntity,
  CaseMemberEntity,
  ChronologyContradictionEntity,
  ChronologyEntryEntity,
  ImmediateConcernEntity,
  ImmediateConcernStepEntity,
  ConflictOfInterestEntity,
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceEntity,
  EvidenceShareEntity,
  EvidenceShareTextEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
  EvidenceWithdrawalEntity,
  MarkingAgreementEntity,
  MarkingChangeEntity,
  MarkingLoweringEntity,
  FindingEntity,
  FindingBodyEntity,
  FindingWithdrawalEntity,
  CitationEntity,
  CitationPassageEntity,
  ContributionEntity,
  ContributionBodyEntity,
  FindingMergeEntity,
  FindingMergeSourceEntity,
  AttitudeEntity,
  RequestDueEntity,
  RequestEntity,
  RequestTextEntity,
  SubmissionEntity,
  SubmissionTextEntity,
  SubmissionVersionEntity,
  NarrativeEntity,
  NarrativeParagraphEntity,
  NarrativeSentenceEntity,
  SentenceProvenanceEntity,
  SentenceHistoryEntity,
  HistoryProvenanceEntity,
  QualityPassEntity,
  FrozenTextEntity,
  FrozenParagraphEntity,
  FrozenProvenanceEntity,
  SignatureEntity,
  SigningDelegationEntity,
  PublicationHoldEntity,
  LetterEntity,
  LetterTextEntity,
  WhistleblowingEntity,
  WhistleblowingHandlerEntity,
  WhistleblowingReceiptEntity,
  WhistleblowingStepEntity,
  WhistleblowingWordsEntity,
];
