import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { keptMasterKey, MasterKey } from './master-key.js';
import { SealingRepository } from './sealing.repository.js';
import { SealingService } from './sealing.service.js';

/** Texts that whoever reads the database cannot read. */
@Module({
  providers: [
    {
      provide: MasterKey,
      // Production has one in its configuration, or does not start.
      useFactory: (config: Config) => new MasterKey(config.masterKey ?? keptMasterKey(config.dataDir)),
      inject: [CONFIG],
    },
    SealingRepository,
    SealingService,
  ],
  exports: [SealingService],
})
export class SealingModule {}
