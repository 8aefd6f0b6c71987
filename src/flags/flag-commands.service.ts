import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UserService } from '../access/user.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Language } from '../platform/http/language.js';
import type { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type {
  AcknowledgeFlagDto,
  AssignFlagDto,
  FlagWithHistoryDto,
  ReopenFlagDto,
  ResolveFlagDto,
} from './dto/flag.dto.js';
import { StepFlag, type FlagStep } from './step-flag.service.js';

/** Who asks, and in which language. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
}

type Answer = Promise<Made<FlagWithHistoryDto>>;

/** What a coordinator does with a flag. Each throws `not_found`, `illegal_transition` or `id_reused` beside its own. */
@Injectable()
export class FlagCommands {
  constructor(
    private readonly step: StepFlag,
    private readonly users: UserService,
  ) {}

  /** @throws Problem `date_out_of_range` where it would end in the past */
  acknowledge(flagId: string, body: AcknowledgeFlagDto, asking: Asking): Answer {
    const { note, until } = body;
    return this.take(flagId, body, asking, {
      command: 'acknowledge',
      event: 'acknowledged',
      told: until === undefined ? { note } : { note, until },
      columns: async (_, now) => {
        requireFuture(until, now);
        return sql`state = 'acknowledged', note = ${note}, acknowledged_at = ${now},
          acknowledged_by = ${asking.actor.id}, acknowledged_until = ${until ?? null}`;
      },
    });
  }

  resolve(flagId: string, body: ResolveFlagDto, asking: Asking): Answer {
    const { reason } = body;
    return this.take(flagId, body, asking, {
      command: 'resolve',
      event: 'resolved',
      told: { reason, resolution: 'by_hand' },
      columns: async (_, now) => sql`state = 'resolved', resolution = 'by_hand',
        resolved_at = ${now}, resolved_by = ${asking.actor.id}, reason = ${reason}`,
    });
  }

  /** @throws Problem `conflict` where its cause came back meanwhile, and a newer flag stands for it */
  reopen(flagId: string, body: ReopenFlagDto, asking: Asking): Answer {
    return this.take(flagId, body, asking, {
      command: 'reopen',
      event: 'reopened',
      told: {},
      columns: async (tx, now) => {
        await this.step.refuseSuccessor(tx, flagId);
        return reopenAt(now);
      },
    });
  }

  /** @throws Problem `unknown_reference`, `rule` for somebody who does not handle flags */
  assign(flagId: string, body: AssignFlagDto, asking: Asking): Answer {
    const { userId } = body;
    return this.take(flagId, body, asking, {
      command: 'assign',
      event: 'assigned',
      told: { assigneeId: userId },
      columns: async (tx) => {
        await this.requireHandler(tx, userId);
        return sql`assignee_id = ${userId}`;
      },
    });
  }

  private take(
    flagId: string,
    body: { readonly commandId?: string | undefined },
    asking: Asking,
    step: FlagStep,
  ): Answer {
    const { commandId, ...content } = body;
    return this.step.take(flagId, { commandId, content, ...asking }, step);
  }

  private async requireHandler(tx: Transaction, userId: string): Promise<void> {
    const [user] = await this.users.requireAll(tx, [userId], () => 'userId');
    if (user!.role === 'coordinator' || user!.role === 'administrator') return;
    const message = {
      en: `${user!.name} does not handle flags. Choose a coordinator or an administrator.`,
      sr: `${user!.name} ne rešava oznake. Izaberite koordinatora ili administratora.`,
    };
    throw new Problem('rule', { errors: [{ path: 'userId', message }] });
  }
}

/** As it was before it was resolved, but for when it was opened. */
function reopenAt(now: Instant): Sql {
  return sql`state = 'open', opened_at = ${now}, resolution = NULL,
  resolved_at = NULL, resolved_by = NULL, reason = NULL, cause_gone_at = NULL,
  acknowledged_until = NULL`;
}

function requireFuture(until: Instant | undefined, now: Instant): void {
  if (until === undefined || until > now) return;
  const message = {
    en: `${until} is over already (it is ${now}). Name a moment to come, or none.`,
    sr: `${until} je već prošlo (sada je ${now}). Navedite trenutak koji tek dolazi ili nijedan.`,
  };
  throw new Problem('date_out_of_range', { errors: [{ path: 'until', message }] });
}
