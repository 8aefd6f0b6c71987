import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { BookIssue } from './book-issue.service.js';
import type { IssueDto, IssueStockDto } from './dto/issue.dto.js';
import { readIssueTarget } from './issue-target.js';
import { readIssue } from './issue.rows.js';
import { StockFacts } from './stock-facts.service.js';

/** Issues stock without a trip: picked up at the door, passed on by a partner, handed out at a stand. */
@Injectable()
export class IssueStock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly facts: StockFacts,
    private readonly issues: BookIssue,
  ) {}

  /** @throws Problem `unknown_reference`, `rule`, `forbidden`, `insufficient_stock`, `lot_not_usable`, `id_reused` … */
  run(body: IssueStockDto, actor: Actor): Promise<Made<IssueDto>> {
    const { id: wanted, ...content } = body;
    return this.unitOfWork.run('issue stock', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: wanted,
        kind: 'issue',
        content,
        actorId: actor.id,
      });
      if (first) await this.issue(tx, id, body, actor);
      return new Made(first, await readIssue(tx, id));
    });
  }

  private async issue(
    tx: Transaction,
    id: string,
    body: IssueStockDto,
    actor: Actor,
  ): Promise<void> {
    const target = readIssueTarget(body.to);
    const campaign = await this.facts.requireCampaign(tx, actor, body.campaignId);
    const named = body.lines.map(({ materialId }, index) => ({
      materialId,
      path: `lines[${index}].materialId`,
    }));
    await this.facts.requireMaterials(tx, campaign, named);
    await this.facts.requireWarehouse(tx, actor, body.warehouseId);
    const destination = await this.facts.requireDestination(tx, target);
    await this.issues.run(tx, { id, actorId: actor.id, destination }, body);
  }
}
