import { judge } from '../judge.js'
import { judgeInDoubt } from '../judge-in-doubt.js'
import { firstWave, laterSale, secondWave } from '../platform/orders.js'
import { openStage, type Stage } from '../stage.js'
import type { ServerProcess } from '../worker/server-process.js'
import { kinds } from './kinds.js'
import { Outcome, type Scenario } from './scenario.js'

/**
 * The database is restored from a copy of an hour ago: the integrators' books have what it knows nothing of. The
 * orders come again, in one round the same ones and in another with one more, and nothing is booked twice. What a
 * summary with one more order adds is not booked: its packets are InDoubt and say what differs.
 */
export const restore: Scenario = {
  name: 'restored from an hour ago',
  async play({ workshop }) {
    const outcome = new Outcome()
    for (const more of [[], [laterSale('f')]]) {
      const round = more.length === 0 ? 'with the same orders' : 'with one more order'
      const stage = await openStage(workshop, { subscribers: kinds.map(({ id }) => id) })
      try {
        await playRound(stage, more)
        for (const kind of kinds) {
          const orders = [...firstWave(), ...secondWave(), ...more]
          // With one more order a summary is cut differently, which is for a person to decide.
          const isCutDifferently = kind.summarise && more.length > 0
          const look = isCutDifferently ? judgeInDoubt : judge
          outcome.add(`${kind.name} ${round}`, await look(kind.books(stage), stage.database, kind.id, orders))
        }
      } finally {
        await stage.close()
      }
    }
    return outcome

    async function playRound(stage: Stage, more: readonly object[]): Promise<void> {
      const { database } = stage
      const before = await stage.start('before')
      for (const { id, summarise, books } of kinds) {
        await stage.apiOf(before).configure(id, books(stage).plan(id, summarise))
      }
      await syncAll(stage, before, firstWave())
      await before.stop()
      const copy = await workshop.databases.copy(database.name)
      const lost = await stage.start('lost')
      await syncAll(stage, lost, secondWave())
      await lost.stop()
      await workshop.databases.restore(database, copy)
      const after = await stage.start('after', { isRestored: true })
      await syncAll(stage, after, [...secondWave(), ...more])
      // Whatever the first one left open is the second one's to settle.
      await syncAll(stage, after, [])
      await after.stop()
    }
  },
}

async function syncAll(stage: Stage, server: ServerProcess, orders: readonly object[]): Promise<void> {
  const api = stage.apiOf(server)
  for (const { id, books } of kinds) {
    if (orders.length > 0) await api.feed(id, orders)
    await api.sync(id, books(stage).type)
  }
  for (const { id } of kinds) await stage.rest(id)
}
