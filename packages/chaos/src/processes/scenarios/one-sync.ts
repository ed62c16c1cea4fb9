import { judge } from '../judge.js'
import { firstWave } from '../platform/orders.js'
import { openStage } from '../stage.js'
import { Outcome, type Scenario } from './scenario.js'

const calls = 50

/** Fifty calls of Sync at two servers at once, while nothing is synced yet: there is one sync, and its id is the answer to all. */
export const oneSync: Scenario = {
  name: 'fifty Sync calls on two servers',
  async play({ workshop }) {
    const outcome = new Outcome()
    const id = 'one-sync'
    const stage = await openStage(workshop)
    try {
      // Nobody takes the sync up before all have asked.
      const arms = [{ step: 'job.claim', moment: 'before', occurrence: 1, deed: 'wait' } as const]
      const servers = await Promise.all(['one', 'two'].map((name) => stage.start(name, { arms })))
      const apis = servers.map((server) => stage.apiOf(server))
      const [api] = apis
      if (!api) throw new Error('There is no server.')
      await api.configure(id, stage.plainText.plan(id, false))
      await api.feed(id, firstWave())
      const answers = await Promise.all(
        Array.from({ length: calls }, (_, index) => (apis[index % apis.length] ?? api).sync(id, 'PlainText')),
      )
      const records = new Set(answers)
      outcome.expect(records.size === 1, `${calls} calls of Sync were answered with ${records.size} syncs`)
      for (const server of servers) {
        // Whoever comes later stops no more.
        await server.arm()
        server.release()
      }
      await stage.rest(id)
      const made = await stage.database.query(id, 'select id from ledgerpost.sync_record')
      outcome.expect(made.length === 1, `${made.length} syncs were made`)
      outcome.add(id, await judge(stage.plainText, stage.database, id, firstWave()))
      return outcome
    } finally {
      await stage.close()
    }
  },
}
