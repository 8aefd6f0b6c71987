import { CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole, useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';
import { endSettingUp, isSettingUp } from './setting-up.js';
import { isForAdministrators, standOf } from './steps.js';
import { STEP_LINKS } from './step-links.js';
import { useSetupFacts } from './use-setup-facts.js';

/** Above each page while one sets up: how far it is, and the way on to the next step. */
export function SetupTrail() {
  const { pathname } = useLocation();
  const mayWrite = useMayWrite();
  const [isClosed, setClosed] = useState(false);
  if (!mayWrite || isClosed || pathname === '/setup' || !isSettingUp()) return null;
  return (
    <Trail
      pathname={pathname}
      onClose={() => {
        endSettingUp();
        setClosed(true);
      }}
    />
  );
}

function Trail({ pathname, onClose }: { pathname: string; onClose: () => void }) {
  const { t } = useTranslation('first-hour');
  const isAdministrator = useHasRole('administrator');
  const { data: facts, isFetching } = useSetupFacts(useMaybeCampaign());
  if (facts === undefined) return null;
  const stand = standOf(facts);
  const done = stand.filter(({ state }) => state === 'done').length;
  const next = stand.find(({ state }) => state === 'next')?.step;
  const mayTake = next !== undefined && (isAdministrator || !isForAdministrators(next));
  const isHere = next !== undefined && STEP_LINKS[next].take === pathname;
  return (
    <Paper
      withBorder
      px="sm"
      py={6}
      mb="md"
      radius="md"
      component="aside"
      aria-label={t('trail.label')}
    >
      <Group gap="xs">
        <Group gap="xs" style={{ flex: '1 1 200px' }}>
          <Text size="sm" fw={600}>
            {next === undefined
              ? t('trail.done')
              : t('trail.next', { step: t(`steps.${next}.title`), done, all: stand.length })}
          </Text>
        </Group>
        {mayTake && !isHere && (
          <ButtonLink
            to={STEP_LINKS[next].take}
            search={STEP_LINKS[next].search}
            size="sm"
            // What was just done may have been the next step.
            loading={isFetching}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t('trail.go')}
          </ButtonLink>
        )}
        <ButtonLink to="/setup" size="sm" variant="default">
          {t('trail.all')}
        </ButtonLink>
        <CloseButton aria-label={t('trail.close')} onClick={onClose} />
      </Group>
    </Paper>
  );
}
