import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { createLogger } from '../platform/logging.js';

const EVERY_HOUR_MS = 3_600_000;

/** Deletes, with a row of the audit, the drafts left when the 28 days after closing have passed (R14). */
@Injectable()
export class LeftDraftsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    // Tests have times of their own.
    if (this.config.mode === 'test') return;
    const log = createLogger(this.config);
    const look = (): void => {
      this.deleteDue(this.clock.now()).catch((error: unknown) => {
        log.error({ error }, 'left drafts could not be deleted: it is tried again in an hour');
      });
    };
    look();
    this.timer = setInterval(look, EVERY_HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async deleteDue(now: Date): Promise<number> {
    return this.unitOfWork.housekeep(now, 'auth.delete_left_drafts');
  }
}
