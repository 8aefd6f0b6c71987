import { Alert, Button, Grid, Group, Paper, Stack } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArchive,
  IconDoorExit,
  IconPencil,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { type DeliveryPoint, deliveryPointQuery } from '../api/use-delivery-point.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { Section } from '../parts/section.js';
import { PointFacts } from './point-facts.js';
import { PointForm } from './point-form.js';
import { PointMarks } from './point-name.js';
import { PointPlaceMap } from './point-place-map.js';
import { PointArrivals, PointOnTheWay } from './point-shipments.js';
import { RowMenu } from './row-menu.js';
import { useRemovePoint } from './use-keep-point.js';
import { useTagNames } from './use-tag-names.js';

/** One delivery point: whom to call, what it got and when, what is on its way. */
export function PointPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const point = useQuery(deliveryPointQuery(id));
  return (
    <Loaded query={point} height={320}>
      {(found) => <Point key={found.id} point={found} />}
    </Loaded>
  );
}

function Point({ point }: { point: DeliveryPoint }) {
  const { t } = useTranslation(['places', 'language']);
  const mayWrite = useMayWrite();
  const campaign = useMaybeCampaign();
  const tagName = useTagNames();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={point.name}
        lead={[t(`language:pointKind.${point.kind}`), ...point.tags.map(tagName)].join(' · ')}
        crumbs={
          <TextLink to="/places" size="sm">
            {t('points.title')}
          </TextLink>
        }
        badge={<PointMarks point={point} />}
        {...(mayWrite && {
          actions: <PointActions point={point} onEdit={() => setEditing(true)} />,
        })}
      />
      <Stack gap="lg">
        {!point.active && (
          <Alert color="gray" icon={<IconArchive aria-hidden />}>
            {t('point.retiredNotice')}
          </Alert>
        )}
        {point.warnings.map(({ code, message }) => (
          <Alert key={code} color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {message}
          </Alert>
        ))}
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 2, lg: 1 }}>
            {campaign !== undefined && (
              <Stack gap="lg">
                <PointOnTheWay campaignId={campaign.id} point={point} />
                <PointArrivals campaignId={campaign.id} point={point} />
              </Stack>
            )}
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
            <Section title={t('point.facts')}>
              <Paper withBorder p="md" radius="md">
                <Stack gap="md">
                  <PointFacts point={point} />
                  <PointPlaceMap point={point} />
                </Stack>
              </Paper>
            </Section>
          </Grid.Col>
        </Grid>
      </Stack>
      {isEditing && <PointForm point={point} tags={point.tags} onClose={() => setEditing(false)} />}
    </>
  );
}

function PointActions({ point, onEdit }: { point: DeliveryPoint; onEdit: () => void }) {
  const { t } = useTranslation(['places', 'parts']);
  const navigate = useNavigate();
  const { switchTo, remove } = useRemovePoint(() => void navigate({ to: '/places' }));
  return (
    <Group gap="xs">
      <RowMenu
        name={point.name}
        active={point.active}
        onSwitch={(active) => switchTo(point, active)}
        onRemove={() => remove(point)}
      />
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {t('parts:edit')}
      </Button>
      {point.active && (
        <>
          <ButtonLink
            variant="default"
            to="/stock/issue"
            search={{ point: point.id }}
            leftSection={<IconDoorExit size={16} aria-hidden />}
          >
            {t('point.issue')}
          </ButtonLink>
          <ButtonLink
            to="/batches/new"
            search={{ points: point.id }}
            leftSection={<IconTruckDelivery size={16} aria-hidden />}
          >
            {t('point.send')}
          </ButtonLink>
        </>
      )}
    </Group>
  );
}
