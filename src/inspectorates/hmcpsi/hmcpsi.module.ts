import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { hmcpsi } from './hmcpsi.js';

const token = inspectorateToken(hmcpsi.code);

@Module({ providers: [{ provide: token, useValue: hmcpsi }], exports: [token] })
export class HmcpsiModule {}
