import { join } from 'node:path'
import {
  checkAction,
  type IntegrationAction,
  integrationActions,
  type IntegrationStatus,
  integrationStatuses,
  nextSteps,
  statusAfter,
} from '@ledgerpost/core'
import { appRoutes } from '../../apps/server/src/app.js'
import { roles as allRoles } from '../../apps/server/src/auth/principal.js'
import { overviewOperations } from '../../apps/server/src/routes/overview/overview-documentation.js'
import type { Route } from '../../apps/server/src/http/routes.js'
import { silentLogger } from '../../apps/server/src/logger.js'
import { systemClock } from '../../apps/server/src/system-clock.js'
import { repositoryRoot } from '../workspace.js'

export const actionPageFile = join(repositoryRoot, 'docs/api/actions.md')

/** What the page tells of a route. */
export type ActionRoute = Pick<Route, 'method' | 'path' | 'roles'>

const actionPath = /^\/:scope\/AccountingIntegration\/:type\/(\w+)$/

const nobody = () => Promise.reject(new Error('Nobody calls.'))

/** What is only looked at, beside the actions. */
function isOverview(path: string): boolean {
  return overviewOperations.some((operation) => operation.path.split('/').at(-1) === path.split('/').at(-1))
}

/** The routes of the server's actions. Only their addresses are read: nothing here reaches an engine. */
export function actionRoutes(): readonly ActionRoute[] {
  return appRoutes({
    engine: new Proxy(Object.create(null), {}),
    reader: { read: nobody },
    clock: systemClock,
    idempotency: { claim: nobody, prolong: nobody, keep: nobody, free: nobody },
    integrationTypes: [{ type: 'PlainText', code: 2 }],
    wake: () => undefined,
    authenticate: nobody,
    isReady: () => Promise.resolve(false),
    logger: silentLogger,
    newId: () => '',
  }).filter(({ path }) => actionPath.test(path) && !isOverview(path))
}

/**
 * The text of docs/api/actions.md: every action with its verb and roles, from the server's routes, and in which statuses
 * it may be taken and where it leads, from the table in core.
 * @throws Error when an action has no route, several, or a route no action
 */
export function actionPage(routes: readonly ActionRoute[]): string {
  return [
    '# Actions',
    'Written by `npm run docs:update` from the routes of the server and the table in `packages/core`; change those.',
    'An action is addressed as `/Subscriber_{id}/AccountingIntegration/Type_{type}/{Action}`. What it takes and answers is in\n[the README of the server](../../apps/server/README.md#addresses).',
    '## Verbs and roles',
    table([['Action', 'Verb', 'Roles'], ...integrationActions.map((action) => verbRow(action, routes))]),
    [
      'Refresh, SaveXeroTaxRate, Sync and Resync answer 202 and go on afterwards. Poll every 5 seconds or slower, with growing',
      'intervals: `Retry-After` says so. Refresh and SaveXeroTaxRate are done when Initialize shows an entry in',
      '`InspectionTimes` later than the request, Sync and Resync when their SyncRecord says so. SaveXeroTaxRate is there for',
      '`Type_Xero` alone; for any other type it is 404. The tax rate itself is in Xero before the answer comes, so what Xero',
      'objects to is the answer.',
    ].join('\n'),
    '## What is possible when',
    [
      '`stays`: the action is possible, and the status is the same afterwards. An arrow: it leads to that status. `409`: it is',
      'refused with the code [`conflict`](../errors/conflict.md) and with what to do instead.',
    ].join('\n'),
    table([
      ['Action', ...integrationStatuses],
      ...integrationActions.map((action) => [
        action,
        ...integrationStatuses.map((status) => cell(action, status)),
      ]),
    ]),
    [
      'Save leads to Configured when all is mapped and valid; otherwise it saves what is valid and the status stays. Callback',
      'leads to Initialized from Configured too when other books are linked than before. A ledger without a consent page is',
      'linked by Link itself, which then leads where Callback does. Initialize and Refresh make an integration that is',
      'Configured Error when a map item points to what the integrator no longer offers, and so do a link that the integrator',
      'no longer accepts and a sync that does not add up.',
    ].join('\n'),
    '## What to do next',
    table([
      ['Status', 'Next step'],
      ...integrationStatuses.map((status) => [
        `${status} (${integrationStatuses.indexOf(status)})`,
        nextSteps[status],
      ]),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

function verbRow(action: IntegrationAction, routes: readonly ActionRoute[]): readonly string[] {
  const named = routes.filter(({ path }) => actionPath.exec(path)?.[1] === action)
  const [route] = named
  if (!route || named.length > 1) throw new Error(`${action} has ${named.length} routes instead of one`)
  const isForAll = allRoles.every((role) => route.roles.includes(role))
  return [action, route.method, isForAll ? 'all' : route.roles.join(', ')]
}

function cell(action: IntegrationAction, status: IntegrationStatus): string {
  if (!checkAction(action, status).allowed) return '409'
  const after = statusAfter(action, status)
  return after === status ? 'stays' : `→ ${after}`
}

/** A Markdown table with its columns aligned, as the formatter wants it. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows
  const widths = head.map((_name, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n')
}
