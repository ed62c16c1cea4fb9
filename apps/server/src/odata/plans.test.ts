import type { StoreTransaction } from '@ledgerpost/engine'
import { createReader, createStore, type ReadStatement } from '@ledgerpost/postgres'
import { openTestDatabase, probeTestServer } from '@ledgerpost/postgres/testing'
import { requirement } from '@ledgerpost/testkit'
import { RawNode, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enumeration } from '../wire/enumeration.js'
import { odataService } from './service.js'

/**
 * How many orders there are; a tenth of them are one subscriber's. A million in continuous integration; fewer show the
 * same plans.
 */
const orderCount = Number(process.env['LEDGERPOST_PLAN_ORDERS'] ?? 60_000)
const whale = 'whale'

const server = await requirement('a PostgreSQL server', probeTestServer)
const service = odataService(enumeration([{ name: 'Xero', code: 0 }]))

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Plan[]
}

const filler = [
  `alter table subscriber disable row level security`,
  `alter table sales_order disable row level security`,
  `insert into subscriber (id, region, terms) select case n when 0 then '${whale}' else 's' || n end, 'US', '{}'
    from generate_series(0, 500) as n`,
  `insert into sales_order (subscriber_id, id, sequence, digest, type, order_date, order_time, business_date, location_id,
      currency, total, paid, last_modified_time, created_time, content)
    select case when n % 10 = 0 then '${whale}' else 's' || 1 + n % 499 end, 'o' || n, n, '', 'Sale', time, time, time::date,
      (n % 20)::text, 'USD', n % 10000, n % 10000, time, time, jsonb_build_object(
        'purchaser', jsonb_build_object('id', (n % 5000)::text, 'firstName', 'Ada', 'lastName', null),
        'items', jsonb_build_array(jsonb_build_object('id', '1', 'productType', 'Retail', 'revenueCategoryId', (n % 9)::text,
          'quantity', '1', 'unitPrice', '10.00', 'discount', 0, 'netAmount', 1000, 'total', 1080,
          'taxes', jsonb_build_array(jsonb_build_object('taxRateId', '01:01', 'amount', 80)))),
        'cost', jsonb_build_object('netAmount', 1000, 'discount', 0, 'taxAmount', 80, 'total', n % 10000),
        'payments', jsonb_build_array(jsonb_build_object('id', '1', 'paymentMethodId', '2', 'amount', 1080)))
    from (select n, timestamp '2026-01-01' + n * interval '10 seconds' as time from generate_series(1, ${orderCount}) as n) as made`,
  `alter table subscriber enable row level security`,
  `alter table sales_order enable row level security`,
  `vacuum analyze sales_order`,
]

let database: Awaited<ReturnType<typeof openTestDatabase>> | undefined
beforeAll(async () => {
  if (!server.available) return
  database = await openTestDatabase({ kind: 'server' })
  for (const statement of filler) await sql.raw(statement).execute(database.kysely)
}, 600_000)
afterAll(() => database?.close())

/** The plans of the statements that a request runs. */
async function plansOf(pathAndQuery: string, subscriber = whale): Promise<readonly Plan[]> {
  if (!database) throw new Error('The database is open only while tests run.')
  const [path = '', search = ''] = pathAndQuery.split('?')
  const plans: Plan[] = []
  const answer = await createReader(database, 600_000).read(subscriber, (run) =>
    service.handle({
      method: 'GET',
      path,
      search,
      header: () => undefined,
      root: 'http://localhost',
      scope: { subscriber },
      async execute(statement: ReadStatement) {
        const [row] = await run({ ...statement, text: `explain (format json) ${statement.text}` })
        const explained = row?.['QUERY PLAN'] as readonly { readonly Plan: Plan }[] | undefined
        for (const { Plan } of explained ?? []) plans.push(Plan)
        return run(statement)
      },
    }),
  )
  expect([pathAndQuery, answer?.status]).toEqual([pathAndQuery, 200])
  return plans
}

