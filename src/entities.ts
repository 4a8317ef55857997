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
import {
  AssignmentEntity,
  InspectionAgencyEntity,
  InspectionConductEntity,
  InspectionEntity,
  InspectionInspectorateEntity,
  InspectionMarkEntity,
  TimetableEntryEntity,
} from './inspections/inspection.entity.js';
import { AppUserEntity, OrganisationRoleEntity } from './organisations/organisation.entity.js';

/** Every table that is written through TypeORM. */
export const entities = [
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
