import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { FilterBar } from './filter-bar.js';
import { countNarrowing, type FlagFilter, readFilter } from './flag-filter.js';
import { FlagTable } from './flag-table.js';
import { SelectionBar } from './selection-bar.js';
import { type Flag, flagsQuery } from './use-flags.js';

/** What the checks found: the open ones first, and what can be done with several at once. */
export function FlagsPage() {
  const { t } = useTranslation('flags');
  const campaign = useMaybeCampaign();
  if (campaign !== undefined) return <Flags campaignId={campaign.id} />;
  return <NoCampaign title={t('title')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />;
}

function Flags({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('flags');
  const [address] = useAddress();
  const filter = readFilter(address);
  const flags = useQuery(flagsQuery(campaignId, filter));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button component={Link} to="/checks/rules" variant="default">
            {t('rules')}
          </Button>
        }
      />
      <FilterBar />
      <Loaded query={flags} height={420}>
        {(found) => <Inbox flags={found} filter={filter} />}
      </Loaded>
    </>
  );
}

function Inbox({ flags, filter }: { flags: readonly Flag[]; filter: FlagFilter }) {
  const { t } = useTranslation('flags');
  const mayWrite = useMayWrite();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  if (flags.length === 0 && filter.state === 'open' && countNarrowing(filter) === 0)
    return <NothingOpen />;
  // What left the list, by a filter or since it was done, is selected no more.
  const chosen = flags.filter(({ id }) => selected.has(id));
  return (
    <>
      {mayWrite && <SelectionBar chosen={chosen} onSelect={setSelected} />}
      <FlagTable
        flags={flags}
        selected={selected}
        onSelect={mayWrite ? setSelected : undefined}
        isAllOpen={filter.state === 'open'}
        empty={t('emptyFiltered')}
      />
    </>
  );
}

function NothingOpen() {
  const { t } = useTranslation('flags');
  return (
    <EmptyPage
      icon={<IconCircleCheck size={28} />}
      title={t('emptyTitle')}
      action={
        <Button component={Link} to="/coverage">
          {t('emptyCoverage')}
        </Button>
      }
    >
      {t('emptyText')}
    </EmptyPage>
  );
}
