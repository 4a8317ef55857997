import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForAnyone } from '../access/access.decorators.js';

/** For the machine that watches over the process; tells nothing of what is stored. */
@Controller('health')
export class HealthController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get('live')
  @ForAnyone('anybody')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ForAnyone('anybody')
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await this.dataSource.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      throw new ServiceUnavailableException({ status: 'not ready' });
    }
  }
}
