import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { Difference } from './arrival-summary.js';
import { ButtonLink } from '../parts/links.js';
import { LotEquation } from './lot-equation.js';
import { MovementList } from './movement-list.js';
import { lotQuery } from './use-lots.js';
import type { Receipt } from './use-receipts.js';
import { useReversal } from './use-reversal.js';

interface Props {
  readonly receipt: Receipt;
  readonly onNext: () => void;
}

/** What was booked, what it made of the print run, and the way back. */
export function ReceiptResult({ receipt, onNext }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const lot = useQuery(lotQuery(receipt.lotId));
  const { takeBack, isPending } = useReversal(onNext);
  const first = receipt.movements[0];
  return (
    <Stack gap="md" maw={860}>
      <Alert
        role="status"
        color="reach"
        variant="light"
        icon={<IconCheck aria-hidden />}
        title={t('receive.booked', {
          pieces: format.number(receipt.quantity),
          lot: receipt.lotNumber,
          material: materialName(receipt.materialId),
        })}
      >
        {receipt.discrepancy !== null && (
          <Text size="sm" mb="xs">
            <Difference againstNote={receipt.discrepancy.difference} /> {t('receive.kept')}
          </Text>
        )}
        <Group gap="sm">
          <Button size="sm" onClick={onNext}>
            {t('receive.next')}
          </Button>
          <ButtonLink
            size="sm"
            variant="default"
            to="/stock/lots/$id"
            params={{ id: receipt.lotId }}
          >
            {t('receive.openLot')}
          </ButtonLink>
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
        </Group>
      </Alert>
      <Paper withBorder p="md">
        <Title order={2} size="h5" mb="xs">
          {t('receive.movements')}
        </Title>
        <MovementList movements={receipt.movements} />
      </Paper>
      <Paper withBorder p="md">
        <Title order={2} size="h5" mb="xs">
          {t('receive.account')}
        </Title>
        <Loaded query={lot} height={40}>
          {(found) => <LotEquation lot={found} />}
        </Loaded>
      </Paper>
    </Stack>
  );
}
