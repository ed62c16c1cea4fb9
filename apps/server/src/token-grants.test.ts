import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { accountId, createFakeXero } from '@ledgerpost/adapter-xero/fake'
import { createEngine, type Engine, type EngineEnvironment, type Store } from '@ledgerpost/engine'
import { createStore } from '@ledgerpost/postgres'
import { openTestDatabase, probeTestServer } from '@ledgerpost/postgres/testing'
import { fakeFetch, requirement, VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { silentLogger } from './logger.js'
import { createSecretBox } from './secret-box.js'
import { feed, introduce, sale } from './test-support/platform.test-support.js'
import { startXeroServer } from './test-support/xero.test-support.js'

const server = await requirement('a PostgreSQL server', probeTestServer)

const user = { userId: '5000', userName: 'owner' }
const address = { subscriberId: '1234', type: 'Xero' }
const minute = 60_000

/** A fake Xero, and as many machines as wanted that know each other by the database alone. */
async function cluster(kind: 'embedded' | 'server') {
  const database = await openTestDatabase({ kind })
  onTestFinished(() => database.close())
  const clock = new VirtualClock()
  const fake = createFakeXero({ clock, rateLimits: false })
  const usualKey = randomBytes(32)
  const store = createStore(database)
  let transactions = 0
  const counted = async <Result>(running: Promise<Result>): Promise<Result> => {
    transactions += 1
    try {
      return await running
    } finally {
      transactions -= 1
    }
  }
  const watched: Store = {
    transaction: (of, work) => counted(store.transaction(of, work)),
    acrossSubscribers: (work) => counted(store.acrossSubscribers(work)),
  }
  const calls = { concurrency: 5, count: 1_000_000, span: minute, burst: 100_000, longestWait: minute }

  function machine(secretKey = usualKey, ...olderKeys: readonly Uint8Array[]): Engine {
    const adapter = createXeroAdapter({ ...fake.app, limits: { calls } })
    const environment: EngineEnvironment = {
      store: watched,
      adapters: new Map([[adapter.manifest.type, adapter]]),
      clock,
      fetch: fakeFetch(fake.handler),
      logger: silentLogger,
      secrets: createSecretBox(secretKey, olderKeys),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      newId: uuidv7,
      newToken: randomUUID,
    }
    return createEngine(environment)
  }

  return {
    clock,
    fake,
    usualKey,
    machine,
    async link(engine: Engine) {
      await engine.saveSubscriber({
        id: address.subscriberId,
        region: 'US',
        pricingLevel: null,
        terms: { currency: 'USD', timeZone: 'America/New_York', cutOff: 0, locations: {} },
      })
      const redirectUri = 'https://platform.example/callback'
      const answer = await engine.link({ ...address, settings: {}, redirectUri, user })
      const consent = await fake.handler(
        new Request(answer.kind === 'redirect' ? answer.authorisationUrl : 'no-consent:'),
      )
      await engine.finishLink({ ...address, url: consent.headers.get('location') ?? '' })
    },
    /** Lets time pass whenever nobody waits for the database, until the work is done. */
    async pass<Result>(work: Promise<Result>): Promise<Result> {
      const progress = { isDone: false }
      const end = () => {
        progress.isDone = true
      }
      void work.then(end, end)
      while (!progress.isDone) {
        await turn()
        await turn()
        if (transactions === 0 && !progress.isDone && clock.sleeping > 0) await clock.advance(250)
      }
      return work
    },
  }
}

const taxRate = (name: string) => ({
  ...address,
  draft: {
    name,
    reportType: 'OUTPUT',
    components: [{ name: 'State', percent: '6.25', isCompound: false }],
  },
  user,
})

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

describe('the grant of a Xero', () => {
  it.each([
    ['embedded', 20],
    ['server', 50],
  ] as const)(
    'is refreshed once for all machines on one %s database (%i), and all of them go on',
    async (kind, machines) => {
      if (kind === 'server' && !server.available) return
      const { clock, fake, machine, link, pass } = await cluster(kind)
      await pass(link(machine()))
      await clock.advance(31 * minute)
      let asked = 0
      const count = fake.identity.tokens.refresh.bind(fake.identity.tokens)
      fake.identity.tokens.refresh = (refreshToken) => {
        asked += 1
        return count(refreshToken)
      }
      const created = Array.from({ length: machines }, (_, index) =>
        machine().saveTaxRate(taxRate(`Rate ${index}`)),
      )
      await pass(Promise.all(created))
      expect(asked).toBe(1)
      const names = fake.books().organisation.taxRates.map(({ Name }) => Name)
      expect(names.filter((name) => name.startsWith('Rate '))).toHaveLength(machines)
    },
    180_000,
  )

  it('is read with an older key until everything is sealed with the new one', async () => {
    const { clock, usualKey, machine, link, pass } = await cluster('embedded')
    await pass(link(machine()))
    const newKey = randomBytes(32)
    const use = (engine: Engine, name: string) => pass(engine.saveTaxRate(taxRate(name)))
    await expect(use(machine(newKey), 'too early')).rejects.toThrow('LEDGERPOST_SECRET_KEYS_OLD')
    expect(await pass(machine(newKey, usualKey).resealGrants())).toEqual({ resealed: 1, current: 0, left: 0 })
    await clock.advance(31 * minute)
    await use(machine(newKey), 'in time')
    await expect(use(machine(usualKey), 'too late')).rejects.toThrow('LEDGERPOST_SECRET_KEYS_OLD')
  })

  it('that the owner took back stops the sync, and all goes on once the same books are linked again', async () => {
    const xero = await startXeroServer()
    onTestFinished(() => xero.close())
    await introduce(xero, '1')
    await xero.link('1')
    const save = () =>
      xero.act('1', 'Save', {
        json: {
          Maps: [
            { MapType: 0, MapItems: [{ MindbodyId: '01:01', IntegrationId: 'TAX001' }] },
            { MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: accountId('210') }] },
            { MapType: 2, MapItems: [{ MindbodyId: '1', IntegrationId: accountId('092') }] },
          ],
          SynchronizationPreferences: { SummarizeData: false, StartDate: '2026-01-01' },
        },
      })
    const statusOf = async () => {
      const integration: unknown = await (await xero.act('1', 'Initialize', { method: 'GET' })).json()
      return integration
    }
    await save()
    await feed(xero, '1', [sale('a'), sale('b')])

    xero.fake.identity.tokens.revokeAll()
    await xero.act('1', 'Sync')
    await xero.runJobs()
    expect(await statusOf()).toMatchObject({ Status: 5 })
    const packets = () =>
      xero.store.transaction('1', async (transaction) => {
        const records = await transaction.syncRecords('1', { before: null, limit: 10 })
        return Promise.all(records.map(({ id }) => transaction.packetCounts(id)))
      })
    expect(await packets()).toEqual([{ Pending: 2 }])
    expect(xero.fake.books().documents).toHaveLength(0)

    await xero.link('1')
    await save()
    await xero.act('1', 'Sync')
    await xero.runJobs()
    expect(await statusOf()).toMatchObject({ Status: 3 })
    expect(await packets()).toEqual([{}, { Sent: 2 }])
    expect(xero.fake.books().documents).toHaveLength(2)
  })
})
