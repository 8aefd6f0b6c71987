import {
  ActionIcon,
  Anchor,
  Button,
  Code,
  CopyButton,
  Group,
  Paper,
  Progress,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import type { components } from '../api/schema.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useDemo, useEndDemo, useStartDemo } from './use-demo.js';

type Demo = components['schemas']['DemoDto'];

/** A filled campaign to look at, one click away, beside the real service. */
export function DemoCard() {
  const { t } = useTranslation('first-hour');
  const demo = useDemo();
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-labelledby="demo-title">
      <Stack gap="sm">
        <Title order={2} size="h5" id="demo-title">
          {t('demo.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('demo.text')}
        </Text>
        <Loaded query={demo} height={40}>
          {(read) => <Stand demo={read} />}
        </Loaded>
      </Stack>
    </Paper>
  );
}

function Stand({ demo }: { demo: Demo }) {
  const { t } = useTranslation('first-hour');
  const start = useStartDemo();
  if (!demo.available)
    return (
      <Text size="sm">
        {t('demo.unavailable')} <Code>npm run demo</Code>
      </Text>
    );
  if (demo.state === 'starting') return <Filling progress={demo.progress ?? 0} />;
  if (demo.state === 'ready' && demo.url !== undefined)
    return <Ready url={demo.url} accounts={demo.accounts ?? []} />;
  return (
    <>
      {demo.state === 'failed' && (
        <Text size="sm" role="alert">
          {t('demo.failed')}
        </Text>
      )}
      {start.error !== null && <ProblemNotice error={start.error} isCommand />}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        loading={start.isPending}
        onClick={() => start.mutate()}
      >
        {t('demo.start')}
      </Button>
    </>
  );
}

function Filling({ progress }: { progress: number }) {
  const { t } = useTranslation('first-hour');
  const format = useFormat();
  return (
    <Stack gap={6} role="status">
      <Progress value={Math.max(progress * 100, 3)} animated aria-label={t('demo.filling')} />
      <Text size="sm">{t('demo.fillingShare', { share: format.percent(progress) })}</Text>
    </Stack>
  );
}

function Ready({ url, accounts }: { url: string; accounts: NonNullable<Demo['accounts']> }) {
  const { t } = useTranslation(['first-hour', 'language']);
  const end = useEndDemo(t('demo.ended'));
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('demo.ready')}{' '}
        <Anchor href={url} target="_blank" rel="noreferrer">
          {url}
        </Anchor>
      </Text>
      <Stack
        gap="xs"
        component="ul"
        aria-label={t('demo.accounts')}
        style={{ listStyle: 'none', padding: 0, margin: 0 }}
      >
        {accounts.map(({ role, email, password }) => (
          <li key={email}>
            <Text size="sm" fw={600}>
              {t(`language:role.${role}`)}
            </Text>
            <Group gap="xs">
              <Copied text={email} />
              <Copied text={password} />
            </Group>
          </li>
        ))}
      </Stack>
      {end.error !== null && <ProblemNotice error={end.error} isCommand />}
      <Group gap="xs">
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('demo.open')}
        </Button>
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('demo.end')}
        </Button>
      </Group>
    </Stack>
  );
}

function Copied({ text }: { text: string }) {
  const { t } = useTranslation(['parts']);
  return (
    <Group gap={4} wrap="nowrap">
      <Code>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('copied') : t('copy')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`${copied ? t('copied') : t('copy')}: ${text}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
