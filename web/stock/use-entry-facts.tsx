import { useMaterialNames } from '../api/use-materials.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Difference } from './arrival-summary.js';
import type { Fact } from './fact-list.js';
import { TextLink } from '../parts/links.js';
import type { Issue } from './use-issues.js';
import { useIssueTargetName } from './use-issue-target-name.js';
import type { Receipt } from './use-receipts.js';

type Told = readonly [label: string, value: Fact['value'] | null | undefined];

/** Those that are known. */
function keepKnown(told: readonly Told[]): Fact[] {
  return told.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );
}

export function useReceiptFacts(): (receipt: Receipt) => Fact[] {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const warehouseName = useWarehouseNames();
  return (receipt) =>
    keepKnown([
      [
        t('column.lot'),
        <TextLink key="lot" to="/stock/lots/$id" params={{ id: receipt.lotId }} inherit>
          {t('lotOf', { lot: receipt.lotNumber, material: materialName(receipt.materialId) })}
        </TextLink>,
      ],
      [t('receive.counted'), format.number(receipt.quantity)],
      [t('receive.damaged'), receipt.damaged === 0 ? null : format.number(receipt.damaged)],
      [
        t('receive.noted'),
        receipt.notedQuantity === null ? null : format.number(receipt.notedQuantity),
      ],
      [
        t('history.discrepancy'),
        receipt.discrepancy === null ? null : (
          <Difference key="difference" againstNote={receipt.discrepancy.difference} />
        ),
      ],
      [t('column.warehouse'), warehouseName(receipt.warehouseId)],
      [t('supplier'), receipt.supplier],
      [t('receive.noteNumber'), receipt.deliveryNoteNumber],
      [
        t('funding.legend'),
        format.list(
          receipt.funding.map(({ funder, percent }) =>
            t('funderShare', { funder, percent: format.decimal(percent, 2) }),
          ),
        ),
      ],
      [t('receive.day'), format.date(receipt.occurredAt)],
      [t('recordedAt'), format.dateTime(receipt.recordedAt)],
    ]);
}

export function useIssueFacts(): (issue: Issue) => Fact[] {
  const { t } = useTranslation(['stock', 'parts']);
  const format = useFormat();
  const materialName = useMaterialNames();
  const warehouseName = useWarehouseNames();
  const targetName = useIssueTargetName();
  return (issue) =>
    keepKnown([
      [
        t('history.to'),
        issue.to.deliveryPointId === undefined ? (
          targetName(issue)
        ) : (
          <TextLink
            key="to"
            to="/places/points/$id"
            params={{ id: issue.to.deliveryPointId }}
            inherit
          >
            {targetName(issue)}
          </TextLink>
        ),
      ],
      [
        t('issue.what'),
        format.list(
          issue.lines.map(({ materialId, quantity }) =>
            t('piecesOf', { pieces: format.number(quantity), material: materialName(materialId) }),
          ),
        ),
      ],
      [t('history.counting'), issue.estimated ? t('issue.estimated') : null],
      [t('issue.from'), warehouseName(issue.warehouseId)],
      [t('issue.receivedBy'), issue.receivedBy],
      [t('parts:note'), issue.note],
      [t('issue.day'), format.dateTime(issue.occurredAt)],
      [t('recordedAt'), format.dateTime(issue.recordedAt)],
    ]);
}
