import { Alert, Button, Stack, Tabs } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMaterialNames } from '../api/use-materials.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAddress } from '../parts/use-address.js';
import { LotAccount } from './lot-account.js';
import { LotCommands } from './lot-commands.js';
import { LotRecallList } from './lot-recall-list.js';
import { LotTraceTables } from './lot-trace-tables.js';
import { StockCrumbs } from './stock-crumbs.js';
import classes from './stock.module.css';
import { type Lot, lotQuery } from './use-lots.js';

/** One print run: every piece accounted for, where it is, and whom to call. */
export function LotPage() {
  const { t } = useTranslation('stock');
  const { id } = useParams({ strict: false });
  const [{ asOf }] = useAddress();
  const lot = useQuery(lotQuery(id, asOf));
  return (
    <Loaded query={lot} height={420}>
      {(found) => <Whole lot={found} title={t('lot.title', { lot: found.lotNumber })} />}
    </Loaded>
  );
}

function Whole({ lot, title }: { lot: Lot; title: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const materialName = useMaterialNames();
  const [{ view = 'account' }, setAddress] = useAddress();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('lot.lead', {
          material: materialName(lot.materialId),
          date: format.date(lot.firstReceiptAt),
        })}
        crumbs={
          <span className={classes.screenOnly}>
            <StockCrumbs />
          </span>
        }
        badge={<StateBadge of="lotState" state={lot.state} />}
        actions={
          <div className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
            {mayWrite && <LotCommands lot={lot} />}
          </div>
        }
      />
      <Stack gap="lg">
        <LotWarning lot={lot} />
        <Tabs
          value={view}
          onChange={(chosen) => setAddress({ view: chosen ?? undefined })}
          keepMounted={false}
        >
          <Tabs.List className={classes.screenOnly} mb="md">
            <Tabs.Tab value="account">{t('lot.account')}</Tabs.Tab>
            <Tabs.Tab value="trace">{t('lot.trace')}</Tabs.Tab>
            {mayWrite && <Tabs.Tab value="recall">{t('lot.recall')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="account">
            <LotAccount lot={lot} />
          </Tabs.Panel>
          <Tabs.Panel value="trace">
            <LotTraceTables lotId={lot.id} />
          </Tabs.Panel>
          {mayWrite && (
            <Tabs.Panel value="recall">
              <LotRecallList lotId={lot.id} />
            </Tabs.Panel>
          )}
        </Tabs>
      </Stack>
    </>
  );
}

function LotWarning({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  if (lot.state === 'usable') return null;
  const isBlocked = lot.state === 'blocked';
  return (
    <Alert color={isBlocked ? 'yellow' : 'red'} variant="light">
      {isBlocked
        ? t('lot.isBlocked')
        : t('lot.isWithdrawn', {
            date: lot.withdrawnAt === null ? '' : format.date(lot.withdrawnAt),
          })}
    </Alert>
  );
}
