import { notifications } from '@mantine/notifications';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { useMyself } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';

const AT_ONCE = 4;

interface Outcome {
  readonly done: number;
  readonly all: number;
}

/** Assigns flags to the reader. Each stands by itself: what one is refused stops no other. */
export function useTakeOver() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { id: userId } = useMyself();
  return useCommand<readonly string[], Outcome>({
    run: async (flagIds) => {
      const waiting = [...flagIds];
      let done = 0;
      let refused: unknown;
      const work = async (): Promise<void> => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          try {
            await assign(id, userId);
            done += 1;
          } catch (error) {
            refused = error;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      if (done === 0 && refused !== undefined) throw refused;
      return { done, all: flagIds.length };
    },
    onDone: ({ done, all }) =>
      notifications.show({
        color: done === all ? 'reach' : 'orange',
        message:
          done === all
            ? t('toDo.takenOver', { count: done, replace: { count: format.number(done) } })
            : t('toDo.takenOverPartly', { done: format.number(done), all: format.number(all) }),
      }),
  });
}

function assign(id: string, userId: string): Promise<unknown> {
  return read(
    api.POST('/api/v1/flags/{id}/assign', {
      params: { path: { id } },
      body: { commandId: newId(), userId },
    }),
  );
}
