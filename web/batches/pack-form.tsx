import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import {
  clampPackages,
  countPackages,
  listPackages,
  MAXIMUM_PACKAGES,
  packSingly,
  suggestPackages,
  USUAL_PACKAGE_KILOGRAMS,
} from './packages.js';
import { usePackingWords } from './packing-words.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly onClose: () => void;
}

/** Into how many packages each consignment goes: one, unless told otherwise. */
export function PackForm({ batch, onClose }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const [packages, setPackages] = useState<ReadonlyMap<string, number>>(() =>
    packSingly(batch.consignments),
  );
  const [kilograms, setKilograms] = useState(USUAL_PACKAGE_KILOGRAMS);
  const pack = useCommand({
    run: (_: void, commandId) =>
      read(
        api.POST('/api/v1/batches/{id}/pack', {
          params: { path: { id: batch.id } },
          body: { commandId, consignments: listPackages(packages) },
        }),
      ),
    done: () => t('said.packed'),
    onDone: onClose,
  });
  const count = countPackages(packages);
  return (
    <SideForm
      title={t('pack.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => pack.mutate()}
      submit={t('pack.submit', { count, replace: { count: format.number(count) } })}
      isPending={pack.isPending}
      error={pack.error}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        {t('pack.text')}
      </Text>
      <Group align="flex-end" gap="xs">
        <NumberInput
          w={190}
          label={t('pack.heaviest')}
          min={1}
          max={1000}
          allowDecimal={false}
          suffix=" kg"
          value={kilograms}
          onChange={(typed) => setKilograms(Math.max(1, Number(typed) || 1))}
        />
        <Button
          variant="default"
          onClick={() => setPackages(suggestPackages(batch.consignments, kilograms))}
        >
          {t('pack.suggest')}
        </Button>
        <Button variant="subtle" onClick={() => setPackages(packSingly(batch.consignments))}>
          {t('pack.single')}
        </Button>
      </Group>
      <PackTable
        consignments={batch.consignments}
        packages={packages}
        onChange={(id, typed) => setPackages(new Map(packages).set(id, clampPackages(typed)))}
      />
    </SideForm>
  );
}

interface TableProps {
  readonly consignments: readonly BatchConsignment[];
  readonly packages: ReadonlyMap<string, number>;
  readonly onChange: (id: string, packages: number) => void;
}

function PackTable({ consignments, packages, onChange }: TableProps) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const describePacking = usePackingWords();
  const columns: Column<BatchConsignment>[] = [
    {
      key: 'point',
      header: t('column.point'),
      width: 'minmax(9rem, 1fr)',
      cell: ({ deliveryPoint, packing }) => (
        <>
          <Text size="sm" fw={600}>
            {deliveryPoint.name}
          </Text>
          <Text size="xs" c="dimmed">
            {describePacking(packing)}
          </Text>
        </>
      ),
    },
    {
      key: 'weight',
      header: t('facts.weight'),
      width: '5rem',
      isNumber: true,
      sortBy: ({ packing }) => packing.weightGrams,
      cell: ({ packing }) => format.weight(packing.weightGrams),
    },
    {
      key: 'packages',
      header: t('pack.packages'),
      width: '6rem',
      cell: ({ id, deliveryPoint }) => (
        <NumberInput
          aria-label={t('pack.packagesOf', { name: deliveryPoint.name })}
          min={1}
          max={MAXIMUM_PACKAGES}
          allowDecimal={false}
          value={packages.get(id) ?? 1}
          onChange={(typed) => onChange(id, Number(typed))}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('pack.title')}
      rows={consignments}
      columns={columns}
      idOf={({ id }) => id}
      height="50vh"
    />
  );
}
