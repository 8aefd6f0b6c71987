import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import cells from '../parts/cells.module.css';
import { type Column, DataTable } from '../parts/data-table.js';
import { PointMarks } from './point-name.js';
import { PointRowMenu } from './point-row-menu.js';
import { useTagNames } from './use-tag-names.js';
import classes from './places.module.css';

interface Props {
  readonly points: readonly DeliveryPoint[];
  readonly selected: ReadonlySet<string>;
  /** Absent: the reader sends nothing anywhere. */
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  readonly onHover: (point: DeliveryPoint | undefined) => void;
}

/** The delivery points, by name. */
export function PointTable({ points, selected, onSelect, onHover }: Props) {
  const { t } = useTranslation('places');
  const columns = useColumns();
  return (
    <DataTable
      label={t('points.table')}
      rows={points}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      initialSorting={{ key: 'name', isDescending: false }}
      onHover={onHover}
      {...(onSelect !== undefined && { selected, onSelect })}
      isSelectable={({ active }) => active}
    />
  );
}

const ACTIONS: Column<DeliveryPoint> = {
  key: 'actions',
  header: '',
  width: '2.5rem',
  cell: (point) => <PointRowMenu point={point} />,
};

function useColumns(): readonly Column<DeliveryPoint>[] {
  const { t } = useTranslation(['places', 'language']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const tagName = useTagNames();
  return useMemo(() => {
    const names = new Map((municipalities ?? []).map(({ code, name }) => [code, name]));
    const municipalityName = (code: string): string => names.get(code) ?? code;
    const whatItIs = ({ kind, tags }: DeliveryPoint): string =>
      [t(`language:pointKind.${kind}`), ...tags.map(tagName)].join(' · ');
    return [
      {
        key: 'name',
        header: t('name'),
        width: 'minmax(10rem, 3fr)',
        sortBy: ({ name }) => name,
        cell: (point) => (
          <>
            <div className={cells.named}>
              <Link to="/places/points/$id" params={{ id: point.id }} className={cells.name}>
                {point.name}
              </Link>
              <PointMarks point={point} />
            </div>
            <div className={cells.beneath}>{whatItIs(point)}</div>
            <div className={`${cells.beneath} ${classes.onlyPhone}`}>
              {municipalityName(point.municipalityCode)}
            </div>
          </>
        ),
      },
      {
        key: 'municipality',
        header: t('municipality'),
        width: 'minmax(7rem, 1.4fr)',
        hiddenOn: 'phone',
        sortBy: (point) => municipalityName(point.municipalityCode),
        cell: (point) => municipalityName(point.municipalityCode),
      },
      {
        key: 'address',
        header: t('address'),
        width: 'minmax(9rem, 2fr)',
        hiddenOn: 'tablet',
        sortBy: ({ settlement, address }) => `${settlement ?? ''} ${address}`,
        cell: ({ settlement, address }) =>
          settlement === null ? address : `${address}, ${settlement}`,
      },
      {
        key: 'audience',
        header: t('points.audience'),
        width: '6rem',
        isNumber: true,
        hiddenOn: 'phone',
        sortBy: ({ audience }) => audience,
        cell: ({ audience }) => (audience === null ? '—' : format.number(audience)),
      },
      ...(mayWrite ? [ACTIONS] : []),
    ];
  }, [t, format, municipalities, tagName, mayWrite]);
}
