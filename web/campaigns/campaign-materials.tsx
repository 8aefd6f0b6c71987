import { Group, Stack, Text, Title } from '@mantine/core';
import { IconPackages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaterialOf } from '../api/use-materials.js';
import { useHasRole } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { sumTargets, type TargetTotal } from './target-totals.js';
import { useLanguageName } from './use-language-name.js';
import { targetsQuery } from './use-targets.js';

/** The campaign's materials, and what the targets of each come to. */
export function CampaignMaterials({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const isAdministrator = useHasRole('administrator');
  const targets = useQuery(targetsQuery(campaign.id));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('materials.title')}
        </Title>
        <Group gap="xs">
          <ButtonLink to="/campaign/targets" variant="default">
            {t('targets.title')}
          </ButtonLink>
          <ButtonLink to="/campaign/materials" variant="default">
            {isAdministrator ? t('materials.manage') : t('materials.all')}
          </ButtonLink>
        </Group>
      </Group>
      {campaign.materialIds.length === 0 ? (
        <EmptyPage
          icon={<IconPackages />}
          title={t('materials.noneInCampaign')}
          action={
            isAdministrator && (
              <ButtonLink to="/campaign/materials">{t('materials.choose')}</ButtonLink>
            )
          }
        >
          {t('materials.noneInCampaignText')}
        </EmptyPage>
      ) : (
        <Loaded query={targets} height={220}>
          {(rows) => <Totals totals={sumTargets(rows, campaign.materialIds)} />}
        </Loaded>
      )}
    </Stack>
  );
}

function Totals({ totals }: { totals: readonly TargetTotal[] }) {
  const { t } = useTranslation(['campaigns', 'language', 'parts']);
  const format = useFormat();
  const materialOf = useMaterialOf();
  const nameLanguage = useLanguageName();
  const describe = (id: string): string => {
    const material = materialOf(id);
    if (material === undefined) return '';
    return `${t(`language:materialKind.${material.kind}`)} · ${nameLanguage(material.language)}`;
  };
  const columns: Column<TargetTotal>[] = [
    {
      key: 'material',
      header: t('parts:material'),
      sortBy: ({ materialId }) => materialOf(materialId)?.name ?? '',
      width: 'minmax(9rem, 3fr)',
      cell: ({ materialId }) => (
        <>
          <TextLink to="/campaign/targets" search={{ material: materialId }} size="sm">
            {materialOf(materialId)?.name ?? '…'}
          </TextLink>
          <Text size="xs" c="dimmed">
            {describe(materialId)}
          </Text>
        </>
      ),
    },
    {
      key: 'target',
      header: t('targets.target'),
      isNumber: true,
      sortBy: ({ quantity }) => quantity,
      cell: ({ quantity }) => format.number(quantity),
    },
    {
      key: 'withTarget',
      header: t('targets.municipalities'),
      isNumber: true,
      sortBy: ({ withTarget }) => withTarget,
      cell: ({ withTarget }) => format.number(withTarget),
    },
    {
      key: 'overridden',
      header: t('targets.byHand'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ overridden }) => overridden,
      cell: ({ overridden }) => format.number(overridden),
    },
  ];
  return (
    <DataTable
      label={t('materials.title')}
      rows={totals}
      columns={columns}
      idOf={({ materialId }) => materialId}
    />
  );
}
