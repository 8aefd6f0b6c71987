import {
  Button,
  Group,
  List,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconPencil, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { dayOf } from '../../src/time.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useHasRole } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink } from '../parts/links.js';
import { PageHeader } from '../parts/page-header.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StateBadge } from '../parts/state-badge.js';
import { CampaignEdit } from './campaign-edit.js';
import { CampaignList } from './campaign-list.js';
import { CampaignMaterials } from './campaign-materials.js';
import { timeOf } from './campaign-time.js';
import { useActivateCampaign } from './use-campaign-changes.js';

/** What is told, from when to when, paid by whom; and how much of what is aimed at. */
export function CampaignPage() {
  const { t } = useTranslation('campaigns');
  const campaign = useMaybeCampaign();
  const isAdministrator = useHasRole('administrator');
  if (campaign === undefined)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyPage
          icon={<IconSpeakerphone />}
          title={t('none.title')}
          action={isAdministrator && <ButtonLink to="/campaign/new">{t('none.make')}</ButtonLink>}
        >
          {isAdministrator ? t('none.text') : t('none.textForOthers')}
        </EmptyPage>
      </>
    );
  return <Facts key={campaign.id} campaign={campaign} isAdministrator={isAdministrator} />;
}

function Facts({ campaign, isAdministrator }: { campaign: Campaign; isAdministrator: boolean }) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const activate = useActivateCampaign(campaign);
  const mayEdit = isAdministrator && campaign.state !== 'closed';
  return (
    <>
      <PageHeader
        title={campaign.name}
        badge={<StateBadge of="campaignState" state={campaign.state} />}
        lead={t('period', {
          from: format.date(campaign.startsOn),
          to: format.date(campaign.endsOn),
        })}
        actions={
          isAdministrator && (
            <>
              <ButtonLink
                to="/campaign/new"
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
              >
                {t('new.title')}
              </ButtonLink>
              {mayEdit && (
                <Button
                  variant={campaign.state === 'draft' ? 'default' : 'filled'}
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEditing(true)}
                >
                  {t('parts:edit')}
                </Button>
              )}
              {mayEdit && campaign.state === 'draft' && (
                <Button loading={activate.isPending} onClick={() => activate.mutate()}>
                  {t('activate')}
                </Button>
              )}
            </>
          )
        }
      />
      <Stack gap="lg">
        {activate.error !== null && <ProblemNotice error={activate.error} isCommand />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Time campaign={campaign} />
          <Funders campaign={campaign} />
        </SimpleGrid>
        <CampaignMaterials campaign={campaign} />
        <CampaignList current={campaign} />
      </Stack>
      {isEditing && <CampaignEdit campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}

function Time({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const time = timeOf(campaign, dayOf(new Date().toISOString()));
  const say = (key: 'daysToStart' | 'daysLeft' | 'daysSince', count: number): string =>
    t(`time.${key}`, { count, replace: { count: format.number(count) } });
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-labelledby="time-title">
      <Title order={2} size="h5" id="time-title" mb="xs">
        {t('time.title')}
      </Title>
      {time.phase === 'before' && <Text>{say('daysToStart', time.daysToStart)}</Text>}
      {time.phase === 'after' && <Text>{say('daysSince', time.daysSince)}</Text>}
      {time.phase === 'during' && (
        <Stack gap={6}>
          <Text>{time.daysLeft === 0 ? t('time.lastDay') : say('daysLeft', time.daysLeft)}</Text>
          <Progress value={time.share * 100} aria-label={t('time.elapsed')} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {format.date(campaign.startsOn)}
            </Text>
            <Text size="sm" c="dimmed">
              {t('time.elapsedShare', { share: format.percent(time.share) })}
            </Text>
            <Text size="sm" c="dimmed">
              {format.date(campaign.endsOn)}
            </Text>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}

function Funders({ campaign: { funders } }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-labelledby="funders-title">
      <Title order={2} size="h5" id="funders-title" mb="xs">
        {t('field.funders')}
      </Title>
      {funders.length === 0 ? (
        <Text c="dimmed">{t('noFunders')}</Text>
      ) : (
        <List spacing={4}>
          {funders.map(({ name }) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
      )}
    </Paper>
  );
}
