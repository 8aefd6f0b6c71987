import { Button, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCampaign, useMaybeCampaign } from '../api/use-campaigns.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { DistributionFilters } from './distribution-filters.js';
import { DistributionPrint } from './distribution-print.js';
import printClasses from './distribution-print.module.css';
import { DistributionTable } from './distribution-table.js';
import { LIST_FILTERS, readListQuestion, totalList } from './list-question.js';
import { useListSentences } from './printed-line.js';
import { type DistributionList, distributionListQuery } from './use-distribution-list.js';

/** Who got what: the list that funders ask for, on the screen and on paper. */
export function DistributionListPage() {
  const { t } = useTranslation('coverage');
  if (useMaybeCampaign() !== undefined) return <List />;
  return (
    <NoCampaign title={t('list.title')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />
  );
}

function List() {
  const { t } = useTranslation('coverage');
  const [address] = useAddress();
  const { id } = useCampaign();
  const list = useQuery(distributionListQuery(readListQuestion(address, id)));
  return (
    <>
      <div className={printClasses.hiddenInPrint}>
        <PageHeader
          title={t('list.title')}
          lead={t('list.lead')}
          actions={
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              disabled={list.data === undefined || list.isPlaceholderData}
              onClick={() => window.print()}
            >
              {t('list.print')}
            </Button>
          }
        />
        <Stack gap="md">
          <DistributionFilters />
          <Loaded query={list} height={480}>
            {(data) => <Rows list={data} isOld={list.isPlaceholderData} />}
          </Loaded>
        </Stack>
      </div>
      {list.data !== undefined && <DistributionPrint list={list.data} />}
    </>
  );
}

function Rows({ list, isOld }: { list: DistributionList; isOld: boolean }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const [address] = useAddress();
  const totals = useMemo(() => totalList(list.items), [list.items]);
  const sentences = useListSentences(totals);
  const isFiltered = LIST_FILTERS.some((filter) => address[filter] !== undefined);
  if (list.items.length === 0 && !isFiltered) return <NoPoints />;
  return (
    <Stack gap="xs" style={isOld ? { opacity: 0.6 } : undefined} aria-busy={isOld}>
      <Text size="sm" aria-live="polite">
        {sentences}
      </Text>
      <DistributionTable rows={list.items} totals={totals} />
      <Text size="sm" c="dimmed">
        {t('basis', { moment: format.dateTime(list.asOf), sequence: format.number(list.sequence) })}
      </Text>
    </Stack>
  );
}

function NoPoints() {
  const { t } = useTranslation('coverage');
  const mayWrite = useMayWrite();
  return (
    <EmptyPage
      icon={<IconPrinter size={28} />}
      title={t('list.emptyTitle')}
      action={mayWrite ? <ButtonLink to="/places">{t('list.addPoints')}</ButtonLink> : undefined}
    >
      {t('list.emptyText')}
    </EmptyPage>
  );
}
