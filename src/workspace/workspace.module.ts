import { Module } from '@nestjs/common';
import { NarrativeModule } from '../narrative/narrative.module.js';
import { FrontPages } from './front.pages.js';

/** The pages for people: one of two doors to the services, the API being the other. */
@Module({ imports: [NarrativeModule], controllers: [FrontPages] })
export class WorkspaceModule {}
