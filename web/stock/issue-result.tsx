import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMaterialNames } from '../api/use-materials.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { useAccountNames } from './use-account-names.js';
import type { Issue } from './use-issues.js';
import { useReversal } from './use-reversal.js';

interface Props {
  readonly issue: Issue;
  readonly onClose: () => void;
}

/** What was booked, with the way back; beneath it the form waits for the next person. */
export function IssueResult({ issue, onClose }: Props) {
  const { t } = useTranslation(['stock', 'parts']);
  const format = useFormat();
  const materialName = useMaterialNames();
  const warehouseName = useWarehouseNames();
  const accountName = useAccountNames();
  const { takeBack, isPending } = useReversal(onClose);
  const first = issue.movements[0];
  return (
    <Alert
      role="status"
      color="reach"
      variant="light"
      icon={<IconCheck aria-hidden />}
      withCloseButton
      closeButtonLabel={t('parts:close')}
      onClose={onClose}
      title={t('issue.booked', {
        to: first === undefined ? '' : accountName(first.to),
        time: format.time(issue.occurredAt),
      })}
    >
      <List size="sm" listStyleType="none">
        {issue.lines.map(({ materialId, quantity }) => (
          <List.Item key={materialId}>
            {t('issue.line', {
              pieces: format.number(quantity),
              material: materialName(materialId),
              warehouse: warehouseName(issue.warehouseId),
            })}
          </List.Item>
        ))}
      </List>
      <Group mt="sm" gap="sm">
        {first !== undefined && (
          <Button
            size="sm"
            variant="default"
            loading={isPending}
            onClick={() => takeBack(first.id, t('reversal.atOnce'))}
          >
            {t('reversal.verb')}
          </Button>
        )}
        <Text size="sm">
          <TextLink to="/stock/history" search={{ issue: issue.id }} inherit>
            {t('issue.open')}
          </TextLink>
        </Text>
      </Group>
    </Alert>
  );
}
