import { Module } from '@nestjs/common';
import { FrameworkRegistry } from './framework-registry.js';

/** Framework versions as data. */
@Module({ providers: [FrameworkRegistry], exports: [FrameworkRegistry] })
export class FrameworksModule {}
