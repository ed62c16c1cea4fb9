import { judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave } from '../platform/orders.js'
import { openStage } from '../stage.js'
import { kinds } from './kinds.js'
import { Outcome, type Scenario } from './scenario.js'

const moments = [
  { step: 'pack.chunk', moment: 'before' },
  { step: 'send.record-intent', moment: 'after' },
  { step: 'send.send', moment: 'after' },
  { step: 'send.conclude', moment: 'before' },
] as const

/** What a server may take to end, and another to go on, in milliseconds. A lease is far longer. */
const longestStop = 10_000
const longestTakeOver = 30_000
const lease = 600_000

/**
 * A server is asked to stop (SIGTERM) in the middle of a job: it is gone within ten seconds with exit code 0, and
 * another goes on at once, without waiting for a lease to lapse.
 */
export const drain: Scenario = {
  name: 'SIGTERM in the middle of a job',
  async play({ workshop }) {
    const outcome = new Outcome()
    for (const kind of kinds.filter(({ summarise }) => !summarise)) {
      for (const at of moments) {
        const { id } = kind
        const where = `${kind.name} ${at.step} ${at.moment}`
        const stage = await openStage(workshop, { subscribers: [id], changes: { leaseMilliseconds: lease } })
        try {
          const books = kind.books(stage)
          const drained = await stage.start('drained')
          const api = stage.apiOf(drained)
          await api.configure(id, books.plan(id, kind.summarise))
          await api.feed(id, firstWave())
          await drained.arm({ ...at, occurrence: 1, deed: 'wait' })
          await api.sync(id, books.type)
          await until(30_000, where, () => drained.takeReached() !== undefined)
          await stage.start('other')
          const began = Date.now()
          const code = await drained.stop()
          const took = Date.now() - began
          outcome.expect(code === 0, `${where}: the server ended with ${code}`)
          outcome.expect(took <= longestStop, `${where}: the server took ${took} ms to end`)
          await until(longestTakeOver, `${where}: the work of the other server`, () => stage.isAtRest(id))
          outcome.add(where, await judge(books, stage.database, id, firstWave()))
        } finally {
          await stage.close()
        }
      }
    }
    return outcome
  },
}
