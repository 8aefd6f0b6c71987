import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../api/campaigns-query.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { CardTable } from './card-table.js';
import { NeedsCampaign } from './needs-campaign.js';
import { StockCrumbs } from './stock-crumbs.js';
import classes from './stock.module.css';
import { useAccountNames } from './use-account-names.js';
import { lotsQuery } from './use-lots.js';
import { cardQuery } from './use-movements.js';

/** Every movement of an account, with what lay in it after each: how a balance came about. */
export function StockCardPage() {
  const { t } = useTranslation('stock');
  return (
    <NeedsCampaign title={t('card.title')}>
      {(campaign) => <CampaignCard campaign={campaign} />}
    </NeedsCampaign>
  );
}

function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const [{ account, lot, material, from, to }] = useAddress();
  const card = useQuery(
    cardQuery({
      campaign: campaign.id,
      sort: '-sequence',
      ...(account === undefined ? {} : { account }),
      ...(lot === undefined ? {} : { lot }),
      ...(material === undefined ? {} : { material }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  );
  return (
    <>
      <PageHeader
        title={t('card.title')}
        lead={account === undefined ? t('card.leadAll') : t('card.lead')}
        crumbs={
          <span className={classes.screenOnly}>
            <StockCrumbs />
          </span>
        }
        actions={
          <Button
            className={classes.screenOnly}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        }
      />
      <Stack gap="md">
        <CardFilters campaign={campaign} />
        <Loaded query={card} height={420}>
          {(rows) => <CardTable rows={rows} account={account} />}
        </Loaded>
      </Stack>
    </>
  );
}

const SINGLE = ['damaged', 'lost', 'disposed', 'adjustment', 'supplier'] as const;

function CardFilters({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const [{ account, lot, material, from, to }, setAddress] = useAddress();
  const accountName = useAccountNames();
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const { data: lots = [] } = useQuery(lotsQuery(campaign.id));
  const accounts = [...warehouses.map(({ id }) => `warehouse:${id}`), ...SINGLE];
  // One that the address names and the list does not: of a batch, a delivery point, a municipality.
  if (account !== undefined && !accounts.includes(account)) accounts.push(account);
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
    <Group align="flex-end" gap="sm" className={classes.printAsText}>
      <Choice
        clearable
        label={t('card.account')}
        placeholder={t('card.everyAccount')}
        value={account ?? null}
        onChange={(chosen) => setAddress({ account: chosen ?? undefined })}
        options={accounts.map((each) => ({ value: each, label: accountName(each) }))}
      />
      <MaterialChoice
        clearable
        placeholder={t('everyMaterial')}
        value={material ?? null}
        onChange={(id) => setAddress({ material: id ?? undefined, lot: undefined })}
      />
      <Choice
        clearable
        label={t('column.lot')}
        placeholder={t('card.everyLot')}
        value={lot ?? null}
        onChange={(id) => setAddress({ lot: id ?? undefined })}
        options={lots
          .filter(({ materialId }) => material === undefined || materialId === material)
          .map(({ id, lotNumber }) => ({ value: id, label: lotNumber }))}
      />
      {day('from', from)}
      {day('to', to)}
    </Group>
  );
}
