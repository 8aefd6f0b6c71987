import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { RemoveUser } from '../access/remove-user.service.js';
import type { SignedInRequest } from '../access/signed-in-request.types.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/ids.js';
import { judgeRequest, listSubjects } from './audit-entry.js';
import { AuditLog } from './audit-log.service.js';
import type { AuditedRequest } from './made-id.interceptor.js';

/** Listens to the server itself, since what the guard refuses never reaches a controller. */
@Injectable()
export class AuditHook implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly log: AuditLog,
    private readonly clock: Clock,
    private readonly removeUser: RemoveUser,
  ) {}

  onModuleInit(): void {
    this.removeUser.registerReferrer((reader, userId) => this.log.hasActed(reader, userId));
    // The command line has no server.
    const server = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    server?.addHook('onResponse', (request, reply, done) => {
      this.record(request, reply);
      done();
    });
  }

  private record(request: SignedInRequest & AuditedRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url;
    if (route === undefined) return;
    const outcome = judgeRequest({
      method: request.method,
      route,
      status: reply.statusCode,
      hasProof: request.headers.authorization !== undefined || request.headers.cookie !== undefined,
    });
    if (outcome === undefined) return;
    const parameters = (request.params ?? {}) as Record<string, unknown>;
    this.log.record({
      id: newId(),
      recordedAt: this.clock.now(),
      outcome,
      actorId: request.actor?.id ?? null,
      method: request.method,
      route,
      subjectIds: listSubjects(parameters, request.subjectId, request.madeId),
      ip: request.ip,
      status: reply.statusCode,
    });
  }
}
