import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import type { Municipality } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { ShareBar } from '../parts/share-bar.js';
import { StateBadge } from '../parts/state-badge.js';
import classes from './coverage.module.css';
import { Section } from '../parts/section.js';
import {
  type MaterialCoverage,
  type Target,
  useMaterialCoverage,
  useTargets,
} from './use-municipality.js';

type Row = MaterialCoverage & { readonly target: Target | undefined };

/** Each material against its target, and how that target came about. */
export function MaterialsSection({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation('coverage');
  const { code, districtCode } = municipality;
  const targets = useTargets(code);
  const { rows, failed } = useMaterialCoverage(code, districtCode);
  const columns = useColumns();
  const nameOf = useMaterialNames();
  return (
    <Section title={t('place.materials')}>
      {failed !== undefined && (
        <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      <Loaded query={targets} height={260}>
        {(known) => (
          <DataTable
            label={t('place.materials')}
            rows={joinTargets(rows, known)}
            columns={columns}
            idOf={({ materialId }) => materialId}
            nameOf={({ materialId }) => nameOf(materialId)}
            initialSorting={{ key: 'target', isDescending: true }}
            height="none"
            empty={t('place.noMaterials')}
          />
        )}
      </Loaded>
    </Section>
  );
}

function joinTargets(rows: readonly MaterialCoverage[], targets: readonly Target[]): Row[] {
  const targetOf = new Map(targets.map((target) => [target.materialId, target]));
  return rows.map((row) => ({ ...row, target: targetOf.get(row.materialId) }));
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation(['coverage', 'parts']);
  const format = useFormat();
  const nameOf = useMaterialNames();
  return useMemo(
    () => [
      {
        key: 'material',
        header: t('parts:material'),
        width: 'minmax(6.5rem, 3fr)',
        sortBy: (row) => nameOf(row.materialId),
        cell: (row) => <MaterialCell row={row} />,
      },
      {
        key: 'state',
        header: t('column.state'),
        width: '9.25rem',
        hiddenOn: 'phone',
        cell: ({ coverage }) =>
          coverage?.state == null ? '' : <StateBadge of="coverageState" state={coverage.state} />,
      },
      {
        key: 'target',
        header: t('column.target'),
        width: '4rem',
        isNumber: true,
        sortBy: ({ target }) => target?.quantity ?? null,
        cell: ({ target }) => (target === undefined ? '—' : format.number(target.quantity)),
      },
      {
        key: 'delivered',
        header: t('column.delivered'),
        width: '5.75rem',
        isNumber: true,
        sortBy: ({ coverage }) => coverage?.delivered ?? null,
        cell: ({ coverage }) => (coverage === undefined ? '…' : format.number(coverage.delivered)),
      },
      {
        key: 'inTransit',
        header: t('column.inTransit'),
        width: '5rem',
        isNumber: true,
        hiddenOn: 'phone',
        sortBy: ({ coverage }) => coverage?.inTransit ?? null,
        cell: ({ coverage }) => (coverage === undefined ? '…' : format.number(coverage.inTransit)),
      },
      {
        key: 'planned',
        header: t('column.planned'),
        width: '5.25rem',
        isNumber: true,
        hiddenOn: 'tablet',
        sortBy: ({ coverage }) => coverage?.planned ?? null,
        cell: ({ coverage }) => (coverage === undefined ? '…' : format.number(coverage.planned)),
      },
      {
        key: 'share',
        header: t('column.share'),
        width: '6.5rem',
        hiddenOn: 'phone',
        sortBy: ({ coverage }) => coverage?.share ?? null,
        cell: ({ coverage, materialId }) => (
          <ShareBar
            share={coverage?.share ?? null}
            label={t('shareOf', { name: nameOf(materialId) })}
          />
        ),
      },
    ],
    [t, format, nameOf],
  );
}

function MaterialCell({ row: { materialId, target, coverage } }: { row: Row }) {
  const { t } = useTranslation('coverage');
  const nameOf = useMaterialNames();
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {nameOf(materialId)}
      </Text>
      {target !== undefined && (
        <Text size="xs" c="dimmed">
          {target.source === 'override'
            ? t('place.byHand', { explanation: target.explanation })
            : target.explanation}
        </Text>
      )}
      {coverage?.state != null && (
        <div className={classes.onlyPhone}>
          <StateBadge of="coverageState" state={coverage.state} />
        </div>
      )}
    </Stack>
  );
}
