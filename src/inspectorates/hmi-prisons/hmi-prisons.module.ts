import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { hmiPrisons } from './hmi-prisons.js';

const token = inspectorateToken(hmiPrisons.code);

@Module({ providers: [{ provide: token, useValue: hmiPrisons }], exports: [token] })
export class HmiPrisonsModule {}
