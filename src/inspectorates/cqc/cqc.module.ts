import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { cqc } from './cqc.js';

const token = inspectorateToken(cqc.code);

@Module({ providers: [{ provide: token, useValue: cqc }], exports: [token] })
export class CqcModule {}
