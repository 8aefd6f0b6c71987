import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { type Material, useMaterialOf } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Holding } from './balances.js';
import { addAmount, quickAmounts } from './issue-draft.js';
import { useNumberStyle } from './number-style.js';
import classes from './stock.module.css';
import type { useIssueDraft } from './use-issue-draft.js';

interface Props {
  readonly campaign: Campaign;
  readonly form: ReturnType<typeof useIssueDraft>;
  readonly firstField: RefObject<HTMLInputElement | null>;
}

/** The materials that lie in the warehouse, each with what of it can be given. */
export function IssueGoods({ campaign, form, firstField }: Props) {
  const { t } = useTranslation('stock');
  const materialOf = useMaterialOf();
  const { draft, holdings, shortages, change } = form;
  const order = campaign.materialIds;
  const rows = holdings.toSorted(
    (a, b) => order.indexOf(a.materialId) - order.indexOf(b.materialId),
  );
  // Leaflets first: what most people come for is what there is most of.
  const sorted = rows.toSorted((a, b) => b.available - a.available);
  if (sorted.length === 0) return <Text c="dimmed">{t('issue.emptyWarehouse')}</Text>;
  return (
    <div role="group" aria-label={t('issue.what')}>
      {sorted.map((holding, index) => (
        <GoodsRow
          key={holding.materialId}
          holding={holding}
          material={materialOf(holding.materialId)}
          typed={draft.quantities[holding.materialId] ?? ''}
          isShort={shortages.some(({ materialId }) => materialId === holding.materialId)}
          field={index === 0 ? firstField : undefined}
          onType={(quantity) =>
            change({ quantities: { ...draft.quantities, [holding.materialId]: quantity } })
          }
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly holding: Holding;
  readonly material: Material | undefined;
  readonly typed: number | string;
  readonly isShort: boolean;
  readonly field: RefObject<HTMLInputElement | null> | undefined;
  readonly onType: (quantity: number | string) => void;
}

function GoodsRow({ holding, material, typed, isShort, field, onType }: RowProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const numbers = useNumberStyle();
  const { available } = holding;
  const name = material?.name ?? '…';
  return (
    <div className={classes.goods}>
      <Stack gap={0}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('issue.available', { pieces: format.number(available) })}
          {holding.reserved > 0 &&
            ` · ${t('issue.reserved', { pieces: format.number(holding.reserved) })}`}
          {holding.heldBack > 0 &&
            ` · ${t('heldBackShort', { pieces: format.number(holding.heldBack) })}`}
        </Text>
      </Stack>
      <NumberInput
        {...(field === undefined ? {} : { ref: field })}
        size="md"
        aria-label={t('issue.piecesOf', { material: name })}
        placeholder="0"
        min={0}
        allowDecimal={false}
        {...numbers}
        value={typed}
        onChange={onType}
        error={isShort && t('issue.tooMany', { pieces: format.number(available) })}
        disabled={available === 0}
        selectAllOnFocus
      />
      <Group gap={6} wrap="wrap">
        {quickAmounts(material?.packSize ?? 1, available).map((amount) => (
          <Button
            key={amount}
            size="compact-md"
            mih={36}
            variant="default"
            onClick={() => onType(addAmount(typed, amount, available))}
            aria-label={t('issue.add', { pieces: format.number(amount), material: name })}
            {...(amount === material?.packSize && { title: t('issue.aPack') })}
          >
            {t('issue.plus', { pieces: format.number(amount) })}
          </Button>
        ))}
      </Group>
    </div>
  );
}
