import { Button, Collapse, Stack, Text, Timeline as Line } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconCheck,
  IconFilePlus,
  IconFlag,
  IconHourglass,
  IconLock,
  IconMessage,
  IconPackage,
  IconPencil,
  IconTruck,
  IconX,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType, useId, useState } from 'react';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { type BookingCause, type Event, tellStory } from './chronicle.js';
import { LookButton } from './confirmations-table.js';
import { ToldInWords } from './told-in-words.js';
import { useBooked } from './use-booked.js';
import { useCount } from './use-count.js';
import { useDiscrepancies } from './use-discrepancies.js';
import { usePersonNames } from './use-person-names.js';
import { type Stops, useStops } from './use-stops.js';
import { useTeller } from './use-teller.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
}

type Moment = Event<Confirmation>;

/** The story of the batch, oldest first: what happened, when, and by whom as far as the reader may know. */
export function Timeline({ batch, words }: Props) {
  const booked = useBooked(batch.id);
  const discrepancies = useDiscrepancies(batch.id);
  const stops = useStops(batch);
  return (
    <Loaded query={booked} height={240}>
      {(movements) => {
        const findings = discrepancies.data ?? [];
        const story = tellStory({ batch, words, findings, booked: movements });
        return (
          <Line bulletSize={26} lineWidth={2}>
            {story.map((moment) => renderMoment(moment, batch, stops))}
          </Line>
        );
      }}
    </Loaded>
  );
}

/** Mantine's line looks at its children itself, so that each has to be an item of it. */
function renderMoment(moment: Moment, batch: BatchDetail, stops: Stops) {
  const Icon = iconOf(moment);
  return (
    <Line.Item
      key={keyOf(moment)}
      bullet={<Icon size={14} aria-hidden />}
      title={<Title moment={moment} />}
    >
      <When moment={moment} />
      <About moment={moment} batch={batch} stops={stops} />
    </Line.Item>
  );
}

const CAUSE_ICONS: Readonly<Record<BookingCause, ComponentType<IconProps>>> = {
  correction: IconPencil,
  preference: IconCheck,
  return: IconArrowBackUp,
  loss: IconX,
  resolution: IconFlag,
  close: IconAdjustments,
};

function iconOf(moment: Moment): ComponentType<IconProps> {
  switch (moment.kind) {
    case 'made':
      return IconFilePlus;
    case 'planned':
      return IconHourglass;
    case 'packed':
      return IconPackage;
    case 'dispatched':
      return IconTruck;
    case 'closed':
      return IconLock;
    case 'cancelled':
      return IconX;
    case 'words':
      return IconMessage;
    case 'booked':
      return CAUSE_ICONS[moment.cause];
    default:
      return moment satisfies never;
  }
}

function keyOf(moment: Moment): string {
  if (moment.kind === 'words') return moment.day;
  return moment.kind === 'booked' ? moment.causeId : moment.kind;
}

function Title({ moment }: { moment: Moment }) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const isBooked = moment.kind === 'booked';
  if (isBooked) return <Text fw={600}>{t(`story.${moment.cause}`)}</Text>;
  if (moment.kind !== 'words') return <Text fw={600}>{t(`story.${moment.kind}`)}</Text>;
  const { words } = moment;
  return (
    <Text fw={600}>
      {words.length === 0 ? t('story.differences') : t('story.words', count(words.length))}
    </Text>
  );
}

function When({ moment }: { moment: Moment }) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const nameOf = usePersonNames();
  if (moment.kind === 'words')
    return (
      <Text size="sm" c="dimmed">
        {format.date(moment.day)}
      </Text>
    );
  const at = format.dateTime(moment.at);
  const who = moment.actorId === undefined ? undefined : nameOf(moment.actorId);
  return (
    <Text size="sm" c="dimmed">
      {who === undefined ? at : t('detail.byAt', { who, at })}
    </Text>
  );
}

interface AboutProps {
  readonly moment: Moment;
  readonly batch: BatchDetail;
  readonly stops: Stops;
}

const NAMED_STOPS = 3;

function About({ moment, batch, stops }: AboutProps) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const format = useFormat();
  const count = useCount();
  switch (moment.kind) {
    case 'dispatched':
      return batch.expectedAt === null ? null : (
        <Text size="sm">{t('story.expected', { date: format.date(batch.expectedAt) })}</Text>
      );
    case 'booked': {
      const { consignmentIds, pieces } = moment;
      const names = consignmentIds.slice(0, NAMED_STOPS).map(stops.nameOf);
      const further = consignmentIds.length - names.length;
      if (further > 0) names.push(t('language:count.consignments', count(further)));
      return (
        <Text size="sm">
          {t('story.booked', {
            pieces: t('language:count.pieces', count(pieces)),
            names: format.list(names),
          })}
        </Text>
      );
    }
    case 'words':
      return <Words moment={moment} stops={stops} />;
    case 'made':
    case 'planned':
    case 'packed':
    case 'closed':
    case 'cancelled':
      return null;
    default:
      return moment satisfies never;
  }
}

const SHOWN_WORDS = 3;

function Words({ moment, stops }: { moment: Moment & { kind: 'words' }; stops: Stops }) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { words, opened, closed } = moment;
  const isMany = words.length > SHOWN_WORDS;
  const differences = [
    ...(opened > 0 ? [t('story.opened', count(opened))] : []),
    ...(closed > 0 ? [t('story.settled', count(closed))] : []),
  ];
  return (
    <Stack gap={4} align="flex-start">
      {differences.length > 0 && <Text size="sm">{differences.join(' · ')}</Text>}
      {isMany && (
        <Button
          size="compact-sm"
          h={36}
          variant="subtle"
          px={0}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'story.hide' : 'story.show')}
        </Button>
      )}
      <Collapse expanded={isOpen || !isMany} id={id} w="100%">
        {(isOpen || !isMany) &&
          words.map((word) => (
            <Word key={`${word.id} ${word.receivedAt}`} word={word} stops={stops} />
          ))}
      </Collapse>
    </Stack>
  );
}

function Word({ word, stops }: { word: Confirmation; stops: Stops }) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const format = useFormat();
  const tellerOf = useTeller();
  const name = stops.nameOf(word.consignmentId);
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 8, maxWidth: 720 }}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {[
            format.time(word.occurredAt ?? word.receivedAt),
            tellerOf(word),
            t(`language:confirmationStatus.${word.status}`),
          ].join(' · ')}
          {word.status === 'rejected' ? null : (
            <>
              {' · '}
              <ToldInWords confirmation={word} />
            </>
          )}
        </Text>
      </div>
      <LookButton confirmation={word} name={name} />
    </div>
  );
}
