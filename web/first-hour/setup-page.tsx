import { Alert, Grid, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { DemoCard } from './demo-card.js';
import { beginSettingUp, endSettingUp } from './setting-up.js';
import { StepCard } from './step-card.js';
import { type SetupFacts, standOf } from './steps.js';
import { useSetupFacts } from './use-setup-facts.js';

/** The way from nothing to the first batch. */
export function SetupPage() {
  const { t } = useTranslation('first-hour');
  const campaign = useMaybeCampaign();
  const facts = useSetupFacts(campaign);
  const isAdministrator = useHasRole('administrator');
  return (
    <>
      <PageHeader title={t('setup.title')} lead={t('setup.lead')} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: isAdministrator ? 8 : 12 }}>
          <Loaded query={facts} height={480}>
            {(counted) => <Way facts={counted} />}
          </Loaded>
        </Grid.Col>
        {isAdministrator && (
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <DemoCard />
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}

function Way({ facts }: { facts: SetupFacts }) {
  const stand = standOf(facts);
  const done = stand.filter(({ state }) => state === 'done').length;
  return (
    <Stack gap="md">
      <Advance done={done} all={stand.length} />
      <Stack gap="sm" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {stand.map((each, index) => (
          <StepCard key={each.step} number={index + 1} stand={each} facts={facts} />
        ))}
      </Stack>
    </Stack>
  );
}

function Advance({ done, all }: { done: number; all: number }) {
  const { t } = useTranslation('first-hour');
  const isWhole = done === all;
  useEffect(() => {
    if (isWhole) endSettingUp();
    else beginSettingUp();
  }, [isWhole]);
  if (isWhole)
    return (
      <Alert
        color="reach"
        icon={<IconCircleCheck aria-hidden />}
        title={t('setup.doneTitle')}
        role="status"
      >
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{t('setup.doneText')}</Text>
          <ButtonLink to="/">{t('setup.toToday')}</ButtonLink>
        </Stack>
      </Alert>
    );
  const said = t('setup.progress', { done, all });
  return (
    <Group gap="md" wrap="nowrap">
      <Progress value={(done / all) * 100} style={{ flex: 1 }} aria-label={said} />
      <Text size="sm" className="number">
        {said}
      </Text>
    </Group>
  );
}
