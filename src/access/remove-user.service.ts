import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Problem } from '../problem.js';
import { guardAdministrators, lockUser } from './change-user.service.js';

export type UserReferrer = (reader: Reader, userId: string) => Promise<boolean>;

/** Removes somebody who never did anything; whoever has a past is switched off instead. */
@Injectable()
export class RemoveUser {
  private readonly referrers: UserReferrer[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those who refer to people say so, since a person whom something refers to stays. */
  registerReferrer(referrer: UserReferrer): void {
    this.referrers.push(referrer);
  }

  /** @throws Problem `not_found`, `stale`, `in_use`, `conflict` (the last administrator) */
  run(id: string, version: number): Promise<void> {
    return this.unitOfWork.run('remove user', async (tx) => {
      const user = await lockUser(tx, id, version);
      await guardAdministrators(tx, user, undefined);
      for (const refersTo of this.referrers) {
        if (await refersTo(tx, id)) throw inUse(user.name);
      }
      await tx.execute(sql`DELETE FROM session WHERE user_id = ${id}`);
      await tx.execute(sql`DELETE FROM access_token WHERE user_id = ${id}`);
      await tx.execute(sql`DELETE FROM app_user WHERE id = ${id}`);
    });
  }
}

function inUse(name: string): Problem {
  return new Problem('in_use', {
    detail: {
      en: `What ${name} did is on record, so the account stays. Switch it off instead: {"active": false}.`,
      sr: `Na evidenciji je šta je ${name} uradio, pa nalog ostaje. Isključite ga: {"active": false}.`,
    },
  });
}
