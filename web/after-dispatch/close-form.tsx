import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { api, read } from '../api/client.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useAddress } from '../parts/use-address.js';
import { useCommand } from '../parts/use-command.js';
import { findUnderWay, tallyLines } from './tally.js';
import { useCount } from './use-count.js';
import { useDrawer } from './use-drawer.js';
import { useStops } from './use-stops.js';

interface Props {
  readonly batch: BatchDetail;
  readonly conflicts: number;
  readonly openDiscrepancies: number;
  readonly onClose: () => void;
}

/** Asks before it closes the batch, or says what is in the way. */
export function CloseForm({ batch, conflicts, openDiscrepancies, onClose }: Props) {
  const { t } = useTranslation(['after-dispatch', 'parts']);
  const { isOpen, leave } = useDrawer(onClose);
  const command = useClose(batch.id, leave);
  const underWay = findUnderWay(batch.consignments);
  const isBlocked = underWay.length > 0;
  return (
    <Modal
      opened={isOpen}
      onClose={leave}
      title={t(isBlocked ? 'close.blockedTitle' : 'close.title')}
      closeButtonProps={{ 'aria-label': t('parts:close') }}
      styles={{ title: { fontWeight: 650 } }}
    >
      {isBlocked ? (
        <InTheWay batch={batch} underWay={underWay} onLeave={leave} />
      ) : (
        <Stack>
          <Text size="sm">{t('close.text')}</Text>
          <LeftUndecided conflicts={conflicts} openDiscrepancies={openDiscrepancies} />
          {command.error !== null && <ProblemNotice error={command.error} isCommand />}
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('parts:cancel')}
            </Button>
            <Button loading={command.isPending} onClick={() => command.mutate()}>
              {t('close.submit')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function LeftUndecided({
  conflicts,
  openDiscrepancies,
}: Pick<Props, 'conflicts' | 'openDiscrepancies'>) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  if (conflicts === 0 && openDiscrepancies === 0) return null;
  return (
    <List size="sm">
      {conflicts > 0 && <List.Item>{t('close.conflicts', count(conflicts))}</List.Item>}
      {openDiscrepancies > 0 && (
        <List.Item>{t('close.discrepancies', count(openDiscrepancies))}</List.Item>
      )}
    </List>
  );
}

const SHOWN = 8;

interface WayProps {
  readonly batch: BatchDetail;
  readonly underWay: readonly BatchConsignment[];
  readonly onLeave: () => void;
}

function InTheWay({ batch, underWay, onLeave }: WayProps) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const [, setAddress] = useAddress();
  const count = useCount();
  const stops = useStops(batch);
  const inTransitOf = ({ lines }: BatchConsignment): number => tallyLines(lines).inTransit;
  const all = underWay.reduce((sum, stop) => sum + inTransitOf(stop), 0);
  return (
    <Stack>
      <Text size="sm">{t('close.blocked', count(all))}</Text>
      <List size="sm" spacing={4}>
        {underWay.slice(0, SHOWN).map((stop) => (
          <List.Item key={stop.id}>
            {stop.deliveryPoint.name}
            <Text size="xs" c="dimmed">
              {stops.placeOf(stop.id)} ·{' '}
              {t('close.blockedLine', {
                pieces: t('language:count.pieces', count(inTransitOf(stop))),
              })}
            </Text>
          </List.Item>
        ))}
        {underWay.length > SHOWN && (
          <List.Item>{t('close.more', count(underWay.length - SHOWN))}</List.Item>
        )}
      </List>
      <Group justify="flex-end">
        <Button
          onClick={() => {
            setAddress({ after: 'transit' });
            onLeave();
          }}
        >
          {t('close.show')}
        </Button>
      </Group>
    </Stack>
  );
}

function useClose(id: string, onDone: () => void) {
  const { t } = useTranslation('after-dispatch');
  return useCommand({
    run: (_: void, commandId) =>
      read(
        api.POST('/api/v1/batches/{id}/close', { params: { path: { id } }, body: { commandId } }),
      ),
    done: () => t('close.done'),
    onDone,
  });
}
