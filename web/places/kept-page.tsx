import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { PlacesTabs } from './places-tabs.js';

interface Props<Row> {
  /** What is kept, as its words are called. */
  readonly of: 'groups' | 'warehouses';
  readonly icon: ReactNode;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly columns: readonly Column<Row>[];
  readonly onMake: () => void;
  /** The form of the one that is made or changed, while there is one. */
  readonly children: ReactNode;
}

/** A list of named things that somebody keeps: all of them, the way to make one, and what to do while there is none. */
export function KeptPage<Row extends { readonly id: string; readonly name: string }>(
  props: Props<Row>,
) {
  const { of, icon, query, columns, onMake, children } = props;
  const { t } = useTranslation('places');
  const mayWrite = useMayWrite();
  const make = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onMake}>
      {t(`${of}.make`)}
    </Button>
  );
  return (
    <>
      <PageHeader title={t(`${of}.title`)} lead={t(`${of}.lead`)} actions={make} />
      <PlacesTabs />
      <Loaded query={query} height={240}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPage icon={icon} title={t(`${of}.emptyTitle`)} action={make}>
              {t(`${of}.emptyText`)}
            </EmptyPage>
          ) : (
            <DataTable
              label={t(`${of}.title`)}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ name }) => name}
            />
          )
        }
      </Loaded>
      {children}
    </>
  );
}
