import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  retainSearchParams,
  type RouterHistory,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Refusal } from '../api/refusal.js';
import { campaignsQuery } from '../api/campaigns-query.js';
import { sessionQuery } from '../api/session-query.js';
import { learnTheRest } from '../language/i18n.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { Broken, NotFound } from './lost.js';
import { LanguageChoice } from './language-choice.js';
import { Office } from './office.js';
import { readSearch } from './search.js';
import { TodayRoute } from './today-route.js';
import { useAwakening } from './use-awakening.js';

/** What routes ask by. */
interface Context {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } =>
    // Only an address of ours: a link must not lead a reader who signs in elsewhere.
    typeof next === 'string' && /^\/(?!\/)/.test(next) ? { next } : {},
  component: SignInRoute,
});

function SignInRoute() {
  useAwakening();
  return <SignInPage corner={<LanguageChoice />} />;
}

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: readSearch,
  component: WelcomeRoute,
});

const WelcomePage = lazyRouteComponent(
  () => import('../first-hour/welcome-page.js'),
  'WelcomePage',
);

function WelcomeRoute() {
  return (
    <Suspense>
      <WelcomePage corner={<LanguageChoice />} />
    </Suspense>
  );
}

/** Everything behind the sign-in. */
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams(['campaign'])] },
  beforeLoad: async ({ location, context: { client } }) => {
    const [session] = await Promise.allSettled([
      client.ensureQueryData(sessionQuery),
      client.ensureQueryData(campaignsQuery),
    ]);
    if (session.status === 'fulfilled') return;
    if (!(session.reason instanceof Refusal) || session.reason.status !== 401) throw session.reason;
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Office,
});

/** Where there is nothing for today: to the first hour before there is a campaign, and volunteers to what is theirs. */
function leadFromToday({ context: { client } }: { context: Context }): void {
  // Both were read for the office, before this.
  if (client.getQueryData(sessionQuery.queryKey)?.user.role === 'volunteer')
    throw redirect({ to: '/my-consignments', replace: true });
  if (client.getQueryData(campaignsQuery.queryKey)?.length === 0)
    throw redirect({ to: '/setup', replace: true });
}

/** A page of the office. Its part of the address after `?` is read by the page's own `…-search.ts`. */
function page<Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({
    getParentRoute: () => office,
    path,
    component,
    loader: () => learnTheRest(),
  });
}

