import { Module } from '@nestjs/common';
import { FrameworkRegistry } from './framework-registry.js';
import { FrameworksResolver } from './frameworks.resolver.js';

/** Framework versions as data. */
@Module({ providers: [FrameworkRegistry, FrameworksResolver], exports: [FrameworkRegistry] })
export class FrameworksModule {}
