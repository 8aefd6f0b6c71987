import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCalendarOff, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, daysBetween } from '../../src/time.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { Section } from '../parts/section.js';
import { useCounted } from '../parts/use-counted.js';
import { ClosureForm } from './closure-form.js';
import { type ClosureTime, countDays, groupClosures, timeOf } from './closure-groups.js';
import { PlacesTabs } from './places-tabs.js';
import { RowMenu } from './row-menu.js';
import { type Closure, closuresQuery, useRemoveClosure } from './use-closures.js';
import { useTagNames } from './use-tag-names.js';

const TIMES = ['now', 'ahead', 'past'] as const satisfies readonly ClosureTime[];

/** Days on which points cannot receive: what is closed now, and what is ahead. */
export function ClosuresPage() {
  const { t } = useTranslation('places');
  const mayWrite = useMayWrite();
  const closures = useQuery(closuresQuery);
  const { remove } = useRemoveClosure();
  const [shown, setShown] = useState<'none' | 'new' | Closure>('none');
  const today = dayOf(new Date().toISOString());
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setShown('new')}>
      {t('closures.make')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('closures.title')}
        lead={t('closures.lead')}
        {...(mayWrite && { actions: make })}
      />
      <PlacesTabs />
      <Loaded query={closures} height={240}>
        {(all) => {
          if (all.length === 0)
            return (
              <EmptyPage
                icon={<IconCalendarOff />}
                title={t('closures.emptyTitle')}
                {...(mayWrite && { action: make })}
              >
                {t('closures.emptyText')}
              </EmptyPage>
            );
          const groups = groupClosures(all, today);
          return (
            <Stack gap="lg" maw={900}>
              {TIMES.filter((time) => groups[time].length > 0).map((time) => (
                <Section key={time} title={t(`closures.${time}`)}>
                  <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                    {groups[time].map((closure) => (
                      <ClosureCard
                        key={closure.id}
                        closure={closure}
                        today={today}
                        {...(mayWrite && {
                          onEdit: () => setShown(closure),
                          onRemove: () => remove(closure),
                        })}
                      />
                    ))}
                  </Stack>
                </Section>
              ))}
            </Stack>
          );
        }}
      </Loaded>
      {shown !== 'none' && (
        <ClosureForm
          key={shown === 'new' ? 'new' : shown.id}
          closure={shown === 'new' ? undefined : shown}
          onClose={() => setShown('none')}
        />
      )}
    </>
  );
}

interface CardProps {
  readonly closure: Closure;
  readonly today: string;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

function ClosureCard({ closure, today, onEdit, onRemove }: CardProps) {
  const { t } = useTranslation(['places', 'language']);
  const format = useFormat();
  const counted = useCounted();
  const { startsOn, endsOn, reason } = closure;
  const time = timeOf(closure, today);
  const span =
    startsOn === endsOn
      ? format.date(startsOn)
      : t('closures.span', { from: format.date(startsOn), to: format.date(endsOn) });
  return (
    <Paper withBorder p="sm" radius="md" component="li" opacity={time === 'past' ? 0.85 : 1}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="lg" align="flex-start" style={{ flex: 1 }}>
          <Stack gap={2} w={210}>
            <Text fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {span}
            </Text>
            <Text size="xs" c="dimmed">
              {t('language:count.days', counted(countDays(closure)))}
            </Text>
          </Stack>
          <Stack gap={2} style={{ flex: '1 1 14rem' }}>
            <Group gap="xs">
              <Text>{reason}</Text>
              {time === 'now' && (
                <Badge color="yellow" variant="light" styles={{ root: { textTransform: 'none' } }}>
                  {t('closures.daysLeft', {
                    days: t('language:count.days', counted(daysBetween(today, endsOn) + 1)),
                  })}
                </Badge>
              )}
              {time === 'ahead' && (
                <Text size="sm" c="dimmed">
                  {t('closures.startsIn', {
                    when: format.relativeDays(daysBetween(today, startsOn)),
                  })}
                </Text>
              )}
            </Group>
            <WhomLine closure={closure} />
          </Stack>
        </Group>
        {onRemove !== undefined && (
          <RowMenu name={reason} onRemove={onRemove} {...(onEdit !== undefined && { onEdit })} />
        )}
      </Group>
    </Paper>
  );
}

const NAMED = 4;

/** Which points, where. */
function WhomLine({
  closure: { pointKind, tag, municipalityCodes, groupId },
}: {
  closure: Closure;
}) {
  const { t } = useTranslation(['places', 'language']);
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const tagName = useTagNames();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const names = (municipalityCodes ?? []).map(municipalityName);
  const group = groups.find(({ id }) => id === groupId)?.name;
  const municipalities =
    names.length > NAMED + 1
      ? t('closures.andMore', {
          names: names.slice(0, NAMED).join(', '),
          count: names.length - NAMED,
        })
      : format.list(names);
  const where = [...(names.length > 0 ? [municipalities] : []), ...(group ? [group] : [])];
  return (
    <Text size="sm" c="dimmed">
      {[
        pointKind === null ? t('closures.everyKind') : t(`language:pointKind.${pointKind}`),
        ...(tag === null ? [] : [tagName(tag)]),
        where.length === 0 ? t('closures.everywhere') : where.join('; '),
      ].join(' · ')}
    </Text>
  );
}
