import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { ofsted } from './ofsted.js';

const token = inspectorateToken(ofsted.code);

@Module({ providers: [{ provide: token, useValue: ofsted }], exports: [token] })
export class OfstedModule {}
