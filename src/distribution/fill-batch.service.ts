import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Actor } from '../access/actor.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { Problem, type FieldError } from '../problem.js';
import { BatchCommands } from './batch-command.service.js';
import { DraftContent } from './draft-content.service.js';
import { findLineFaults } from './draft.js';
import type { FillBatchDto, FillLineDto } from './dto/batch-command.dto.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { fillDraft, type FillLine, type FillPoint, type MunicipalityNeed } from './fill.js';
import { NEED_SOURCE, type NeedSource } from './need.js';
import { PointChoice } from './point-choice.service.js';
import { type BatchRow, Shipments } from './shipments.service.js';

/** Fills a draft by one command: the same for each chosen point, or what their municipalities still lack. */
@Injectable()
export class FillBatchService {
  constructor(
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly content: DraftContent,
    private readonly choice: PointChoice,
    private readonly modules: ModuleRef,
  ) {}

  fill(actor: Actor, batchId: string, body: FillBatchDto): Promise<Made<BatchDetailDto>> {
    const lines = readLines(body.lines);
    return this.commands.run('fill', actor, batchId, body, async (tx, { batch }) => {
      const points = await this.choice.choose(tx, actor, body.points);
      const filled = await this.fillFrom(tx, batch, points, lines);
      await this.content.replace(tx, actor, batch, filled);
      await this.shipments.touchBatch(tx, batchId);
    });
  }

  private async fillFrom(
    tx: Transaction,
    batch: BatchRow,
    points: readonly FillPoint[],
    lines: readonly FillLine[],
  ) {
    const draft = await this.shipments.load(tx, { batchId: batch.id });
    const upToTarget = lines.filter((line) => line.quantity === null);
    const needs =
      upToTarget.length === 0
        ? []
        : await this.readNeeds(
            tx,
            batch.campaignId,
            upToTarget.map((line) => line.materialId),
          );
    return fillDraft(draft, points, lines, needs);
  }

  private async readNeeds(
    tx: Transaction,
    campaignId: string,
    materialIds: readonly string[],
  ): Promise<readonly MunicipalityNeed[]> {
    // Looked up when it is asked for: whoever knows the needs is built on what stands here.
    const source = this.modules.get<NeedSource>(NEED_SOURCE, { strict: false });
    return source(tx, campaignId, materialIds);
  }
}

/** Each line says either how many or up to the target. */
function readLines(lines: readonly FillLineDto[]): FillLine[] {
  const errors = lines.flatMap(({ quantity, upToTarget }, index): FieldError[] =>
    (quantity === undefined) === (upToTarget === true) ? [] : [refuseLine(index)],
  );
  const read = lines.map(({ materialId, quantity }) => ({
    materialId,
    quantity: quantity ?? null,
  }));
  errors.push(...findLineFaults(read, 'lines'));
  if (errors.length > 0) throw new Problem('rule', { errors });
  return read;
}

function refuseLine(index: number): FieldError {
  return {
    path: `lines[${index}]`,
    message: {
      en: 'Give either a quantity for each point, or upToTarget: true.',
      sr: 'Navedite ili količinu za svako mesto, ili upToTarget: true.',
    },
  };
}
