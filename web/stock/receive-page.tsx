import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { NeedsCampaign } from './needs-campaign.js';
import { NeedsWarehouse } from './needs-warehouse.js';
import { NotYours } from './not-yours.js';
import { ReceiptResult } from './receipt-result.js';
import { ReceiveForm } from './receive-form.js';
import { StockCrumbs } from './stock-crumbs.js';
import { lotsQuery } from './use-lots.js';
import { printOrdersQuery } from './use-print-orders.js';
import type { Receipt } from './use-receipts.js';

/** What came from the printer: counted against the delivery note before it is booked. */
export function ReceivePage() {
  const { t } = useTranslation('stock');
  const mayWrite = useMayWrite();
  return (
    <NeedsCampaign title={t('receive.title')}>
      {(campaign) => (
        <>
          <PageHeader
            title={t('receive.title')}
            lead={t('receive.lead')}
            crumbs={<StockCrumbs />}
          />
          {mayWrite ? (
            <NeedsWarehouse>
              <Receiving campaign={campaign} />
            </NeedsWarehouse>
          ) : (
            <NotYours />
          )}
        </>
      )}
    </NeedsCampaign>
  );
}

function Receiving({ campaign }: { campaign: Campaign }) {
  const orders = useQuery(printOrdersQuery(campaign.id));
  const lots = useQuery(lotsQuery(campaign.id));
  const [booked, setBooked] = useState<Receipt | undefined>(undefined);
  if (booked !== undefined)
    return <ReceiptResult receipt={booked} onNext={() => setBooked(undefined)} />;
  return (
    <Loaded query={orders} height={420}>
      {(known) => (
        <Loaded query={lots} height={420}>
          {(runs) => (
            <ReceiveForm campaign={campaign} orders={known} lots={runs} onBooked={setBooked} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
