import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from '../access/access.module.js';
import { AuditController } from './audit.controller.js';
import { AuditHook } from './audit-hook.service.js';
import { AuditLog } from './audit-log.service.js';
import { MadeIdInterceptor } from './made-id.interceptor.js';

/** Who did what, when, from where. */
@Module({
  imports: [AccessModule],
  controllers: [AuditController],
  providers: [AuditLog, AuditHook, { provide: APP_INTERCEPTOR, useClass: MadeIdInterceptor }],
  exports: [AuditLog],
})
export class AuditModule {}
