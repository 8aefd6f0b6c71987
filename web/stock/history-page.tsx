import { Checkbox, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../api/campaigns-query.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { MaterialChoice, WarehouseChoice } from '../parts/goods-choice.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { MunicipalityChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import { type Entry, mergeEntries } from './entries.js';
import { EntryDrawer } from './entry-drawer.js';
import { HistoryTable } from './history-table.js';
import { NeedsCampaign } from './needs-campaign.js';
import { StockCrumbs } from './stock-crumbs.js';
import { type Issue, issuesQuery } from './use-issues.js';
import { type Receipt, receiptsQuery } from './use-receipts.js';

/** What came into warehouses and what left them without a trip, and how to take it back. */
export function HistoryPage() {
  const { t } = useTranslation('stock');
  return (
    <NeedsCampaign title={t('history.title')}>
      {(campaign) => <CampaignHistory campaign={campaign} />}
    </NeedsCampaign>
  );
}

const KINDS = ['all', 'receipts', 'issues'] as const;

function CampaignHistory({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const [address] = useAddress();
  const isFiltered = Object.entries(address).some(
    ([name, value]) => name !== 'campaign' && value !== undefined,
  );
  const { receipts, issues } = useEntries(campaign);
  return (
    <>
      <PageHeader title={t('history.title')} lead={t('history.lead')} crumbs={<StockCrumbs />} />
      <Stack gap="md">
        <HistoryFilters />
        <Loaded query={receipts} height={320}>
          {(came) => (
            <Loaded query={issues} height={320}>
              {(left) =>
                came.length + left.length === 0 && !isFiltered ? (
                  <EmptyPage icon={<IconHistory />} title={t('empty.title')}>
                    {t('history.empty')}
                  </EmptyPage>
                ) : (
                  <HistoryTable entries={narrow(mergeEntries(came, left), address)} />
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Stack>
      <EntryDrawer />
    </>
  );
}

/** What the filters of the service name is asked of it; the kind and an issue's material are picked out here. */
function useEntries(campaign: Campaign) {
  const [address] = useAddress();
  const { warehouse, material, from, to, printOrder, lot, municipality } = address;
  const period = {
    campaign: campaign.id,
    ...(warehouse === undefined ? {} : { warehouse }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const receipts = useQuery(
    receiptsQuery({
      ...period,
      ...(material === undefined ? {} : { material }),
      ...(printOrder === undefined ? {} : { printOrder }),
      ...(lot === undefined ? {} : { lot }),
      ...(address['discrepancy'] === undefined ? {} : { discrepancy: true }),
    }),
  );
  const issues = useQuery(
    issuesQuery({ ...period, ...(municipality === undefined ? {} : { municipality }) }),
  );
  return { receipts, issues };
}

function narrow(
  entries: readonly Entry<Receipt, Issue>[],
  address: Readonly<Record<string, string | undefined>>,
): Entry<Receipt, Issue>[] {
  const { kind, material, municipality, printOrder, lot, discrepancy } = address;
  const isOfReceipts = [printOrder, lot, discrepancy].some((filter) => filter !== undefined);
  return entries.filter((entry) => {
    if (entry.kind === 'receipt') return kind !== 'issues' && municipality === undefined;
    if (kind === 'receipts' || isOfReceipts) return false;
    return material === undefined || entry.issue.lines.some((each) => each.materialId === material);
  });
}

function HistoryFilters() {
  const { t } = useTranslation(['stock', 'parts']);
  const [address, setAddress] = useAddress();
  const { kind = 'all', warehouse, material, municipality, from, to, discrepancy } = address;
  const day = (name: 'from' | 'to', value: string | undefined) => (
    <TextInput
      type="date"
      label={t(`period.${name}`)}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        setAddress({ [name]: currentTarget.value === '' ? undefined : currentTarget.value })
      }
    />
  );
  return (
    <Group align="flex-end" gap="sm">
      <SegmentedControl
        aria-label={t('view.label')}
        value={kind}
        onChange={(chosen) => setAddress({ kind: chosen === 'all' ? undefined : chosen })}
        data={KINDS.map((value) => ({ value, label: t(`history.${value}`) }))}
      />
      <WarehouseChoice
        clearable
        placeholder={t('everyWarehouse')}
        value={warehouse ?? null}
        onChange={(id) => setAddress({ warehouse: id ?? undefined })}
      />
      <MaterialChoice
        clearable
        placeholder={t('everyMaterial')}
        value={material ?? null}
        onChange={(id) => setAddress({ material: id ?? undefined })}
      />
      {kind !== 'receipts' && (
        <MunicipalityChoice
          clearable
          placeholder={t('parts:all')}
          value={municipality ?? null}
          onChange={(code) => setAddress({ municipality: code ?? undefined })}
        />
      )}
      {day('from', from)}
      {day('to', to)}
      {kind !== 'issues' && (
        <Checkbox
          mb={8}
          label={t('history.onlyDiscrepancies')}
          checked={discrepancy !== undefined}
          onChange={({ currentTarget }) =>
            setAddress({ discrepancy: currentTarget.checked ? 'true' : undefined })
          }
        />
      )}
    </Group>
  );
}
