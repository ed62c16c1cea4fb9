import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { IntegrationsPage } from '../pages/integrations/integrations-page.js'
import { BooksLayout } from './books-layout.js'
import { Frame } from './frame.js'
import { NotFound } from './not-found.js'
import { RouteFailure } from './route-failure.js'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: RouteFailure })

const home = createRoute({ getParentRoute: () => root, path: '/', component: IntegrationsPage })

const books = createRoute({ getParentRoute: () => root, path: '/$type', component: BooksLayout })

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => books, path, component })

const pages = [
  page(
    '/',
    lazyRouteComponent(() => import('../pages/sync/overview-page.js'), 'OverviewPage'),
  ),
  page(
    '/link',
    lazyRouteComponent(() => import('../pages/link/link-page.js'), 'LinkPage'),
  ),
  page(
    '/mapping',
    lazyRouteComponent(() => import('../pages/mapping/mapping-page.js'), 'MappingPage'),
  ),
  page(
    '/start',
    lazyRouteComponent(() => import('../pages/start/start-page.js'), 'StartPage'),
  ),
  page(
    '/history',
    lazyRouteComponent(() => import('../pages/history/history-page.js'), 'HistoryPage'),
  ),
  page(
    '/history/$recordId',
    lazyRouteComponent(() => import('../pages/history/record-page.js'), 'RecordPage'),
  ),
  page(
    '/history/$recordId/$packetId',
    lazyRouteComponent(() => import('../pages/history/packet-page.js'), 'PacketPage'),
  ),
  page(
    '/settings',
    lazyRouteComponent(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
  ),
] as const

const routeTree = root.addChildren([home, books.addChildren(pages)])

export function createConsoleRouter(history: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
    defaultStructuralSharing: true,
  })
}

export type ConsoleRouter = ReturnType<typeof createConsoleRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter
  }
}
