import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { connect, describeDataSource, migrate, type Schema, settle } from './data-source.js';
import { Once } from './once.js';
import { ReadConnection } from './read-connection.js';
import { UnitOfWork } from './unit-of-work.js';

const READ = 'read';

/** Lets what is under way finish before the connections close. */
@Injectable()
class Drain implements OnApplicationShutdown {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReadConnection) private readonly reads: ReadConnection,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.unitOfWork.close();
    await this.reads.close();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  /** Connects the write side, brings the schema up to date, then connects the read side. */
  static forRoot(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          useFactory: (settings: Settings) => describeDataSource(settings, schema, 'write'),
          dataSourceFactory: async (options) => {
            const dataSource = await connect(options!);
            await migrate(dataSource);
            return dataSource;
          },
        }),
        TypeOrmModule.forRootAsync({
          name: READ,
          // Waits for the write side: SQLite's file must exist before it can be opened for reading.
          inject: [Settings, getDataSourceToken()],
          useFactory: (settings: Settings) => ({
            ...describeDataSource(settings, schema, 'read'),
            name: READ,
          }),
          dataSourceFactory: async (options) => {
            const dataSource = await new DataSource(options!).initialize();
            await settle(dataSource);
            return dataSource;
          },
        }),
      ],
      providers: [
        Once,
        Drain,
        {
          provide: UnitOfWork,
          inject: [getDataSourceToken()],
          useFactory: (dataSource: DataSource) => new UnitOfWork(dataSource),
        },
        {
          provide: ReadConnection,
          inject: [getDataSourceToken(READ)],
          useFactory: (dataSource: DataSource) => new ReadConnection(dataSource),
        },
      ],
      exports: [Once, UnitOfWork, ReadConnection],
    };
  }
}
