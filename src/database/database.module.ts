import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';
import { UnitOfWork } from './unit-of-work.js';

type EntityClass = new () => object;

/** The application's connections: a role that owns nothing and that row security binds. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static with(applicationUrl: string, poolSize: number, entities: readonly EntityClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DataSource, useFactory: () => connect(applicationUrl, poolSize, entities) }, UnitOfWork],
      exports: [DataSource, UnitOfWork],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

const connect = (url: string, poolSize: number, entities: readonly EntityClass[]): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize,
    // Times leave the database as text in one zone, whatever the server's own.
    extra: { options: '-c timezone=UTC' },
  }).initialize();