const routes = root.addChildren([
  signIn,
  welcome,
  office.addChildren([
    createRoute({
      getParentRoute: () => office,
      path: '/',
      beforeLoad: leadFromToday,
      component: TodayRoute,
    }),
    page(
      '/setup',
      lazyRouteComponent(() => import('../first-hour/setup-page.js'), 'SetupPage'),
    ),
    page(
      '/coverage',
      lazyRouteComponent(() => import('../coverage/coverage-page.js'), 'CoveragePage'),
    ),
    page(
      '/coverage/$code',
      lazyRouteComponent(() => import('../coverage/municipality-page.js'), 'MunicipalityPage'),
    ),
    page(
      '/distribution-list',
      lazyRouteComponent(
        () => import('../coverage/distribution-list-page.js'),
        'DistributionListPage',
      ),
    ),
    page(
      '/flags',
      lazyRouteComponent(() => import('../flags/flags-page.js'), 'FlagsPage'),
    ),
    page(
      '/flags/$id',
      lazyRouteComponent(() => import('../flags/flag-page.js'), 'FlagPage'),
    ),
    page(
      '/stock',
      lazyRouteComponent(() => import('../stock/stock-page.js'), 'StockPage'),
    ),
    page(
      '/stock/print-orders',
      lazyRouteComponent(() => import('../stock/print-orders-page.js'), 'PrintOrdersPage'),
    ),
    page(
      '/stock/receive',
      lazyRouteComponent(() => import('../stock/receive-page.js'), 'ReceivePage'),
    ),
    page(
      '/stock/issue',
      lazyRouteComponent(() => import('../stock/issue-page.js'), 'IssuePage'),
    ),
    page(
      '/stock/history',
      lazyRouteComponent(() => import('../stock/history-page.js'), 'HistoryPage'),
    ),
    page(
      '/stock/lots/$id',
      lazyRouteComponent(() => import('../stock/lot-page.js'), 'LotPage'),
    ),
    page(
      '/stock/card',
      lazyRouteComponent(() => import('../stock/stock-card-page.js'), 'StockCardPage'),
    ),
    page(
      '/batches',
      lazyRouteComponent(() => import('../batches/batches-page.js'), 'BatchesPage'),
    ),
    page(
      '/batches/new',
      lazyRouteComponent(() => import('../batches/new-batch-page.js'), 'NewBatchPage'),
    ),
    page(
      '/batches/$id',
      lazyRouteComponent(() => import('./batch-route.js'), 'BatchRoute'),
    ),
    page(
      '/places',
      lazyRouteComponent(() => import('../places/places-page.js'), 'PlacesPage'),
    ),
    page(
      '/places/points/$id',
      lazyRouteComponent(() => import('../places/point-page.js'), 'PointPage'),
    ),
    page(
      '/places/groups',
      lazyRouteComponent(() => import('../places/groups-page.js'), 'GroupsPage'),
    ),
    page(
      '/places/warehouses',
      lazyRouteComponent(() => import('../places/warehouses-page.js'), 'WarehousesPage'),
    ),
    page(
      '/places/closures',
      lazyRouteComponent(() => import('../places/closures-page.js'), 'ClosuresPage'),
    ),
    page(
      '/campaign',
      lazyRouteComponent(() => import('../campaigns/campaign-page.js'), 'CampaignPage'),
    ),
    page(
      '/campaign/new',
      lazyRouteComponent(() => import('../campaigns/new-campaign-page.js'), 'NewCampaignPage'),
    ),
    page(
      '/campaign/materials',
      lazyRouteComponent(() => import('../campaigns/materials-page.js'), 'MaterialsPage'),
    ),
    page(
      '/campaign/targets',
      lazyRouteComponent(() => import('../campaigns/targets-page.js'), 'TargetsPage'),
    ),
    page(
      '/people',
      lazyRouteComponent(() => import('../people/people-page.js'), 'PeoplePage'),
    ),
    page(
      '/people/audit',
      lazyRouteComponent(() => import('../people/audit-page.js'), 'AuditPage'),
    ),
    page(
      '/account',
      lazyRouteComponent(() => import('../people/account-page.js'), 'AccountPage'),
    ),
    page(
      '/my-consignments',
      lazyRouteComponent(() => import('../people/my-consignments-page.js'), 'MyConsignmentsPage'),
    ),
    page(
      '/checks',
      lazyRouteComponent(() => import('../checks/checks-page.js'), 'ChecksPage'),
    ),
    page(
      '/checks/rules',
      lazyRouteComponent(() => import('../checks/flag-rules-page.js'), 'FlagRulesPage'),
    ),
    page(
      '/checks/jobs',
      lazyRouteComponent(() => import('../checks/jobs-page.js'), 'JobsPage'),
    ),
  ]),
]);

export type OfficeRouter = ReturnType<typeof createOfficeRouter>;

/** In a browser its own history; `onService` where a page is drawn by the service. */
export function createOfficeRouter(
  client: QueryClient,
  onService: { readonly history?: RouterHistory; readonly isServer?: true } = {},
) {
  return createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: 'intent',
    // Written by a script within the page, where the service draws it: left to the browser.
    scrollRestoration: onService.isServer !== true,
    // Texts as they stand: a municipality's code is no number, and nothing is quoted.
    parseSearch: parseSearchWith((text) => text),
    stringifySearch: stringifySearchWith(String),
    ...onService,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: OfficeRouter;
  }
}