/** The plans of what a store does for the whale's days. */
async function plansOfDays(
  work: (transaction: StoreTransaction) => Promise<unknown>,
): Promise<readonly Plan[]> {
  if (!database) throw new Error('The database is open only while tests run.')
  const plans: Plan[] = []
  const explained = new WeakSet<object>()
  const kysely = database.kysely.withPlugin({
    transformQuery({ node, queryId }) {
      if (!RawNode.is(node) || !node.sqlFragments.join('').includes('business_date')) return node
      explained.add(queryId)
      const [first = '', ...rest] = node.sqlFragments
      return RawNode.create([`explain (format json) ${first}`, ...rest], node.parameters)
    },
    async transformResult({ result, queryId }) {
      if (!explained.has(queryId)) return result
      for (const row of result.rows) {
        const all = row['QUERY PLAN'] as readonly { readonly Plan: Plan }[]
        plans.push(...all.map(({ Plan }) => Plan))
      }
      return { ...result, rows: [] }
    },
  })
  await createStore({ ...database, kysely }).transaction(whale, work)
  return plans
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The index that a scan uses: its own, or the one of the bitmap that it reads. */
function indexScanOf(scan: Plan): Plan {
  return scan['Node Type'] === 'Bitmap Heap Scan' ? (scan.Plans?.[0] ?? scan) : scan
}

const anyIndex = 'sales_order_'
const start = 'subscriber_id'
const mostSorted = 2500

describe.skipIf(!server.available)(`the plan for ${orderCount} orders of`, () => {
  // Each shape, the index that serves it, and the columns that the index narrows by.
  it.each([
    ['', 'sales_order_by_time', [start]],
    ['$top=1000', 'sales_order_by_time', [start]],
    ['$orderby=OrderDate', 'sales_order_by_time', [start]],
    ['$orderby=OrderDate desc,Id desc', 'sales_order_by_time', [start]],
    ['$orderby=Id', 'sales_order_pkey', [start]],
    ['$orderby=Id desc', 'sales_order_pkey', [start]],
    ['$orderby=LastModifiedTime', 'sales_order_by_modification', [start]],
    ['$orderby=LastModifiedTime desc,Id desc', 'sales_order_by_modification', [start]],
    ["$filter=Id eq 'o40'", 'sales_order_pkey', [start, 'id']],
    ["$filter=Id in ('o2','o4','o40')", 'sales_order_pkey', [start, 'id']],
    ["$filter=startswith(Id,'o400')&$orderby=Id", 'sales_order_pkey', [start, 'id']],
    [
      '$filter=OrderDate ge 2026-01-02T00:00:00Z and OrderDate lt 2026-01-03T00:00:00Z',
      'sales_order_by_time',
      [start, 'order_time'],
    ],
    [
      '$filter=LastModifiedTime ge 2026-01-05T00:00:00Z&$orderby=LastModifiedTime',
      'sales_order_by_modification',
      [start, 'last_modified_time'],
    ],
    // Few are expected: all of the subscriber's are read by whichever index.
    ["$filter=Purchaser/Id eq '77'", anyIndex, [start]],
    ['$filter=date(OrderDate) eq 2026-01-03', anyIndex, [start]],
    // Read in the order of the page, the rest of the filter applied to what the index gives.
    ["$filter=LocationId eq '3'", 'sales_order_by_time', [start]],
    ["$filter=Type eq 'Sale'", 'sales_order_by_time', [start]],
    ['$filter=Cost/Total gt 10.80', 'sales_order_by_time', [start]],
    ["$filter=Items/any(i:i/RevenueCategoryId eq '3')", 'sales_order_by_time', [start]],
    [
      "$filter=OrderDate ge 2026-01-02T00:00:00Z and contains(Purchaser/FirstName,'zz') and OrderDate lt 2026-01-03T00:00:00Z",
      'sales_order_by_time',
      [start, 'order_time'],
    ],
  ] as const)('Orders?%s walks %s', async (query, index, columns) => {
    for (const expand of ['', '$expand=Items,Cost,Payments']) {
      const search = [query, expand].filter((part) => part !== '').join('&')
      for (const subscriber of [whale, 's7']) {
        const plans = await plansOf(`Orders${search === '' ? '' : `?${encodeURI(search)}`}`, subscriber)
        expect(plans).toHaveLength(1)
        const nodes = plans.flatMap(nodesOf)
        const scans = nodes.filter((node) => node['Relation Name'] === 'sales_order').map(indexScanOf)
        expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
        expect(scans.length).toBeGreaterThan(0)
        for (const scan of scans) expect(scan['Index Cond']).toContain('subscriber_id')
        // What little an index leaves may be sorted; all that a large subscriber has may not.
        const sorted = nodes.filter((node) => node['Node Type'] === 'Sort').map((node) => node['Plan Rows'])
        expect(Math.max(0, ...sorted)).toBeLessThan(mostSorted)
        if (subscriber !== whale) continue
        const [outer] = scans
        expect(outer?.['Index Name']).toMatch(new RegExp(`^${index}`))
        for (const column of columns) expect(outer?.['Index Cond']).toContain(column)
      }
    }
  })

  it('days are added up in the index of days', async () => {
    const span = { from: '2026-01-02', to: '2026-01-03', currency: 'USD' }
    const after = { businessDate: '2026-01-02', id: 'o5' }
    for (const work of [
      (transaction: StoreTransaction) => transaction.salesByDay(whale, span),
      (transaction: StoreTransaction) => transaction.ordersOfDays(whale, { ...span, after, limit: 500 }),
    ]) {
      const nodes = (await plansOfDays(work)).flatMap(nodesOf)
      const scans = nodes.filter((node) => node['Relation Name'] === 'sales_order').map(indexScanOf)
      expect(scans).toHaveLength(1)
      expect(scans[0]?.['Index Name']).toBe('sales_order_by_day')
      expect(scans[0]?.['Index Cond']).toMatch(/subscriber_id.*business_date/)
    }
  })

  it('the second page goes on in the index', async () => {
    for (const [order, column] of [
      ['OrderDate', 'order_time'],
      ['OrderDate desc,Id desc', 'order_time'],
      ['Id', 'id'],
      ['LastModifiedTime', 'last_modified_time'],
    ] as const) {
      if (!database) throw new Error('The database is open only while tests run.')
      const first = await createReader(database).read(whale, (execute) =>
        service.handle({
          method: 'GET',
          path: 'Orders',
          search: `$orderby=${encodeURIComponent(order)}`,
          header: () => undefined,
          root: 'http://localhost',
          scope: { subscriber: whale },
          execute,
        }),
      )
      const link: unknown = JSON.parse(first?.body ?? '')['@odata.nextLink']
      const [plan] = await plansOf(String(link).slice('http://localhost/'.length))
      const nodes = plan ? nodesOf(plan) : []
      const scan = nodes.find((node) => node['Relation Name'] === 'sales_order')
      expect(scan?.['Index Cond']).toMatch(new RegExp(`subscriber_id.*${column}`))
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort')
    }
  })

  it('counts without reading the orders themselves', async () => {
    for (const query of ['Orders/$count', 'Orders?$count=true&$top=1']) {
      const plans = await plansOf(query)
      const scans = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] === 'sales_order')
      expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan')
    }
  })

  it('one order and its parts are found by key', async () => {
    for (const path of [
      "Orders('o40')",
      "Orders('o40')/Items",
      "Orders('o40')/Items('1')/Taxes",
      "Orders('o40')/Cost",
    ]) {
      const plans = await plansOf(path)
      const scans = plans.flatMap(nodesOf).filter((node) => node['Relation Name'] === 'sales_order')
      expect(scans.length).toBeGreaterThan(0)
      for (const scan of scans)
        expect([path, indexScanOf(scan)['Index Name']]).toEqual([path, 'sales_order_pkey'])
    }
  })
})
