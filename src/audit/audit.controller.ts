import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/roles.decorator.js';
import { AuditLog } from './audit-log.service.js';
import { AuditPageDto, AuditQuery } from './dto/audit.dto.js';

@Controller('audit')
@ApiTags('Access')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  /** Who did what, when, from where: all that changed something, and what was refused; the latest first. */
  @Get()
  @Roles('administrator')
  list(@Query() query: AuditQuery): Promise<AuditPageDto> {
    return this.log.list(query, query);
  }
}
