import { ROLES } from './actor.js';
import {
  guardLastAdministrator,
  isActingAdministrator,
  type Standing,
} from './last-administrator.js';

const standings: Standing[] = ROLES.flatMap((role) => [
  { role, active: true },
  { role, active: false },
]);

describe('the last administrator', () => {
  it('stays one; everybody else may change in any way', () => {
    for (const before of standings) {
      for (const after of [...standings, undefined]) {
        for (const others of [0, 1]) {
          const stays = after !== undefined && isActingAdministrator(after);
          const refused = isActingAdministrator(before) && !stays && others === 0;
          const attempt = (): void => guardLastAdministrator(before, after, others);
          if (refused) expect(attempt).toThrow('last active administrator');
          else expect(attempt).not.toThrow();
        }
      }
    }
  });
});
