import { CaseDetailEntity, CaseFileEntity, CaseMemberEntity } from './cases/case.entity.js';
import {
  ChronologyEntryEntity,
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceEntity,
  EvidenceShareEntity,
  EvidenceShareTextEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
  EvidenceWithdrawalEntity,
} from './evidence/evidence.entity.js';

/** Every table that is written through TypeORM. */
export const entities = [
  CaseDetailEntity,
  CaseFileEntity,
  CaseMemberEntity,
  ChronologyEntryEntity,
  EvidenceBodyEntity,
  EvidenceCapEntity,
  EvidenceEntity,
  EvidenceShareEntity,
  EvidenceShareTextEntity,
  EvidenceSummaryEntity,
  EvidenceVersionEntity,
  EvidenceWithdrawalEntity,
];
