import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { defaultOrganisation, type StartedFakeXero, startFakeXero } from '@ledgerpost/adapter-xero/fake'
import { createClient, type OrderInput, type SubscriberClient } from '@ledgerpost/client'
import { composeServer, serve } from '@ledgerpost/server'
import { playStudio, studioConfiguration, studioSubscriber } from '@ledgerpost/testkit'

/** So many days back the studio began to trade; the calendar shows six weeks. */
const daysTraded = 38
const dayMilliseconds = 86_400_000

export interface SceneOptions {
  /** Pages of others that may embed the console. */
  readonly consoleOrigins?: readonly string[]
}

/** A running server with a fake Xero behind it, as a newcomer starts it. */
export interface Scene {
  readonly url: string
  readonly xero: StartedFakeXero
  /** The first day that the studio traded. */
  readonly firstDay: string
  token(
    role: 'MINDBODY Owner' | 'MINDBODY Admin' | 'MINDBODY Automated System',
    subscriberId: string,
  ): Promise<string>
  client(
    subscriberId: string,
    role?: 'MINDBODY Owner' | 'MINDBODY Automated System',
  ): Promise<SubscriberClient>
  /** Tells the server about a studio and its orders. */
  introduce(subscriberId: string): Promise<void>
  close(): Promise<void>
}

/** The second organisation, so that there is one to choose. */
const otherOrganisation = {
  ...defaultOrganisation,
  tenantId: '7e4a0000-0000-4000-8000-000000000002',
  name: 'Two Coasts Studio LLC',
}

export async function openScene({ consoleOrigins }: SceneOptions = {}): Promise<Scene> {
  const directory = await mkdtemp(join(tmpdir(), 'journey-'))
  const xero = await startFakeXero({
    rateLimits: false,
    organisations: [defaultOrganisation, otherOrganisation],
  })
  xero.identity.choice = { kind: 'ask' }
  const server = await composeServer({
    database: { kind: 'embedded', directory: join(directory, 'database') },
    adapters: [
      createXeroAdapter({ ...xero.app, identityUrl: xero.url, apiUrl: xero.url }),
      createPlainTextAdapter({ rootDirectory: join(directory, 'books') }),
    ],
    tokens: {
      key: { secret: randomBytes(32).toString('hex') },
      issuer: 'ledgerpost',
      audience: 'ledgerpost',
    },
    secretKey: randomBytes(32),
    workerName: 'worker',
    requestsPerMinute: 0,
    developmentTokens: { nodeEnvironment: undefined },
    consoleOrigins,
  })
  const { url, stop } = await serve(server, { port: 0, hostname: '127.0.0.1' })
  const firstDay = new Date(Date.now() - daysTraded * dayMilliseconds).toISOString().slice(0, 10)

  const token: Scene['token'] = async (role, subscriberId) => {
    const answer = await fetch(`${url}/dev/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ role, subscribers: [subscriberId], name: role.replace('MINDBODY ', '') }),
    })
    const { access_token: given } = (await answer.json()) as { readonly access_token: string }
    return given
  }
  const client: Scene['client'] = async (subscriberId, role = 'MINDBODY Owner') =>
    createClient({ baseUrl: url, token: await token(role, subscriberId) }).subscriber(subscriberId)

  return {
    url,
    xero,
    firstDay,
    token,
    client,
    async introduce(subscriberId) {
      const platform = await client(subscriberId, 'MINDBODY Automated System')
      const { Id: _id, Name: _name, Locations, ...studio } = studioSubscriber(subscriberId)
      await platform.putSubscriber({
        ...studio,
        Locations: Locations.map(({ Id, TimeZone }) => ({ Id, TimeZone })),
      })
      await platform.putConfiguration(studioConfiguration(subscriberId))
      await feed(platform, [...playStudio({ startDate: firstDay, days: daysTraded, orders: 500 })])
    },
    async close() {
      await stop()
      await xero.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export async function feed(platform: SubscriberClient, orders: readonly OrderInput[]): Promise<void> {
  const { Rejected, Errors } = await platform.feedOrders(orders)
  if (Rejected > 0) throw new Error(`Orders were rejected: ${JSON.stringify(Errors[0])}`)
}
