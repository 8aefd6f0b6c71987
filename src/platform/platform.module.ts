import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { AnswerInterceptor } from './http/made.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ShapePipe } from './http/validation.pipe.js';
import { WellFormedGuard } from './http/well-formed.guard.js';
import { createLogger, LOGGER } from './logging/logger.js';

/** What every capability stands on, but for the database: settings, clock, log, and the manners of HTTP. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: LOGGER, useFactory: () => createLogger(settings) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_GUARD, useClass: WellFormedGuard },
      ],
      exports: [Settings, Clock, LOGGER],
    };
  }
}
