import { ActionIcon, Badge, Group, Select, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaterialOf } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { MunicipalityChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import { OverrideForm } from './override-form.js';
import { filterTargets } from './target-totals.js';
import type { Target } from './use-targets.js';

interface Props {
  readonly campaign: Campaign;
  readonly targets: readonly Target[];
  readonly material: string | undefined;
}

const SOURCES = ['rule', 'override', 'none'] as const;

/** The targets one by one, each with how it came about. */
export function TargetTable({ campaign, targets, material }: Props) {
  const { t } = useTranslation('campaigns');
  const [address, setAddress] = useAddress();
  const mayOverride = useMayWrite() && campaign.state !== 'closed';
  const [overriding, setOverriding] = useState<Target>();
  const { source, municipality } = address;
  const shown = filterTargets(targets, { material, source, municipality });
  const columns = useColumns(material === undefined, mayOverride ? setOverriding : undefined);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('targets.list')}
      </Title>
      <Group gap="sm" align="flex-end">
        <MunicipalityChoice
          value={municipality ?? null}
          onChange={(code) => setAddress({ municipality: code ?? undefined })}
          clearable
        />
        <Select
          label={t('targets.source')}
          clearable
          clearButtonProps={{ 'aria-label': t('targets.anySource') }}
          placeholder={t('targets.anySource')}
          value={source ?? null}
          data={SOURCES.map((each) => ({ value: each, label: t(`source.${each}`) }))}
          onChange={(chosen) => setAddress({ source: chosen ?? undefined })}
        />
      </Group>
      <DataTable
        label={t('targets.list')}
        rows={shown}
        columns={withTotal(columns, shown, material !== undefined)}
        idOf={idOf}
      />
      {overriding !== undefined && (
        <OverrideForm
          campaignId={campaign.id}
          target={overriding}
          onClose={() => setOverriding(undefined)}
        />
      )}
    </Stack>
  );
}

function idOf({ municipalityCode, materialId }: Target): string {
  return `${municipalityCode} ${materialId}`;
}

/** Pieces of different materials are not added. */
function withTotal(
  columns: readonly (Column<Target> & { sum?: (rows: readonly Target[]) => string })[],
  rows: readonly Target[],
  isOneMaterial: boolean,
): Column<Target>[] {
  return columns.map(({ sum, ...column }) =>
    sum === undefined || !isOneMaterial ? column : { ...column, total: sum(rows) },
  );
}

function useColumns(
  showsMaterial: boolean,
  onOverride: ((target: Target) => void) | undefined,
): (Column<Target> & { sum?: (rows: readonly Target[]) => string })[] {
  const { t } = useTranslation(['campaigns', 'parts']);
  const format = useFormat();
  const nameOf = useMunicipalityNames();
  const materialOf = useMaterialOf();
  const nameMaterial = (id: string): string => materialOf(id)?.name ?? '…';
  return [
    {
      key: 'municipality',
      header: t('parts:municipality'),
      sortBy: ({ municipalityCode }) => nameOf(municipalityCode),
      width: 'minmax(8rem, 2fr)',
      cell: ({ municipalityCode, materialId, source, explanation }) => (
        <>
          <Text size="sm">{nameOf(municipalityCode)}</Text>
          {showsMaterial && (
            <Text size="xs" c="dimmed">
              {nameMaterial(materialId)}
            </Text>
          )}
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {source === 'none' ? t('source.none') : explanation}
          </Text>
        </>
      ),
    },
    {
      key: 'quantity',
      header: t('targets.target'),
      isNumber: true,
      width: '5.5rem',
      sortBy: ({ quantity }) => quantity,
      cell: ({ quantity }) => format.number(quantity),
      sum: (rows) => format.number(rows.reduce((sum, { quantity }) => sum + quantity, 0)),
    },
    {
      key: 'explanation',
      header: t('targets.why'),
      hiddenOn: 'phone',
      width: 'minmax(12rem, 5fr)',
      cell: ({ source, explanation }) => (
        <Group gap="xs" wrap="nowrap">
          {source === 'override' && (
            <Badge variant="light" style={{ textTransform: 'none', flexShrink: 0 }}>
              {t('source.override')}
            </Badge>
          )}
          <Text size="sm" c={source === 'none' ? 'dimmed' : undefined}>
            {explanation}
          </Text>
        </Group>
      ),
    },
    ...(onOverride === undefined
      ? []
      : [
          {
            key: 'actions',
            header: '',
            width: '2.75rem',
            cell: (target: Target) => (
              <Tooltip label={t('override.open')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('override.openFor', {
                    place: nameOf(target.municipalityCode),
                    material: nameMaterial(target.materialId),
                  })}
                  onClick={() => onOverride(target)}
                >
                  <IconPencil size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
            ),
          },
        ]),
  ];
}
