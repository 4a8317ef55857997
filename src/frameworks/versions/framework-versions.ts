/** The framework versions that the platform ships: one line each. A published version is never edited. */
import { childProtection2012 } from './child-protection-2012-v1.js';
import { childrenInCareSample2011 } from './children-in-care-sample-2011-v1.js';
import { jtai2015 } from './jtai-2015-v1.js';
import { jtai2022 } from './jtai-2022-v1.js';
import { lookedAfterAndCareLeavers2013 } from './looked-after-and-care-leavers-2013-v1.js';
import { multiAgencyChildProtection2013 } from './multi-agency-child-protection-2013-v1.js';
import { singleInspectionFramework2013 } from './single-inspection-framework-2013-v1.js';
import { targetedSingleAgency2015 } from './targeted-single-agency-2015-v1.js';

export const frameworkVersions = [
  childrenInCareSample2011,
  childProtection2012,
  lookedAfterAndCareLeavers2013,
  multiAgencyChildProtection2013,
  singleInspectionFramework2013,
  jtai2015,
  targetedSingleAgency2015,
  jtai2022,
];
