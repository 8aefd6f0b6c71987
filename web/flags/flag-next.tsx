import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconTruck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { offerBatch } from './next-doing.js';
import type { FlagWithHistory } from './use-flags.js';

/** Where the flag's cause is done away with. */
export function FlagNext({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const municipalityName = useMunicipalityNames();
  if (flag.state === 'resolved') return null;
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h5">
          {t('next')}
        </Title>
        <SendHere flag={flag} />
        {flag.batchId !== null && (
          <Step to="/batches/$id" params={{ id: flag.batchId }} hint={t('seeBatchHint')}>
            {t('seeBatch')}
          </Step>
        )}
        {flag.rule === 'below_target' && flag.municipalityCode !== null && (
          <Step to="/campaign/targets" search={{ municipality: flag.municipalityCode }}>
            {t('seeTargets')}
          </Step>
        )}
        {flag.municipalityCode !== null && flag.warehouseId === null && (
          <Step to="/coverage/$code" params={{ code: flag.municipalityCode }}>
            {t('seeMunicipality', { name: municipalityName(flag.municipalityCode) })}
          </Step>
        )}
        <StockSteps flag={flag} />
      </Stack>
    </Paper>
  );
}

function SendHere({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const mayWrite = useMayWrite();
  const offer = offerBatch([flag]);
  if (!mayWrite || offer === undefined) return null;
  return (
    <div>
      <Button
        component={Link}
        to="/batches/new"
        search={offer.search as never}
        leftSection={<IconTruck size={16} aria-hidden />}
      >
        {t('sendHere')}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>
        {t('sendHereHint')}
      </Text>
    </div>
  );
}

function StockSteps({ flag: { rule, warehouseId, materialId } }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const mayWrite = useMayWrite();
  if (rule === 'idle_stock' && warehouseId !== null)
    return (
      <>
        {mayWrite && (
          <Step to="/batches/new" search={{ warehouse: warehouseId }}>
            {t('sendFrom')}
          </Step>
        )}
        <Step to="/stock" search={{ warehouse: warehouseId }}>
          {t('seeStock')}
        </Step>
      </>
    );
  if (rule !== 'stock_short') return null;
  return (
    <>
      <Step to="/stock/print-orders" search={{}}>
        {t('seeOrders')}
      </Step>
      <Step to="/stock" search={materialId === null ? {} : { material: materialId }}>
        {t('seeStock')}
      </Step>
    </>
  );
}

interface StepProps {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
  readonly hint?: string;
  readonly children: string;
}

function Step({ to, params, search, hint, children }: StepProps) {
  return (
    <div>
      <Button
        component={Link}
        to={to}
        params={params as never}
        search={search as never}
        variant="default"
      >
        {children}
      </Button>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
    </div>
  );
}
