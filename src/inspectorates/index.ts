import type { Type } from '@nestjs/common';

import { CqcModule } from './cqc/cqc.module.js';
import { cqc } from './cqc/cqc.js';
import { HmcpsiModule } from './hmcpsi/hmcpsi.module.js';
import { hmcpsi } from './hmcpsi/hmcpsi.js';
import { HmiPrisonsModule } from './hmi-prisons/hmi-prisons.module.js';
import { hmiPrisons } from './hmi-prisons/hmi-prisons.js';
import { HmiProbationModule } from './hmi-probation/hmi-probation.module.js';
import { hmiProbation } from './hmi-probation/hmi-probation.js';
import { HmicfrsModule } from './hmicfrs/hmicfrs.module.js';
import { hmicfrs } from './hmicfrs/hmicfrs.js';
import type { Inspectorate } from './inspectorate.js';
import { OfstedModule } from './ofsted/ofsted.module.js';
import { ofsted } from './ofsted/ofsted.js';

export interface ListedInspectorate {
  /** The name of its folder and, inside it, of its main file. */
  readonly folder: string;
  readonly inspectorate: Inspectorate;
  readonly module: Type;
}

/** Every inspectorate that the platform knows: a new one is a folder and a line here. */
export const listed: readonly ListedInspectorate[] = [
  { folder: 'ofsted', inspectorate: ofsted, module: OfstedModule },
  { folder: 'cqc', inspectorate: cqc, module: CqcModule },
  { folder: 'hmicfrs', inspectorate: hmicfrs, module: HmicfrsModule },
  { folder: 'hmi-probation', inspectorate: hmiProbation, module: HmiProbationModule },
  { folder: 'hmi-prisons', inspectorate: hmiPrisons, module: HmiPrisonsModule },
  { folder: 'hmcpsi', inspectorate: hmcpsi, module: HmcpsiModule },
];

export const inspectorates: readonly Inspectorate[] = listed.map(({ inspectorate }) => inspectorate);
