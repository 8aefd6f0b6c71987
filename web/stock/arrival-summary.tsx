import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconClipboardCheck } from '@tabler/icons-react';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Arrival, readPieces } from './arrival.js';
import type { ReceiptDraft } from './receipt-draft.js';
import type { Lot } from './use-lots.js';

interface Props {
  readonly draft: ReceiptDraft;
  readonly lot: Lot | undefined;
  readonly arrival: Arrival;
}

/** What will be booked, before it is: a difference with the supplier is seen while the van still stands there. */
export function ArrivalSummary({ draft, lot, arrival }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const warehouseName = useWarehouseNames();
  const { sound, againstNote, stillToCome } = arrival;
  const isDifferent = againstNote !== undefined && againstNote !== 0;
  const damaged = readPieces(draft.damaged) ?? 0;
  const counted = (count: number) => ({ count, replace: { count: format.number(count) } });
  return (
    <Alert
      role="status"
      color={isDifferent ? 'orange' : 'gray'}
      variant="light"
      icon={isDifferent ? <IconAlertTriangle aria-hidden /> : <IconClipboardCheck aria-hidden />}
      title={isDifferent ? <Difference againstNote={againstNote} /> : t('receive.willBook')}
    >
      <List size="sm" spacing={2}>
        {draft.warehouseId !== null && (
          <List.Item>
            {t('receive.intoWarehouse', {
              ...counted(sound),
              replace: {
                count: format.number(sound),
                warehouse: warehouseName(draft.warehouseId),
              },
            })}
          </List.Item>
        )}
        {damaged > 0 && <List.Item>{t('receive.asDamaged', counted(damaged))}</List.Item>}
        {lot !== undefined && (
          <List.Item>
            {t('receive.lotBecomes', {
              lot: lot.lotNumber,
              pieces: format.number(lot.printed + Number(draft.counted)),
            })}
          </List.Item>
        )}
        {stillToCome !== undefined && <StillToCome pieces={stillToCome} />}
      </List>
    </Alert>
  );
}

/** The difference with the supplier as a sentence. */
export function Difference({ againstNote }: { againstNote: number }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const count = Math.abs(againstNote);
  const values = { count, replace: { count: format.number(count) } };
  return <>{againstNote < 0 ? t('receive.short', values) : t('receive.over', values)}</>;
}

function StillToCome({ pieces }: { pieces: number }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const count = Math.abs(pieces);
  const values = { count, replace: { count: format.number(count) } };
  if (pieces === 0) return <List.Item>{t('receive.orderComplete')}</List.Item>;
  return (
    <List.Item>
      {pieces > 0 ? t('receive.orderAwaits', values) : t('receive.orderExceeded', values)}
    </List.Item>
  );
}
