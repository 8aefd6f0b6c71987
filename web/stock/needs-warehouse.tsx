import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { ButtonLink } from '../parts/links.js';

/** Nothing comes in or goes out where there is no warehouse: then the page says to make one. */
export function NeedsWarehouse({ children }: { children: ReactNode }) {
  const { t } = useTranslation('stock');
  const warehouses = useQuery(warehousesQuery);
  return (
    <Loaded query={warehouses} height={420}>
      {(found) =>
        found.some(({ active }) => active) ? (
          children
        ) : (
          <EmptyPage
            icon={<IconBuildingWarehouse />}
            title={t('noWarehouse.title')}
            action={<ButtonLink to="/places/warehouses">{t('noWarehouse.action')}</ButtonLink>}
          >
            {t('noWarehouse.text')}
          </EmptyPage>
        )
      }
    </Loaded>
  );
}
