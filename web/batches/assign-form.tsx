import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { useAssignees } from './use-assignees.js';
import type { BatchDetail } from '../api/use-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Who hands over the consignments, all or those that are selected. */
export function AssignForm({ batch, selected, onClose }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const people = useAssignees();
  const chosen = batch.consignments.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  const [isAll, setIsAll] = useState(chosen.length === 0);
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const assign = useCommand({
    run: (to: string, commandId) =>
      read(
        api.POST('/api/v1/batches/{id}/assign', {
          params: { path: { id: batch.id } },
          body: { commandId, assigneeId: to, ...(isAll ? {} : { consignmentIds: chosen }) },
        }),
      ),
    done: () => t('said.assigned'),
    onDone: onClose,
  });
  const errors = assign.error instanceof Refusal ? assign.error.fieldErrors : {};
  return (
    <SideForm
      title={t('assign.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => assigneeId !== null && assign.mutate(assigneeId)}
      submit={t('language:batchStep.assign')}
      isPending={assign.isPending}
      error={assign.error}
      isDisabled={assigneeId === null}
    >
      <Choice
        label={t('assign.who')}
        required
        value={assigneeId}
        onChange={setAssigneeId}
        error={errors['assigneeId']}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {chosen.length > 0 && (
        <Radio.Group
          label={t('assign.what')}
          value={isAll ? 'all' : 'chosen'}
          onChange={(value) => setIsAll(value === 'all')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="chosen"
              label={t('assign.chosen', {
                consignments: t('language:count.consignments', { count: chosen.length }),
              })}
            />
            <Radio value="all" label={t('assign.all')} />
          </Stack>
        </Radio.Group>
      )}
      <Text size="sm" c="dimmed">
        {t('assign.text')}
      </Text>
    </SideForm>
  );
}
