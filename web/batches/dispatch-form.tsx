import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { expectArrival } from '../../src/delivery/transit.js';
import { dayOf, instantAtWallClock, wallClockOf } from '../../src/time.js';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { writeExpectedAt } from './draft-head.js';
import type { BatchDetail } from '../api/use-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly onClose: () => void;
}

const MINUTES = 16;

/** The batch leaves: when, with which vehicle and driver, and until when it is expected. */
export function DispatchForm({ batch, onClose }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const [openedAt] = useState(() => wallClockOf(new Date().toISOString()).slice(0, MINUTES));
  const [leftAt, setLeftAt] = useState(openedAt);
  const [vehicle, setVehicle] = useState(batch.vehicle ?? '');
  const [driver, setDriver] = useState(batch.driver ?? '');
  const [expectedOn, setExpectedOn] = useState(() =>
    dayOf(batch.expectedAt ?? expectArrival(new Date().toISOString())),
  );
  const dispatch = useCommand({
    run: (_: void, commandId) =>
      read(
        api.POST('/api/v1/batches/{id}/dispatch', {
          params: { path: { id: batch.id } },
          body: {
            commandId,
            // Left as it was: it leaves now, by the server's clock.
            ...(leftAt === openedAt ? {} : { occurredAt: instantAtWallClock(leftAt) }),
            ...(vehicle.trim() === '' ? {} : { vehicle: vehicle.trim() }),
            ...(driver.trim() === '' ? {} : { driver: driver.trim() }),
            ...(expectedOn === ''
              ? {}
              : { expectedAt: writeExpectedAt(expectedOn, batch.expectedAt)! }),
          },
        }),
      ),
    done: () => t('said.dispatched'),
    onDone: onClose,
  });
  const errors = dispatch.error instanceof Refusal ? dispatch.error.fieldErrors : {};
  const text = (value: string, set: (value: string) => void) => ({
    value,
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  });
  return (
    <SideForm
      title={t('dispatch.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => dispatch.mutate()}
      submit={t('language:batchStep.dispatch')}
      isPending={dispatch.isPending}
      error={dispatch.error}
      isDisabled={leftAt === ''}
    >
      <Text size="sm" c="dimmed">
        {t('dispatch.text')}
      </Text>
      <TextInput
        type="datetime-local"
        label={t('dispatch.leftAt')}
        required
        error={errors['occurredAt']}
        {...text(leftAt, setLeftAt)}
      />
      <TextInput
        type="date"
        label={t('expectedOn')}
        description={t('dispatch.usual')}
        error={errors['expectedAt']}
        {...text(expectedOn, setExpectedOn)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('vehicle')}
          maxLength={100}
          error={errors['vehicle']}
          {...text(vehicle, setVehicle)}
        />
        <TextInput
          label={t('driver')}
          maxLength={200}
          error={errors['driver']}
          {...text(driver, setDriver)}
        />
      </SimpleGrid>
    </SideForm>
  );
}
