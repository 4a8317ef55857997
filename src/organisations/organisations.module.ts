import { Module } from '@nestjs/common';
import { OrganisationsResolver } from './organisations.resolver.js';
import { OrganisationsService } from './organisations.service.js';

/** Inspectorates and partner agencies as organisations, areas, users. */
@Module({ providers: [OrganisationsService, OrganisationsResolver], exports: [OrganisationsService] })
export class OrganisationsModule {}
