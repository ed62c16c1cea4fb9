import { studioSubscriber } from '@ledgerpost/testkit'
import { alternate, type Contender } from '../../runner/alternate.js'
import type { Race } from '../../runner/race.js'
import { fasterThan } from '../../runner/ratio.js'
import { rate } from '../../runner/time.js'
import { type StartedProcess, startProcess } from '../../processes/start-process.js'
import { type Company, platformToken, startCompany } from '../../scene/company.js'
import { withDatabases } from '../../scene/databases.js'
import { firstRevisions } from '../../scene/orders.js'
import { connections, postAll } from './load.js'

const ordersInBody = 50
const parsers = [
  ['node', 'bare node:http', 'limit'],
  ['fastify', 'fastify, bare', 'peer'],
  ['hono', 'hono, bare', 'peer'],
] as const

export const http: Race = {
  name: 'http',
  title: 'posts of 50 orders: authenticated, validated and stored, fsync on; the others parse and forget',
  run: ({ databaseUrl, round, seed, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const count = round === 'full' ? 1000 : 100
      const bodies = bodiesOf(count, seed)
      const company = await startCompany(await databases.create(), { subscribers: 1, roles: ['api'] })
      const processes: StartedProcess[] = []
      try {
        const others: Contender[] = []
        for (const [kind, name, role] of parsers) {
          const started = await startProcess('parser-process.ts', kind)
          processes.push(started)
          others.push({
            name,
            role,
            run: () => rate(count, () => postAll({ urlOf: () => started.url, headers: {}, bodies })),
          })
        }
        const measures = await alternate([ours(company, bodies), ...others], 'posts/s', context)
        return {
          measures,
          verdicts: [fasterThan(measures, 'bare node:http', 0.5)],
          notes: [
            `${ordersInBody} orders a post, ${Math.round((bodies[0]?.length ?? 0) / 1024)} KB, ${connections} connections.`,
          ],
        }
      } finally {
        for (const each of processes) await each.stop()
        await company.close()
      }
    }),
}

/** Every round posts the same orders for subscribers for whom they are new, each with a connection of its own. */
function ours({ api, server }: Company, bodies: readonly Buffer[]): Contender {
  const headers = { authorization: `Bearer ${platformToken()}` }
  return {
    name: 'Ledgerpost',
    role: 'ours',
    async run(round) {
      const idOf = (connection: number): string => `round-${round}-${connection}`
      for (let connection = 0; connection < connections; connection += 1) {
        const id = idOf(connection)
        await api.call('PUT', `/Subscriber_${id}`, { as: 'platform', body: studioSubscriber(id) })
      }
      const urlOf = (connection: number): string => `${server.url}/Subscriber_${idOf(connection)}/Orders`
      return rate(bodies.length, () => postAll({ urlOf, headers, bodies }))
    },
  }
}

function bodiesOf(count: number, seed: number): readonly Buffer[] {
  const orders = [...firstRevisions(count * ordersInBody, seed)]
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(JSON.stringify(orders.slice(index * ordersInBody, (index + 1) * ordersInBody))),
  )
}
