import { Button, Group, Menu, SegmentedControl, Stack, TextInput } from '@mantine/core';
import {
  IconArrowDownToArc,
  IconDots,
  IconHistory,
  IconPackageImport,
  IconPrinter,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf } from '../../src/time.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { ButtonLink } from '../parts/links.js';
import { LotList } from './lot-list.js';
import { NeedsCampaign } from './needs-campaign.js';
import { StockHints } from './stock-hints.js';
import { StockTables } from './stock-tables.js';
import { lotsQuery } from './use-lots.js';
import { printOrdersQuery } from './use-print-orders.js';
import { stockQuery } from './use-stock.js';

/** Where every piece lies, and what can be done with it. */
export function StockPage() {
  const { t } = useTranslation('stock');
  return (
    <NeedsCampaign title={t('title')}>
      {(campaign) => <CampaignStock campaign={campaign} />}
    </NeedsCampaign>
  );
}

function CampaignStock({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const [{ asOf, view = 'balances' }, setAddress] = useAddress();
  const lots = useQuery(lotsQuery(campaign.id, asOf));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={asOf === undefined ? t('lead') : t('leadAsOf', { date: format.date(asOf) })}
        actions={<Actions />}
      />
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="sm">
          <SegmentedControl
            aria-label={t('view.label')}
            value={view}
            onChange={(chosen) => setAddress({ view: chosen })}
            data={[
              { value: 'balances', label: t('view.balances') },
              { value: 'lots', label: t('view.lots') },
            ]}
          />
          <TextInput
            type="date"
            label={t('asOf')}
            max={dayOf(new Date().toISOString())}
            value={asOf ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setAddress({ asOf: value === '' ? undefined : value })
            }
          />
        </Group>
        {asOf === undefined && <StockHints campaignId={campaign.id} />}
        <Loaded query={lots} height={320}>
          {(found) => {
            if (found.length === 0 && asOf === undefined) return <NothingYet />;
            return view === 'lots' ? (
              <LotList lots={found} />
            ) : (
              <Balances campaign={campaign} asOf={asOf} />
            );
          }}
        </Loaded>
      </Stack>
    </>
  );
}

function Balances({ campaign, asOf }: { campaign: Campaign; asOf: string | undefined }) {
  const stock = useQuery(
    stockQuery({ campaign: campaign.id, ...(asOf === undefined ? {} : { asOf }) }),
  );
  const orders = useQuery(printOrdersQuery(campaign.id));
  return (
    <Loaded query={stock} height={320}>
      {(rows) => (
        <StockTables
          campaign={campaign}
          rows={rows}
          // What is expected is known as of today only.
          orders={asOf === undefined ? (orders.data ?? []) : undefined}
        />
      )}
    </Loaded>
  );
}

function Actions() {
  const { t } = useTranslation('stock');
  const mayWrite = useMayWrite();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {t('action.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to="/stock/print-orders"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {t('orders.title')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/stock/history"
            leftSection={<IconHistory size={16} aria-hidden />}
          >
            {t('history.title')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/stock/card"
            leftSection={<IconArrowDownToArc size={16} aria-hidden />}
          >
            {t('card.title')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {mayWrite && (
        <>
          <ButtonLink
            to="/stock/receive"
            variant="default"
            leftSection={<IconPackageImport size={16} aria-hidden />}
          >
            {t('action.receive')}
          </ButtonLink>
          <ButtonLink to="/stock/issue" leftSection={<IconUser size={16} aria-hidden />}>
            {t('action.issue')}
          </ButtonLink>
        </>
      )}
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation('stock');
  const mayWrite = useMayWrite();
  return (
    <EmptyPage
      icon={<IconPackageImport />}
      title={t('empty.title')}
      {...(mayWrite && {
        action: (
          <Group justify="center" gap="xs">
            <ButtonLink to="/stock/print-orders" variant="default">
              {t('empty.order')}
            </ButtonLink>
            <ButtonLink to="/stock/receive">{t('empty.receive')}</ButtonLink>
          </Group>
        ),
      })}
    >
      {mayWrite ? t('empty.text') : t('empty.wait')}
    </EmptyPage>
  );
}
