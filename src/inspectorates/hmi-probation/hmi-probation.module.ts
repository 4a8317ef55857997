import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { hmiProbation } from './hmi-probation.js';

const token = inspectorateToken(hmiProbation.code);

@Module({ providers: [{ provide: token, useValue: hmiProbation }], exports: [token] })
export class HmiProbationModule {}
