import { composeServer, type ComposedServer } from '@ledgerpost/server'
import { tokenFor } from '@ledgerpost/chaos/scene'
import { z } from 'zod'
import { alternate, type Contender } from '../../runner/alternate.js'
import type { Race, RaceContext } from '../../runner/race.js'
import { fasterThan, ratioOf } from '../../runner/ratio.js'
import { rate } from '../../runner/time.js'
import { xeroAdapter } from '../../scene/books.js'
import { tokenSecret } from '../../scene/company.js'
import { withDatabases } from '../../scene/databases.js'
import { addManyOrders, whale } from './many-orders.js'
import { openHandWritten } from './by-hand.js'

const sizes = { short: { orders: 100_000, pages: 1000 }, full: { orders: 1_000_000, pages: 10_000 } }
/** Pages read in a measurement. */
const requests = 40
const query = `Orders?$filter=${encodeURIComponent("Type eq 'Sale' and Cost/Total ge 10")}&$expand=Items,Cost,Payments`
const answer = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })

export const odata: Race = {
  name: 'odata',
  title: 'pages of 100 orders, filtered and expanded, of one subscriber with very many',
  run: ({ databaseUrl, round, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const { orders, pages } = sizes[round]
      const database = await databases.create()
      await addManyOrders(database.url, orders)
      context.say(`${orders} orders are there`)
      const server = await composeServer({
        database: { kind: 'server', url: database.url },
        adapters: [xeroAdapter],
        tokens: { key: { secret: tokenSecret }, issuer: 'ledgerpost', audience: 'ledgerpost' },
        secretKey: new Uint8Array(32),
        workerName: 'bench',
        roles: ['api'],
        requestsPerMinute: 0,
      })
      const byHand = await openHandWritten(database.url)
      try {
        const far = await linkOfPage(server, pages, context)
        const page = (name: string, role: Contender['role'], work: () => Promise<number>): Contender => ({
          name,
          role,
          run: () =>
            rate(requests, async () => {
              for (let index = 0; index < requests; index += 1) requireFull(name, await work())
            }),
        })
        const limit = 'SQL by hand, page 1'
        const measures = await alternate(
          [
            page('Ledgerpost, page 1', 'ours', async () => (await read(server, query)).value.length),
            page(limit, 'limit', () => byHand.firstPage()),
            page(`Ledgerpost, page ${pages}`, 'ours', async () => (await read(server, far)).value.length),
          ],
          'pages/s',
          context,
        )
        const [first, , last] = measures
        if (!first || !last) throw new RangeError('Nothing was measured.')
        return {
          measures,
          verdicts: [
            fasterThan(measures, limit, 0.5),
            {
              target: `page ${pages} / page 1`,
              value: ratioOf(last, first),
              bound: { kind: 'at least', value: 0.9 },
            },
          ],
          notes: [
            'Ours answers whole requests: a token is checked, a path and a query are read, links are written.',
          ],
        }
      } finally {
        await byHand.close()
        await server.close()
      }
    }),
}

async function read(server: ComposedServer, path: string, pageSize = 100) {
  const response = await server.app.request(`http://localhost/odata/v4/Subscriber_${whale}/${path}`, {
    headers: {
      authorization: `Bearer ${tokenFor('MINDBODY Owner', tokenSecret)}`,
      prefer: `odata.maxpagesize=${pageSize}`,
    },
  })
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${body.slice(0, 300)}`)
  return answer.parse(JSON.parse(body))
}

/** Goes there by pages as large as can be had. */
async function linkOfPage(
  server: ComposedServer,
  page: number,
  { say }: Pick<RaceContext, 'say'>,
): Promise<string> {
  const largest = 1000
  let link = query
  for (let passed = 0; passed < (page - 1) * 100; passed += largest) {
    const { '@odata.nextLink': next } = await read(server, link, largest)
    if (next === undefined) throw new Error(`There is no page ${page}.`)
    link = next.slice(next.indexOf('Orders?'))
  }
  say(`the way to page ${page} is known`)
  return link
}

function requireFull(name: string, length: number): void {
  if (length !== 100) throw new Error(`${name} answered ${length} orders instead of 100.`)
}
