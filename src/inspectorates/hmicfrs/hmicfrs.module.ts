import { Module } from '@nestjs/common';

import { inspectorateToken } from '../inspectorate-token.js';
import { hmicfrs } from './hmicfrs.js';

const token = inspectorateToken(hmicfrs.code);

@Module({ providers: [{ provide: token, useValue: hmicfrs }], exports: [token] })
export class HmicfrsModule {}
