import { Box, Stack } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { dayOf } from '../../src/time.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useCampaign } from '../api/use-campaigns.js';
import { materialsQuery } from '../api/use-materials.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { ChecksLine } from './checks-line.js';
import { Headline } from './headline.js';
import { InStep } from './in-step.js';
import { KeyFigures } from './key-figures.js';
import { PlacesMap } from './places-map.js';
import { PlacesTable } from './places-table.js';
import { placesQuery, schoolsQuery } from './places-query.js';
import { SinceYesterdayLine } from './since-yesterday-line.js';
import { sumRows } from './standing.js';
import classes from './today.module.css';
import { ToDoList } from './to-do-list.js';
import { useChanges } from './use-changes.js';
import { useNow } from './use-now.js';
import { useTasks } from './use-tasks.js';
import { useView } from './use-view.js';
import { WeeklyDelivery } from './weekly-delivery.js';

/** Where the campaign has not arrived, and what to do about it today. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const campaign = useCampaign();
  const mayWrite = useMayWrite();
  const now = useNow();
  const today = dayOf(now);
  const places = useQuery(placesQuery(campaign.id));
  const changes = useChanges(campaign.id, places.data, now);
  const changedCodes = useMemo(
    () =>
      new Set([
        ...(changes?.reachedCodes ?? []),
        ...(changes?.begunCodes ?? []),
        ...(changes?.fallenCodes ?? []),
      ]),
    [changes],
  );
  return (
    <>
      <PageHeader
        title={t('title', { date: format.date(now) })}
        actions={mayWrite && <AtTheDoor />}
      />
      <Stack gap={0} mt={{ base: 0, xs: '-sm' }} mb="lg">
        <Loaded query={places} height={34}>
          {(rows) => <Headline rows={rows} />}
        </Loaded>
        {!places.isError && <SinceYesterdayLine changes={changes} today={today} />}
      </Stack>
      <InStep>
        <div className={classes.page}>
          <ToDo campaign={campaign} now={now} />
          <Places campaign={campaign} today={today} changedCodes={changedCodes} />
        </div>
      </InStep>
      <Weeks campaign={campaign} today={today} />
    </>
  );
}

/** Somebody stands in the door and asks for material: that cannot wait. */
function AtTheDoor() {
  const { t } = useTranslation('today');
  return (
    <ButtonLink
      to="/stock/issue"
      variant="default"
      leftSection={<IconDoorExit size={18} aria-hidden />}
    >
      {t('atTheDoor')}
    </ButtonLink>
  );
}

function ToDo({ campaign, now }: { campaign: Campaign; now: string }) {
  const places = useQuery(placesQuery(campaign.id));
  const schools = useQuery(schoolsQuery(campaign.id));
  const { tasks, failed } = useTasks({ campaign, rows: places.data, summary: schools.data, now });
  return (
    <div className={classes.toDo}>
      <ToDoList
        tasks={tasks}
        failed={failed ?? (schools.isError ? schools : undefined)}
        today={dayOf(now)}
        isAllReached={
          places.data !== undefined &&
          places.data.every(({ state }) => state === 'reached' || state === 'no_target')
        }
        footer={<ChecksLine campaignId={campaign.id} />}
      />
    </div>
  );
}

/** Map, figures and table: all of the same question, so that they agree. */
function Places({
  campaign,
  today,
  changedCodes,
}: {
  campaign: Campaign;
  today: string;
  changedCodes: ReadonlySet<string>;
}) {
  const [view, setView] = useView(campaign, today);
  // Its choice of material is drawn with the map, and is not to wait for that.
  usePrefetchQuery(materialsQuery);
  const places = useQuery(placesQuery(campaign.id, view));
  const schools = useQuery(schoolsQuery(campaign.id, view));
  // The map is drawn first, what stands beneath right after it: of the same rows.
  const rows = useDeferredValue(places.data);
  return (
    <>
      <div className={classes.map}>
        <Loaded query={places} height={620}>
          {(rows) => (
            <PlacesMap
              rows={rows}
              view={view}
              onChange={setView}
              startsOn={campaign.startsOn}
              today={today}
              isStale={places.isPlaceholderData}
            />
          )}
        </Loaded>
      </div>
      {rows !== undefined && (
        <>
          <div className={classes.figures}>
            <KeyFigures
              rows={rows}
              summary={schools.isPlaceholderData ? undefined : schools.data}
              view={view}
            />
          </div>
          <div className={classes.table}>
            <PlacesTable
              rows={rows}
              show={view.show}
              onShow={setView}
              changedCodes={changedCodes}
            />
          </div>
        </>
      )}
    </>
  );
}

function Weeks({ campaign, today }: { campaign: Campaign; today: string }) {
  const [view] = useView(campaign, today);
  const { data } = useQuery(placesQuery(campaign.id, view));
  const rows = useDeferredValue(data);
  const target = useMemo(() => sumRows(rows ?? []).target, [rows]);
  if (rows === undefined) return null;
  return (
    <Box mt="lg">
      <WeeklyDelivery campaign={campaign} view={view} target={target} today={today} />
    </Box>
  );
}
