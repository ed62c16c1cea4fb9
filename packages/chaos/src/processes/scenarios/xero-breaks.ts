import { judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave } from '../platform/orders.js'
import { type ProxyFault, startFaultProxy } from '../proxy/fault-proxy.js'
import { openStage } from '../stage.js'
import { kinds } from './kinds.js'
import { Outcome, type Scenario } from './scenario.js'

const faults: readonly ProxyFault[] = [
  { kind: 'break-after-headers' },
  { kind: 'stall' },
  { kind: 'drip', everyMilliseconds: 100 },
  { kind: 'refuse' },
]

/** Xero's connections break after the headers, stall, or answer a byte at a time, while each stage of documents is sent. */
export const xeroBreaks: Scenario = {
  name: 'Xero breaks, stalls and drips',
  async play({ workshop }) {
    const outcome = new Outcome()
    for (const kind of kinds.filter(({ name }) => name.startsWith('Xero'))) {
      const ids = faults.flatMap(({ kind: fault }) => [1, 2].map((nth) => `${kind.id}-${fault}-${nth}`))
      const stage = await openStage(workshop, { subscribers: ids })
      const proxy = await startFaultProxy({ host: '127.0.0.1', port: stage.xero.fake.port })
      try {
        const url = `http://127.0.0.1:${proxy.port}`
        const server = await stage.start('worker', {
          xero: { ...stage.xeroSetup, url, answerTimeout: 1_000 },
        })
        const api = stage.apiOf(server)
        for (const fault of faults) {
          for (const nth of [1, 2]) {
            const id = `${kind.id}-${fault.kind}-${nth}`
            const where = `${kind.name}, ${fault.kind} at submission ${nth}`
            await api.configure(id, stage.xero.plan(id, kind.summarise))
            await api.feed(id, firstWave())
            await server.arm(
              { step: 'send.send', moment: 'before', occurrence: nth, deed: 'wait' },
              { step: 'send.send', moment: 'after', occurrence: nth, deed: 'wait' },
            )
            await api.sync(id, 'Xero')
            await until(30_000, where, () => server.takeReached() !== undefined)
            proxy.set(fault)
            if (fault.kind === 'refuse') proxy.cut()
            server.release()
            await until(30_000, `The end of ${where}`, () => server.takeReached() !== undefined)
            proxy.set({ kind: 'pass' })
            server.release()
            await stage.rest(id)
            outcome.add(where, await judge(stage.xero, stage.database, id, firstWave()))
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
