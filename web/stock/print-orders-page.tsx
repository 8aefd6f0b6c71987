import { Button, Group, Stack } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { CloseShortForm } from './close-short-form.js';
import { NeedsCampaign } from './needs-campaign.js';
import { PrintOrderForm } from './print-order-form.js';
import { PrintOrderTable } from './print-order-table.js';
import { StockCrumbs } from './stock-crumbs.js';
import { useRemovePrintOrder } from './use-remove-print-order.js';
import { type PrintOrder, printOrdersQuery } from './use-print-orders.js';

/** What printers are to deliver, what of it has come, and what is late. */
export function PrintOrdersPage() {
  const { t } = useTranslation('stock');
  return (
    <NeedsCampaign title={t('orders.title')}>
      {(campaign) => <CampaignOrders campaign={campaign} />}
    </NeedsCampaign>
  );
}

type Shown =
  | { readonly form: 'make' }
  | { readonly form: 'change' | 'closeShort'; readonly order: PrintOrder };

function CampaignOrders({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('stock');
  const mayWrite = useMayWrite();
  const orders = useQuery(printOrdersQuery(campaign.id));
  const remove = useRemovePrintOrder(campaign);
  const [{ material }, setAddress] = useAddress();
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const close = (): void => setShown(undefined);
  const make = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setShown({ form: 'make' })}
    >
      {t('orders.make')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('orders.title')}
        lead={t('orders.lead')}
        crumbs={<StockCrumbs />}
        {...(mayWrite && { actions: make })}
      />
      <Loaded query={orders} height={320}>
        {(found) =>
          found.length === 0 ? (
            <EmptyPage
              icon={<IconPrinter />}
              title={t('orders.emptyTitle')}
              {...(mayWrite && { action: make })}
            >
              {t('orders.emptyText')}
            </EmptyPage>
          ) : (
            <Stack gap="md">
              <Group>
                <MaterialChoice
                  clearable
                  placeholder={t('everyMaterial')}
                  value={material ?? null}
                  onChange={(id) => setAddress({ material: id ?? undefined })}
                />
              </Group>
              <PrintOrderTable
                orders={found.filter(
                  ({ materialId }) => material === undefined || materialId === material,
                )}
                mayWrite={mayWrite}
                onChange={(order) => setShown({ form: 'change', order })}
                onCloseShort={(order) => setShown({ form: 'closeShort', order })}
                onRemove={(order) => remove.mutate(order)}
              />
            </Stack>
          )
        }
      </Loaded>
      {(shown?.form === 'make' || shown?.form === 'change') && (
        <PrintOrderForm
          key={shown.form === 'change' ? shown.order.id : 'new'}
          campaign={campaign}
          order={shown.form === 'change' ? shown.order : undefined}
          onClose={close}
        />
      )}
      {shown?.form === 'closeShort' && <CloseShortForm order={shown.order} onClose={close} />}
    </>
  );
}
