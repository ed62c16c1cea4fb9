import { studioConfiguration, studioMappingKeys, studioSubscriber } from '@ledgerpost/testkit'
import { z } from 'zod'
import { tokenFor } from './token.js'

const named = z.object({ Id: z.string(), Name: z.string() })
const linked = z.object({ AuthorisationUrl: z.string().nullable() })
const integration = z.object({
  Status: z.number(),
  IntegrationConfiguration: z.object({ Accounts: z.array(named), TaxRates: z.array(named) }).nullable(),
})
const queued = z.object({ Id: z.string() })
const fed = z.object({ Accepted: z.number(), Rejected: z.number() })

/** What orders can ask the maps for: the kind is the number of the API's map type. */
export const sources = [
  ...taxSets().map((id) => ({ kind: 'taxSet', mapType: 0, id }) as const),
  ...studioMappingKeys().categories.map((id) => ({ kind: 'category', mapType: 1, id }) as const),
  ...studioMappingKeys().paymentMethods.map((id) => ({ kind: 'method', mapType: 2, id }) as const),
]
export type Source = (typeof sources)[number]

/** The sets that orders have, and every rate by itself. */
function taxSets(): readonly string[] {
  const rates = studioConfiguration().TaxRates.map(({ Id }) => Id)
  return [...new Set([...rates, ...studioMappingKeys().taxSets])]
}

/** How a subscriber's books are to be kept, and by which names they list what sources are mapped to. */
export interface LinkPlan {
  readonly type: 'Xero' | 'PlainText'
  readonly settings: unknown
  readonly summarise: boolean
  nameOf(source: Source): string
  /** Where the browser goes for consent, with the choice made. */
  consent(authorisationUrl: string): string
}

/** A server's API, as the platform and the owner call it. */
export interface Api {
  /** @throws Error with the answer, if its status is another than expected */
  call(method: string, path: string, options?: CallOptions): Promise<unknown>
  /** The status of an answer that may be any; -1 if there was none. */
  status(method: string, path: string): Promise<number>
  /** Brings a subscriber's integration to Configured. */
  configure(subscriberId: string, plan: LinkPlan): Promise<void>
  feed(subscriberId: string, orders: readonly object[]): Promise<void>
  /** Asks for a sync and answers the id of its record. */
  sync(subscriberId: string, type: LinkPlan['type']): Promise<string>
  refresh(subscriberId: string, type: LinkPlan['type']): Promise<void>
}

interface CallOptions {
  readonly as?: 'owner' | 'platform'
  readonly body?: unknown
}

const configured = 3

export function apiOf(url: string, secret: string): Api {
  const tokens = {
    owner: tokenFor('MINDBODY Owner', secret),
    platform: tokenFor('MINDBODY Automated System', secret),
  }

  function send(method: string, path: string, { as = 'owner', body }: CallOptions = {}): Promise<Response> {
    return fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${tokens[as]}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  async function call(method: string, path: string, options: CallOptions = {}): Promise<unknown> {
    const response = await send(method, path, options)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  const address = (subscriberId: string, type: string, action: string) =>
    `/Subscriber_${subscriberId}/AccountingIntegration/Type_${type}/${action}`

  return {
    call,
    async status(method, path) {
      try {
        const response = await send(method, path)
        await response.arrayBuffer()
        return response.status
      } catch {
        return -1
      }
    },
    async configure(id, plan) {
      const as = 'platform'
      await call('PUT', `/Subscriber_${id}`, { as, body: studioSubscriber(id) })
      await call('PUT', `/Subscriber_${id}/Configuration`, { as, body: studioConfiguration(id) })
      const link = address(id, plan.type, 'Link')
      const { AuthorisationUrl } = linked.parse(
        await call('POST', link, { body: { Settings: plan.settings } }),
      )
      if (AuthorisationUrl !== null) {
        const { search } = await consentAt(plan.consent(AuthorisationUrl))
        await call('GET', address(id, plan.type, `Callback${search}`))
      }
      const { IntegrationConfiguration: offered } = integration.parse(
        await call('GET', address(id, plan.type, 'Initialize')),
      )
      if (!offered) throw new Error(`The books of ${id} are not linked.`)
      const body = {
        Maps: mapsFor(plan, offered),
        SynchronizationPreferences: { SummarizeData: plan.summarise, StartDate: '2026-01-01' },
      }
      const saved = integration.parse(await call('POST', address(id, plan.type, 'Save'), { body }))
      if (saved.Status !== configured) throw new Error(`After Save the status of ${id} is ${saved.Status}.`)
    },
    async feed(id, orders) {
      const path = `/Subscriber_${id}/Orders`
      const { Rejected } = fed.parse(await call('POST', path, { as: 'platform', body: orders }))
      if (Rejected > 0) throw new Error(`${Rejected} orders of ${id} were refused.`)
    },
    sync: async (id, type) => queued.parse(await call('POST', address(id, type, 'Sync'))).Id,
    async refresh(id, type) {
      await call('POST', address(id, type, 'Refresh'))
    },
  }
}

/** Goes to the consent page as a browser would; where it is sent back to. */
async function consentAt(url: string): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' })
  await response.arrayBuffer()
  const location = response.headers.get('location')
  if (location === null) throw new Error(`The consent page answered ${response.status}.`)
  return new URL(location)
}

type Offered = NonNullable<z.output<typeof integration>['IntegrationConfiguration']>

function mapsFor(plan: LinkPlan, { Accounts, TaxRates }: Offered) {
  return [0, 1, 2].map((MapType) => ({
    MapType,
    MapItems: sources
      .filter(({ mapType }) => mapType === MapType)
      .map((source) => {
        const name = plan.nameOf(source)
        const target = (MapType === 0 ? TaxRates : Accounts).find(
          ({ Id, Name }) => Id === name || Name === name,
        )
        if (!target) throw new Error(`The books offer nothing by the name ${name}.`)
        return { MindbodyId: source.id, IntegrationId: target.Id }
      }),
  }))
}
