import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessRequestsModule } from './access-requests/access-requests.module.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import { ApiModule } from './api/api.module.js';
import { PlatformErrorFilter } from './api/platform-error.filter.js';
import { ProblemsInterceptor } from './api/problems.interceptor.js';
import { inputValidation } from './api/validation.js';
import { BreakGlassModule } from './break-glass/break-glass.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ConcernsModule } from './concerns/concerns.module.js';
import { ConflictsModule } from './conflicts/conflicts.module.js';
import { DatabaseModule } from './database/database.module.js';
import { entities } from './entities.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { InspectoratesModule } from './inspectorates/inspectorates.module.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { NarrativeModule } from './narrative/narrative.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { CONFIG, type Config } from './platform/config.js';
import { HealthController } from './platform/health.controller.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { WhistleblowingModule } from './whistleblowing/whistleblowing.module.js';
import { WorkspaceModule } from './workspace/workspace.module.js';

/** The table of contents. */
@Module({})
export class AppModule {
  /** What the platform is about: a folder each. */
  static readonly subjects = [
    SignInModule,
    ApiModule,
    InspectoratesModule,
    OrganisationsModule,
    InspectionsModule,
    CasesModule,
    ConcernsModule,
    ConflictsModule,
    EvidenceModule,
    BreakGlassModule,
    AccessRequestsModule,
    FindingsModule,
    NarrativeModule,
    AgenciesModule,
    WhistleblowingModule,
    WorkspaceModule,
  ];
  static readonly ownControllers = [HealthController];

  static with(config: Config, applicationUrl: string): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [DatabaseModule.with(applicationUrl, config.poolSize, entities), ...AppModule.subjects],
      controllers: AppModule.ownControllers,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: inputValidation },
        { provide: APP_FILTER, useClass: PlatformErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: ProblemsInterceptor },
      ],
      exports: [CONFIG],
    };
  }
}
