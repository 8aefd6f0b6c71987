import { Badge, Button, Group, Stack, Tabs, Title } from '@mantine/core';
import { useMayWrite } from '../api/use-session.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import { ConfirmationDrawer } from './confirmation-drawer.js';
import { ConfirmationsTable } from './confirmations-table.js';
import { Discrepancies } from './discrepancies.js';
import { Forms } from './forms.js';
import { InTransit } from './in-transit.js';
import { Outcome } from './outcome.js';
import { Review } from './review.js';
import { findUnderWay, tallyLines } from './tally.js';
import { Timeline } from './timeline.js';
import { useDiscrepancies } from './use-discrepancies.js';
import { type Confirmation, useWordsOfBatch } from './use-words-of-batch.js';

const TABS = ['transit', 'review', 'discrepancies', 'confirmations', 'timeline'] as const;
type Tab = (typeof TABS)[number];

/** States that wait for a coordinator, or for what has yet to come. */
const WAITING = new Set(['conflict', 'held', 'rejected']);

/** What became of a batch once it left: what is said of it, what is still open, and what to do about it. */
export function AfterDispatch({ batch }: { batch: BatchDetail }) {
  const words = useWordsOfBatch(batch.id);
  if (batch.dispatchedAt === null) {
    // Before it leaves there is nothing to tell, but for what came too early.
    if (words.data === undefined || words.data.length === 0) return null;
    return <BeforeDispatch batch={batch} words={words.data} />;
  }
  return (
    <Loaded query={words} height={320}>
      {(data) => <Journey batch={batch} words={data} />}
    </Loaded>
  );
}

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
}

function BeforeDispatch({ batch, words }: Props) {
  const { t } = useTranslation('after-dispatch');
  return (
    <Stack component="section" id="after-dispatch" aria-labelledby="after-dispatch-title" mt="xl">
      <Title order={2} size="h3" id="after-dispatch-title">
        {t('titleBefore')}
      </Title>
      <Review batch={batch} words={words} />
      <ConfirmationDrawer batch={batch} words={words} />
    </Stack>
  );
}

function Journey({ batch, words }: Props) {
  const { t } = useTranslation('after-dispatch');
  const [address, setAddress] = useAddress();
  const discrepancies = useDiscrepancies(batch.id);
  const counts: Readonly<Record<Tab, number>> = {
    transit: findUnderWay(batch.consignments).length,
    review: words.filter(({ status }) => WAITING.has(status)).length,
    discrepancies: discrepancies.data?.filter(({ state }) => state === 'open').length ?? 0,
    confirmations: 0,
    timeline: 0,
  };
  const tab = TABS.find((each) => each === address['after']) ?? chooseTab(words, counts);
  return (
    <Stack component="section" id="after-dispatch" aria-labelledby="after-dispatch-title" mt="xl">
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h3" id="after-dispatch-title">
          {t('title')}
        </Title>
        <Commands batch={batch} />
      </Group>
      <Outcome tally={tallyLines(batch.consignments.flatMap(({ lines }) => lines))} />
      <Tabs
        value={tab}
        onChange={(value) => setAddress({ after: value ?? undefined })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs.label')} mb="md">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each} rightSection={<Count count={counts[each]} />}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="transit">
          <InTransit batch={batch} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <Review batch={batch} words={words} />
        </Tabs.Panel>
        <Tabs.Panel value="discrepancies">
          <Discrepancies batch={batch} />
        </Tabs.Panel>
        <Tabs.Panel value="confirmations">
          <ConfirmationsTable batch={batch} words={words} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <Timeline batch={batch} words={words} />
        </Tabs.Panel>
      </Tabs>
      <ConfirmationDrawer batch={batch} words={words} />
      <Forms batch={batch} words={words} openDiscrepancies={counts.discrepancies} />
    </Stack>
  );
}

/** What needs somebody first: a conflict, then what is under way, then a difference; else the story. */
function chooseTab(words: readonly Confirmation[], counts: Readonly<Record<Tab, number>>): Tab {
  if (words.some(({ status }) => status === 'conflict')) return 'review';
  if (counts.transit > 0) return 'transit';
  return counts.discrepancies > 0 ? 'discrepancies' : 'timeline';
}

function Count({ count }: { count: number }) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <Badge size="sm" variant="light" color="gray" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {format.number(count)}
    </Badge>
  );
}

function Commands({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation('after-dispatch');
  const [, setAddress] = useAddress();
  if (!useMayWrite() || batch.state !== 'dispatched') return null;
  const isOpen = findUnderWay(batch.consignments).length > 0;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAddress({ do: 'close' })}>
        {t('command.close')}
      </Button>
      {isOpen && (
        <Button onClick={() => setAddress({ do: 'confirm' })}>{t('command.confirm')}</Button>
      )}
    </Group>
  );
}
