import { accountId } from '@ledgerpost/adapter-xero/fake'
import {
  checkAction,
  type IntegrationAction,
  integrationActions,
  type IntegrationStatus,
  integrationStatuses,
  statusAfter,
} from '@ledgerpost/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introduce, testSubscriber } from '../../test-support/platform.test-support.js'
import { startXeroServer, xeroAddress, type XeroServer } from '../../test-support/xero.test-support.js'

let server: XeroServer
beforeAll(async () => {
  server = await startXeroServer({ availability: { regions: [testSubscriber.Region] } })
})
afterAll(() => server.close())

const saved = (revenueCode: string) => ({
  Maps: [
    { MapType: 0, MapItems: [{ MindbodyId: '01:01', IntegrationId: 'TAX001' }] },
    { MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: accountId(revenueCode) }] },
    { MapType: 2, MapItems: [{ MindbodyId: '1', IntegrationId: accountId('092') }] },
  ],
  SynchronizationPreferences: { SummarizeData: false },
})

async function post(id: string, action: IntegrationAction, json?: unknown): Promise<Response> {
  const response = await server.act(id, action, { json })
  if (response.ok) return response
  throw new Error(`${action} was answered ${response.status}: ${await response.text()}`)
}

function setArchived(code: string, isArchived: boolean): void {
  const { organisation } = server.fake.books()
  organisation.accounts = organisation.accounts.map((account) =>
    account.Code === code ? { ...account, Status: isArchived ? 'ARCHIVED' : 'ACTIVE' } : account,
  )
}

/** Brings a new subscriber's integration to a status, by requests alone. */
const reach: Readonly<Record<IntegrationStatus, (id: string) => Promise<void>>> = {
  async Unavailable(id) {
    await introduce(server, id)
    const json = { ...testSubscriber, Region: 'FR' }
    await server.request('PUT', `/Subscriber_${id}`, { role: 'MINDBODY Automated System', json })
  },
  Available: (id) => introduce(server, id),
  async Initialized(id) {
    await introduce(server, id)
    await server.link(id)
  },
  async Configured(id) {
    await reach.Initialized(id)
    await post(id, 'Save', saved('210'))
  },
  async Inactive(id) {
    await reach.Configured(id)
    await post(id, 'Deactivate')
  },
  async Error(id) {
    await reach.Initialized(id)
    await post(id, 'Save', saved('240'))
    setArchived('240', true)
    await post(id, 'Refresh')
    await server.runJobs()
    setArchived('240', false)
  },
}

async function statusOf(id: string): Promise<IntegrationStatus | undefined> {
  const response = await server.act(id, 'Initialize', { method: 'GET' })
  const { Status } = (await response.json()) as { readonly Status: number }
  return integrationStatuses[Status]
}

const isAllowed = (action: IntegrationAction, status: IntegrationStatus) =>
  checkAction(action, status).allowed

/** Asks for an action as its documentation says, with whatever it needs. */
const ask: Readonly<Record<IntegrationAction, (id: string, status: IntegrationStatus) => Promise<Response>>> =
  {
    Initialize: (id) => server.act(id, 'Initialize', { method: 'GET' }),
    Link: (id) => server.act(id, 'Link'),
    Callback: async (id, status) =>
      server.request(
        'GET',
        isAllowed('Link', status)
          ? await server.consent(id)
          : `${xeroAddress(id, 'Callback')}?code=c&state=s`,
      ),
    Map: (id) => server.act(id, 'Map', { json: saved('210').Maps }),
    Save: (id) => server.act(id, 'Save', { json: saved('210') }),
    Refresh: (id) => server.act(id, 'Refresh'),
    SaveXeroTaxRate(id) {
      const TaxRate = { Name: `Of ${id}`, TaxComponents: [{ Name: 'State', Rate: 1 }] }
      return server.act(id, 'SaveXeroTaxRate', { json: { TaxRate } })
    },
    Sync: (id) => server.act(id, 'Sync'),
    async Resync(id, status) {
      const Id = isAllowed('Resync', status)
        ? ((await (await post(id, 'Sync')).json()) as { readonly Id: string }).Id
        : 'none'
      return server.act(id, 'Resync', { json: { Id } })
    },
    Deactivate: (id) => server.act(id, 'Deactivate'),
    Remove: (id) => server.act(id, 'Remove', { method: 'DELETE' }),
  }

/** What was answered, to be compared as a whole. */
async function told(response: Response): Promise<unknown> {
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    retryAfter: response.headers.get('Retry-After'),
    location: response.headers.get('Location'),
    body: text === '' ? null : (JSON.parse(text) as unknown),
  }
}

const json = { type: 'application/json', retryAfter: null, location: null }
const queued = { status: 202, retryAfter: '5' }

/** The AccountingIntegration as it stands then. */
const integration = (id: string, after: IntegrationStatus) => ({
  ...json,
  status: 200,
  body: expect.objectContaining({
    SubscriberId: id,
    Status: integrationStatuses.indexOf(after),
    Maps: [expect.anything(), expect.anything(), expect.anything()],
  }),
})
const accepted = () => ({ ...queued, type: null, location: null, body: null })
const acceptedWithRecord = (id: string) => ({
  ...queued,
  type: 'application/json',
  location: expect.stringContaining(`/odata/v4/Subscriber_${id}/SyncHistory('`),
  body: { Id: expect.any(String) },
})

const documented: Readonly<Record<IntegrationAction, (id: string, after: IntegrationStatus) => unknown>> = {
  Initialize: integration,
  Link: () => ({
    ...json,
    status: 200,
    body: {
      AuthorisationUrl: expect.stringMatching(/^https:\/\/login\.xero\.com\//),
      AccountingIntegration: null,
    },
  }),
  Callback: integration,
  Map: integration,
  Save: integration,
  Refresh: accepted,
  SaveXeroTaxRate: accepted,
  Sync: acceptedWithRecord,
  Resync: acceptedWithRecord,
  Deactivate: integration,
  Remove: integration,
}

function expectedOf(action: IntegrationAction, id: string, status: IntegrationStatus): unknown {
  const check = checkAction(action, status)
  if (check.allowed) return documented[action](id, statusAfter(action, status))
  return {
    ...json,
    type: 'application/problem+json',
    status: 409,
    body: { title: 'Not possible now', status: 409, code: 'conflict', detail: check.explanation },
  }
}

describe.each(integrationStatuses)('while the integration is %s', (status) => {
  it.each(integrationActions)('%s does as the table says', async (action) => {
    const id = `${status}${action}`
    await reach[status](id)
    expect(await statusOf(id)).toBe(status)
    expect(await told(await ask[action](id, status))).toEqual(expectedOf(action, id, status))
    expect(await statusOf(id)).toBe(isAllowed(action, status) ? statusAfter(action, status) : status)
  })
})
