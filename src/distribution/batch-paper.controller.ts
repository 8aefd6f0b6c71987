import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, COORDINATORS } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { Lang, type Language } from '../platform/http/language.js';
import { Problem } from '../problem.js';
import { BatchPaperQuery } from './dto/batch-paper.dto.js';
import { PrintLabelsService } from './print-labels.service.js';
import { PrintWaybillsService } from './print-waybills.service.js';
import type { PaperRequest, PrintedPaper } from './printed-paper.js';

function AnswersPdf(refusal: string): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({
      description: 'The file, to be shown (`inline`).',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiConflictResponse({ description: refusal }),
    ApiNotFoundResponse({
      description: 'There is no such batch, or it does not hold the consignment (`not_found`).',
    }),
  );
}

/** What travels with the goods. */
@ApiTags('Distribution')
@Controller('batches')
export class BatchPaperController {
  constructor(
    private readonly waybills: PrintWaybillsService,
    private readonly labels: PrintLabelsService,
  ) {}

  /**
   * Waybills as PDF: A4, each consignment on pages of its own. From `planned` on; after dispatch with what was sent. A
   * confidential point's names neither the campaign nor its funders, and is addressed to the contact person.
   */
  @Get(':id/waybills.pdf')
  @Roles(...COORDINATORS)
  @AnswersPdf('Not planned yet, or cancelled (`illegal_transition`).')
  async printWaybills(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: BatchPaperQuery,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const request = readRequest(id, query, language, reply);
    return sendPdf(reply, await this.waybills.print(actor, request));
  }

  /**
   * Package labels as PDF: A6, each package on a page of its own. From `packed` on. They say where to and which of how many,
   * never what is inside or whose campaign it is.
   */
  @Get(':id/labels.pdf')
  @Roles(...COORDINATORS)
  @AnswersPdf('Not packed yet, or cancelled (`illegal_transition`).')
  async printLabels(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: BatchPaperQuery,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const request = readRequest(id, query, language, reply);
    return sendPdf(reply, await this.labels.print(actor, request));
  }
}

function readRequest(
  batchId: string,
  query: BatchPaperQuery,
  language: Language,
  reply: FastifyReply,
): PaperRequest {
  const left = new AbortController();
  // Whoever goes away meanwhile hears nothing of it; a problem, unlike our own error, is not logged as unexpected.
  reply.raw.once('close', () => left.abort(new Problem('busy')));
  return {
    batchId,
    consignmentId: query.consignment,
    language: query.language ?? language,
    signal: left.signal,
  };
}

/** Addresses and telephone numbers stand in it, so nobody on the way keeps it. */
function sendPdf(reply: FastifyReply, { fileName, bytes }: PrintedPaper): Buffer {
  void reply
    .header('Content-Type', 'application/pdf')
    .header('Content-Disposition', `inline; filename="${fileName}.pdf"`)
    .header('Cache-Control', 'no-store');
  return bytes;
}
