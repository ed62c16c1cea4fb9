import { judge } from '../judge.js'
import { firstWave } from '../platform/orders.js'
import { openStage } from '../stage.js'
import { inParallel } from './in-parallel.js'
import { Outcome, type Scenario } from './scenario.js'

const callsOfEach = 10
/** How long the token endpoint takes, in milliseconds. */
const slowness = 3_000

/** Four processes use one grant at once whose access token has expired: it is refreshed once. */
export const refreshStorm: Scenario = {
  name: 'four processes with an expired token',
  async play({ workshop }) {
    const outcome = new Outcome()
    const id = 'storm'
    const stage = await openStage(workshop, { subscribers: [id] })
    try {
      const servers = await Promise.all([1, 2, 3, 4].map((number) => stage.start(`worker ${number}`)))
      const apis = servers.map((server) => stage.apiOf(server))
      const [api] = apis
      if (!api) throw new Error('There is no server.')
      await api.configure(id, stage.xero.plan(id, false))
      await api.feed(id, firstWave())
      const { faults, identity } = stage.xero.fake
      const { tokens } = identity
      const before = tokens.refreshes
      tokens.expireAccessTokens()
      // All others come while the first refresh is under way.
      faults.order({
        fault: { kind: 'delay', milliseconds: slowness, when: 'before' },
        path: '/connect/token',
        times: 99,
      })
      await Promise.all(
        apis.map(async (each, process) => {
          const calls = Array.from({ length: callsOfEach }, (_, call) => `Rate ${process + 1}-${call + 1}`)
          await inParallel(callsOfEach, calls, async (name) => {
            await each.call('POST', `/Subscriber_${id}/AccountingIntegration/Type_Xero/SaveXeroTaxRate`, {
              body: {
                Type: 0,
                TaxRate: {
                  Name: name,
                  ReportTaxType: 'OUTPUT',
                  TaxComponents: [{ Name: name, Rate: 5, IsCompound: false }],
                },
              },
            })
          })
        }),
      )
      await api.sync(id, 'Xero')
      await stage.rest(id)
      const refreshes = tokens.refreshes - before
      outcome.expect(refreshes === 1, `the token was refreshed ${refreshes} times`)
      outcome.add(id, await judge(stage.xero, stage.database, id, firstWave()))
      return outcome
    } finally {
      await stage.close()
    }
  },
}
