import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';
import { UnitOfWork } from './unit-of-work.js';

type EntityClass = new () => object;

/** Milliseconds: a database that does not answer is said to be out of reach, rather than waited for. */
const STATEMENT_MS = 30_000;
const WAIT_MS = 20_000;

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
    extra: { options: `-c timezone=UTC -c statement_timeout=${STATEMENT_MS}`, connectionTimeoutMillis: WAIT_MS },
  }).initialize();
