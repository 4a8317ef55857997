import { Global, Module } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { LocalIssuer } from './local-issuer.js';
import { LOCAL_ISSUER, LocalSignInController } from './local-sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { TokenVerifier } from './token-verifier.js';

/** Who a request speaks for. */
@Global()
@Module({
  controllers: [LocalSignInController],
  providers: [
    Clock,
    {
      provide: LOCAL_ISSUER,
      useFactory: (config: Config) => (config.mode === 'production' ? null : LocalIssuer.open(config.dataDir)),
      inject: [CONFIG],
    },
    {
      provide: TokenVerifier,
      useFactory: (config: Config, local: LocalIssuer | null) => new TokenVerifier(config.issuers, local),
      inject: [CONFIG, LOCAL_ISSUER],
    },
    SignInService,
  ],
  exports: [SignInService, Clock],
})
export class SignInModule {}
