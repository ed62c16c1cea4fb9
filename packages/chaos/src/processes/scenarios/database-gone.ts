import { judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave } from '../platform/orders.js'
import { type FaultProxy, startFaultProxy } from '../proxy/fault-proxy.js'
import { openStage } from '../stage.js'
import type { Arm } from '../worker/messages.js'
import { kinds } from './kinds.js'
import { Outcome, type Scenario } from './scenario.js'

const moments = [
  { step: 'send.record-intent', moment: 'before' },
  { step: 'send.send', moment: 'before' },
  { step: 'send.send', moment: 'after' },
] as const

/**
 * The database goes away in the middle of sending: its backends are ended, or every connection is cut and new ones
 * are refused for a while. The API says 503 meanwhile and works again afterwards, and the sync goes on.
 */
export const databaseGone: Scenario = {
  name: 'database gone in the middle of sending',
  async play({ workshop }) {
    const outcome = new Outcome()
    for (const kind of kinds.filter(({ summarise }) => !summarise)) {
      const ids = moments.flatMap((_, index) => ['ended', 'cut'].map((how) => `${kind.id}-${how}-${index}`))
      const stage = await openStage(workshop, { subscribers: ids })
      const { hostname, port } = new URL(stage.database.url)
      const proxy = await startFaultProxy({ host: hostname, port: Number(port === '' ? '5432' : port) })
      try {
        const server = await stage.start('worker', { databaseUrl: through(proxy, stage.database.url) })
        const api = stage.apiOf(server)
        for (const [index, at] of moments.entries()) {
          for (const how of ['ended', 'cut'] as const) {
            const id = `${kind.id}-${how}-${index}`
            const where = `${kind.name}, ${how} at ${at.step} ${at.moment}`
            const books = kind.books(stage)
            await api.configure(id, books.plan(id, kind.summarise))
            await api.feed(id, firstWave())
            const arm: Arm = { ...at, occurrence: 1, deed: 'wait' }
            await server.arm(arm)
            await api.sync(id, books.type)
            await until(30_000, where, () => server.takeReached() !== undefined)
            if (how === 'ended') {
              await workshop.databases.endSessions(stage.database.name)
              server.release()
            } else {
              proxy.set({ kind: 'refuse' })
              proxy.cut()
              server.release()
              const status = await api.status('GET', historyOf(id))
              proxy.set({ kind: 'pass' })
              outcome.expect(
                status === 503,
                `${where}: the API answered ${status} without a database, not 503`,
              )
            }
            await until(
              30_000,
              `${where}: the API`,
              async () => (await api.status('GET', historyOf(id))) === 200,
            )
            await stage.rest(id)
            outcome.add(where, await judge(books, stage.database, id, firstWave()))
          }
        }
      } finally {
        await stage.close()
        await proxy.close()
      }
    }
    return outcome
  },
}

function historyOf(subscriberId: string): string {
  return `/odata/v4/Subscriber_${subscriberId}/SyncHistory`
}

function through(proxy: FaultProxy, databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(proxy.port)
  return url.href
}
