import { AppShell, Burger, Group, NavLink, ScrollArea, Select, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { campaignsQuery, rememberCampaign } from '../api/campaigns-query.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { useMyself } from '../api/use-session.js';
import { SetupTrail } from '../first-hour/setup-trail.js';
import { useTranslation } from '../language/i18n.js';
import { AccountMenu } from './account-menu.js';
import { LanguageChoice } from './language-choice.js';
import { entriesFor } from './navigation.js';
import classes from './office.module.css';
import { useAwakening } from './use-awakening.js';

/** What surrounds every page behind the sign-in: where one is, where one can go, for which campaign. */
export function Office() {
  useAwakening();
  const { t } = useTranslation('app');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header className={classes.hiddenInPrint}>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="md"
            size="sm"
            aria-label={t('menu')}
          />
          <Link to="/" className={classes.brand} aria-label="Domet">
            <img src="/icon.svg" alt="" width={26} height={26} />
            <Text span inherit visibleFrom="sm">
              Domet
            </Text>
          </Link>
          <CampaignChoice />
          <Group gap={4} wrap="nowrap">
            <LanguageChoice />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={classes.hiddenInPrint} aria-label={t('navigation')}>
        <ScrollArea>
          <Navigation onGo={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <SetupTrail />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation('app');
  const { role } = useMyself();
  const { pathname } = useLocation();
  return entriesFor(role).map(({ to, word, icon: Icon }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={t(word)}
      leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
      active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
      aria-current={(to === '/' ? pathname === '/' : pathname.startsWith(to)) ? 'page' : undefined}
      onClick={onGo}
      variant="light"
      styles={{ root: { borderRadius: 'var(--mantine-radius-md)', marginBottom: 2 } }}
    />
  ));
}

/** Most have one campaign: then its name, else a choice. */
function CampaignChoice() {
  const { t } = useTranslation('app');
  const { data: campaigns } = useSuspenseQuery(campaignsQuery);
  const campaign = useMaybeCampaign();
  const navigate = useNavigate();
  if (campaign === undefined) return <div className={classes.campaign} />;
  if (campaigns.length === 1)
    return (
      <Text className={classes.campaign} truncate size="sm" fw={600} title={campaign.name}>
        {campaign.name}
      </Text>
    );
  return (
    <div className={classes.campaign}>
      <Select
        maw={360}
        size="sm"
        aria-label={t('chooseCampaign')}
        allowDeselect={false}
        value={campaign.id}
        data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          if (id === null) return;
          rememberCampaign(id);
          void navigate({ to: '.', search: (former: object) => ({ ...former, campaign: id }) });
        }}
      />
    </div>
  );
}
