import { Stack } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import type { CoverageRow } from '../api/use-coverage.js';
import type { Municipality } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAreaCrumbs } from './area-crumbs.js';
import { ArrivalsSection } from './arrivals-section.js';
import classes from './coverage.module.css';
import { FlagsSection } from './flags-section.js';
import { MaterialsSection } from './materials-section.js';
import { MunicipalityMap } from './municipality-map.js';
import { MunicipalityProfile } from './municipality-profile.js';
import { NextStepNotice } from './next-step-notice.js';
import { OnTheWaySection } from './on-the-way-section.js';
import { PointsSection } from './points-section.js';
import { useDistrictCoverage, useMunicipality } from './use-municipality.js';

/** All that is known of one of the 161. */
export function MunicipalityPage() {
  const { t } = useTranslation('coverage');
  const { code } = useParams({ strict: false }) as { code: string };
  const campaign = useMaybeCampaign();
  const municipality = useMunicipality(code);
  if (campaign === undefined)
    return (
      <NoCampaign title={t('title')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />
    );
  return (
    <Loaded query={municipality} height={480}>
      {(found) => (found === null ? <Unknown code={code} /> : <Known municipality={found} />)}
    </Loaded>
  );
}

function Unknown({ code }: { code: string }) {
  const { t } = useTranslation('coverage');
  return (
    <>
      <PageHeader title={t('place.unknown')} />
      <EmptyPage
        icon={<IconMapQuestion size={28} />}
        title={t('place.unknownCode', { code })}
        action={<ButtonLink to="/coverage">{t('place.toAll')}</ButtonLink>}
      >
        {t('place.unknownText')}
      </EmptyPage>
    </>
  );
}

function Known({ municipality }: { municipality: Municipality }) {
  const { code, name, districtCode, regionCode } = municipality;
  const district = useDistrictCoverage(districtCode);
  const coverage = district.data?.items.find((row) => row.code === code);
  const crumbs = useAreaCrumbs({ region: regionCode, district: districtCode }, true);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={crumbs}
        badge={
          coverage?.state == null ? undefined : (
            <StateBadge of="coverageState" state={coverage.state} />
          )
        }
        lead={coverage && <Lead coverage={coverage} />}
        actions={<Actions code={code} />}
      />
      <div className={classes.sections}>
        <Stack gap="xl" miw={0}>
          {coverage !== undefined && <NextStepNotice code={code} coverage={coverage} />}
          <MaterialsSection municipality={municipality} />
          <OnTheWaySection code={code} />
          <ArrivalsSection code={code} />
          <PointsSection code={code} />
          <FlagsSection code={code} />
        </Stack>
        <aside className={classes.aside}>
          <Loaded query={district} height={320}>
            {({ items }) => <MunicipalityMap code={code} units={items} />}
          </Loaded>
          <MunicipalityProfile municipality={municipality} />
        </aside>
      </div>
    </>
  );
}

/** The whole in a sentence. */
function Lead({ coverage }: { coverage: CoverageRow }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { target, share, delivered, lastDeliveredAt } = coverage;
  const figures = {
    delivered: format.number(delivered),
    target: format.number(target ?? 0),
    share: format.percent(share ?? 0),
  };
  if (lastDeliveredAt === null)
    return share === null ? t('place.leadNothing') : t('place.leadNothingOf', figures);
  const date = format.date(lastDeliveredAt);
  return share === null
    ? t('place.leadUntargeted', { ...figures, date })
    : t('place.leadDelivered', { ...figures, date });
}

function Actions({ code }: { code: string }) {
  const { t } = useTranslation('coverage');
  if (!useMayWrite()) return null;
  return (
    <>
      <ButtonLink variant="default" to="/campaign/targets" search={{ municipality: code }}>
        {t('place.changeTarget')}
      </ButtonLink>
      <ButtonLink variant="default" to="/stock/issue" search={{ municipality: code }}>
        {t('place.issue')}
      </ButtonLink>
      <ButtonLink to="/batches/new" search={{ municipality: code }}>
        {t('place.send')}
      </ButtonLink>
    </>
  );
}
