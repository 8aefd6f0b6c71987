import { Group, Spoiler, Stack, Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { StateBadge } from '../parts/state-badge.js';
import { Section } from '../parts/section.js';
import { type Flag, useFlagsOf } from './use-municipality.js';

const SHOWN_HEIGHT = 320;

/** What the checks found here: what is open first, then what once was. */
export function FlagsSection({ code }: { code: string }) {
  const { t } = useTranslation(['coverage', 'parts']);
  const flags = useFlagsOf(code);
  return (
    <Section
      title={t('place.flags')}
      aside={
        <TextLink to="/flags" search={{ municipality: code }} size="sm">
          {t('place.toFlags')}
        </TextLink>
      }
    >
      <Loaded query={flags} height={120}>
        {(all) => {
          if (all.length === 0) return <Text c="dimmed">{t('place.noFlags')}</Text>;
          const isOpen = ({ state }: Flag): boolean => state !== 'resolved';
          const inOrder = [...all.filter(isOpen), ...all.filter((flag) => !isOpen(flag))];
          return (
            <Spoiler maxHeight={SHOWN_HEIGHT} showLabel={t('showAll')} hideLabel={t('showLess')}>
              <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                {inOrder.map((flag) => (
                  <FlagLine key={flag.id} flag={flag} />
                ))}
              </Stack>
            </Spoiler>
          );
        }}
      </Loaded>
    </Section>
  );
}

function FlagLine({ flag }: { flag: Flag }) {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  return (
    <Stack gap={2} component="li">
      <Group gap="xs">
        <TextLink to="/flags/$id" params={{ id: flag.id }} size="sm" fw={600}>
          {t(`language:flagKind.${flag.rule}`)}
        </TextLink>
        <StateBadge of="flagState" state={flag.state} />
        {flag.state !== 'resolved' && <StateBadge of="severity" state={flag.severity} />}
      </Group>
      <Text size="sm">{flag.message}</Text>
      <Text size="xs" c="dimmed">
        {flag.resolvedAt === null
          ? t('place.raised', { date: format.date(flag.raisedAt) })
          : t('place.raisedAndResolved', {
              raised: format.date(flag.raisedAt),
              resolved: format.date(flag.resolvedAt),
            })}
      </Text>
    </Stack>
  );
}
