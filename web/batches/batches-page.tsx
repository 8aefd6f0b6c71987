import { Group, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { ButtonLink } from '../parts/links.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { BatchBoard } from './batch-board.js';
import { BatchFilters } from './batch-filters.js';
import { filterBatches } from './batch-list.js';
import { BatchTable } from './batch-table.js';
import { type Batch, batchesQuery } from './use-batches.js';

/** Every trip and mailing of the campaign, as a list or by state. */
export function BatchesPage() {
  const { t } = useTranslation('batches');
  const campaign = useMaybeCampaign();
  const mayWrite = useMayWrite();
  if (campaign === undefined)
    return (
      <NoCampaign title={t('title')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />
    );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={mayWrite && <NewBatchButton />} />
      <CampaignBatches campaignId={campaign.id} />
    </>
  );
}

function NewBatchButton() {
  const { t } = useTranslation('batches');
  return (
    <ButtonLink to="/batches/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('new')}
    </ButtonLink>
  );
}

function CampaignBatches({ campaignId }: { campaignId: string }) {
  const query = useQuery(batchesQuery(campaignId));
  return (
    <Loaded query={query} height={420}>
      {(batches) => (batches.length === 0 ? <NoBatches /> : <Batches batches={batches} />)}
    </Loaded>
  );
}

function NoBatches() {
  const { t } = useTranslation('batches');
  const mayWrite = useMayWrite();
  return (
    <EmptyPage
      icon={<IconTruckDelivery />}
      title={t('none.title')}
      action={mayWrite && <NewBatchButton />}
    >
      {mayWrite ? t('none.text') : t('none.textReader')}
    </EmptyPage>
  );
}

function Batches({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation('batches');
  const [address, setAddress] = useAddress();
  const isBoard = address['view'] === 'board';
  const shown = filterBatches(batches, {
    state: isBoard ? undefined : address['state'],
    warehouse: address['warehouse'],
    mode: address['mode'],
    municipality: address['municipality'],
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <BatchFilters batches={batches} withState={!isBoard} />
        <SegmentedControl
          aria-label={t('view.label')}
          value={isBoard ? 'board' : 'list'}
          onChange={(view) => setAddress({ view: view === 'board' ? 'board' : undefined })}
          data={[
            { value: 'list', label: t('view.list') },
            { value: 'board', label: t('view.board') },
          ]}
        />
      </Group>
      {isBoard ? <BatchBoard batches={shown} /> : <BatchTable batches={shown} />}
    </Stack>
  );
}
