import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { ChecksTabs } from './checks-tabs.js';
import { InvariantList } from './invariant-list.js';
import { type Verification, verificationQuery } from './use-verification.js';

/** Whether the figures can be believed, in words that a manager understands. */
export function ChecksPage() {
  const { t } = useTranslation('checks');
  const verification = useQuery(verificationQuery);
  const { isFetching, isRefetchError, error, refetch, dataUpdatedAt } = verification;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button loading={isFetching} onClick={() => void refetch()}>
            {t('verify.now')}
          </Button>
        }
      />
      <ChecksTabs />
      <Stack gap="md" aria-busy={isFetching}>
        {isFetching && (
          <Text size="sm" c="dimmed" role="status">
            {t('verify.running')}
          </Text>
        )}
        {isRefetchError && <ProblemNotice error={error} />}
        <Loaded query={verification} height={420}>
          {(found) => <Answer verification={found} verifiedAt={new Date(dataUpdatedAt)} />}
        </Loaded>
      </Stack>
    </>
  );
}

function Answer({ verification, verifiedAt }: { verification: Verification; verifiedAt: Date }) {
  return (
    <>
      <Verdict verification={verification} verifiedAt={verifiedAt} />
      <InvariantList invariants={verification.invariants} />
      <Seal verification={verification} />
    </>
  );
}

function Verdict({
  verification: { holds, movements },
  verifiedAt,
}: {
  verification: Verification;
  verifiedAt: Date;
}) {
  const { t } = useTranslation('checks');
  const format = useFormat();
  const when = format.dateTime(verifiedAt);
  if (holds)
    return (
      <Alert
        color="reach"
        icon={<IconCircleCheck aria-hidden />}
        title={
          <Title order={2} size="h5">
            {t('verify.holdsTitle')}
          </Title>
        }
      >
        {t('verify.holdsText', {
          count: movements,
          when,
          replace: { count: format.number(movements), when },
        })}
      </Alert>
    );
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={
        <Title order={2} size="h5">
          {t('verify.failsTitle')}
        </Title>
      }
    >
      <Text size="sm">{t('verify.failsText', { when })}</Text>
      <Text size="sm" fw={600} mt="sm">
        {t('verify.whatNow')}
      </Text>
      <List type="ordered" size="sm" spacing={4}>
        <List.Item>{t('verify.first')}</List.Item>
        <List.Item>{t('verify.second')}</List.Item>
        <List.Item>{t('verify.third')}</List.Item>
      </List>
    </Alert>
  );
}

/** What stands beside a report, so that a changed past or a cut tail shows. */
function Seal({ verification: { movements, headHash } }: { verification: Verification }) {
  const { t } = useTranslation('checks');
  const format = useFormat();
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h5">
          {t('verify.sealTitle')}
        </Title>
        <Text size="sm" c="dimmed" maw={760}>
          {t('verify.sealText')}
        </Text>
        <Text size="sm">
          {t('verify.movements')}: <b>{format.number(movements)}</b>
        </Text>
        <Text size="sm">{t('verify.head')}:</Text>
        <Group gap="sm">
          <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {headHash}
          </Code>
          <CopyButton value={headHash}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={<IconCopy size={16} aria-hidden />}
                onClick={copy}
              >
                {t(copied ? 'verify.copied' : 'verify.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Paper>
  );
}
