import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconPackage, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold, matches, searchWords } from '../../src/places/search.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useHasRole } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { MyConfirmForm } from './my-confirm-form.js';
import { sortByExpected, type Turn, turnOf } from './my-confirmation.js';
import { MyConsignmentCard } from './my-consignment-card.js';
import { type MyConsignment, myConsignmentsQuery } from './use-my-consignments.js';

const TURNS = ['open', 'waiting', 'done'] as const satisfies readonly Turn[];
/** Cards are tall: more are shown when asked for. */
const SHOWN = 25;

/** What a volunteer is to hand over, where to, and their word on it. */
export function MyConsignmentsPage() {
  const { t } = useTranslation('people');
  const isVolunteer = useHasRole('volunteer');
  const consignments = useQuery(myConsignmentsQuery);
  return (
    <>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <Loaded query={consignments} height={320}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon={<IconPackage />} title={t('mine.noneTitle')}>
              {t(isVolunteer ? 'mine.noneText' : 'mine.notFor')}
            </EmptyPage>
          ) : (
            <Mine all={all} />
          )
        }
      </Loaded>
    </>
  );
}

function Mine({ all }: { all: readonly MyConsignment[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const [address, setAddress] = useAddress();
  const [shown, setShown] = useState(SHOWN);
  const [confirmedId, setConfirmedId] = useState<string>();
  const turn = TURNS.find((each) => each === address['turn']) ?? 'open';
  const found = useSearched(all, address['q']).filter((each) => turnOf(each) === turn);
  const countOf = (each: Turn): string =>
    format.number(all.filter((consignment) => turnOf(consignment) === each).length);
  const confirmed = all.find(({ id }) => id === confirmedId);
  return (
    <Stack gap="md" maw={820}>
      <SegmentedControl
        fullWidth
        aria-label={t('mine.tab')}
        value={turn}
        onChange={(value) => {
          setShown(SHOWN);
          setAddress({ turn: value === 'open' ? undefined : value });
        }}
        data={TURNS.map((value) => ({
          value,
          label: t('mine.counted', { turn: t(`mine.${value}`), number: countOf(value) }),
        }))}
      />
      <TextInput
        aria-label={t('mine.search')}
        placeholder={t('mine.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={address['q'] ?? ''}
        onChange={({ currentTarget }) =>
          setAddress({ q: currentTarget.value === '' ? undefined : currentTarget.value })
        }
      />
      {found.length === 0 && (
        <Text c="dimmed">
          {t(turn === 'open' && address['q'] === undefined ? 'mine.allDone' : 'mine.noneHere')}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {found.slice(0, shown).map((consignment) => (
          <MyConsignmentCard
            key={consignment.id}
            consignment={consignment}
            onConfirm={() => setConfirmedId(consignment.id)}
          />
        ))}
      </Stack>
      {found.length > shown && (
        <Group justify="center">
          <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
            {t('mine.more', { more: format.number(Math.min(SHOWN, found.length - shown)) })}
          </Button>
        </Group>
      )}
      {confirmed !== undefined && (
        <MyConfirmForm
          key={confirmed.id}
          consignment={confirmed}
          onClose={() => setConfirmedId(undefined)}
        />
      )}
    </Stack>
  );
}

/** Blind to diacritics and script, by point, place and waybill. */
function useSearched(
  all: readonly MyConsignment[],
  q: string | undefined,
): readonly MyConsignment[] {
  const municipalityName = useMunicipalityNames();
  const words = searchWords(q);
  return sortByExpected(
    all.filter(({ deliveryPoint, waybillNumber }) => {
      const { name, settlement, address, municipalityCode } = deliveryPoint;
      const place = municipalityName(municipalityCode);
      return matches(fold([name, settlement, address, place, waybillNumber].join(' ')), words);
    }),
  );
}
