import type { Adapter } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, saleOf } from '../harness.test-support.js'

const hour = 3_600_000

let database: TestStore
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  harness = createHarness(database.store)
  await harness.configure()
})

afterEach(() => database.close())

async function hoursPass(hours: number): Promise<void> {
  await harness.clock.advance(hours * hour)
  await database.timePasses()
  await harness.work()
}

/** The deviations that sweeps found, by what the document is; null where a sweep found none. */
async function deviationsOf(recordId: string): Promise<Record<string, string | null>> {
  const packets = await harness.engine.packetsOfRecord('1234', recordId, {
    after: 0n,
    limit: 100,
    orderIds: 1,
  })
  const found: Record<string, string | null> = {}
  for (const { documents, sweeps } of packets) {
    for (const { kind, total, reference } of documents) {
      const finding = sweeps.get(reference)
      if (finding) found[`${kind} ${total}`] = finding.deviation
    }
  }
  return found
}

const finds = () => harness.books.calls.filter((call) => call.startsWith('find'))

describe('a sweep', () => {
  it('looks at everything that is a day old, once, in pages', async () => {
    await harness.feed(Array.from({ length: 55 }, (_, index) => saleOf(`o${index}`, '1.00')))
    const recordId = await harness.sync()
    await hoursPass(23)
    expect(finds()).toEqual([])
    await hoursPass(2)
    expect(finds()).toEqual(['find 100', 'find 10'])
    expect(await deviationsOf(recordId)).toEqual({ 'invoice 100': null, 'payment 100': null })
    await hoursPass(25)
    expect(finds()).toHaveLength(2)
    expect(harness.logged).toEqual([])
  })

  it('says how documents deviate, and changes nothing', async () => {
    harness.books.refusesReference = ({ kind, total }) =>
      total === 500n || (kind === 'payment' && total === 600n)
        ? { kind: 'invalid', message: 'No.' }
        : undefined
    await harness.feed(
      ['1.00', '2.00', '3.00', '4.00', '5.00', '6.00'].map((amount) => saleOf(amount, amount)),
    )
    const recordId = await harness.sync()
    const { booked } = harness.books
    const invoice = (total: bigint) =>
      booked.find(({ document }) => document.kind === 'invoice' && document.total === total)
    const [deleted, changed, voided] = [invoice(100n), invoice(200n), invoice(300n)]
    if (!deleted || !changed || !voided) throw new Error('not booked')
    booked.splice(booked.indexOf(deleted), 1)
    changed.total = 201n
    voided.isVoided = true
    const refused = await harness.engine.packetsOfRecord('1234', recordId, {
      after: 0n,
      limit: 100,
      orderIds: 1,
    })
    const late = refused.flatMap(({ documents }) => documents).find(({ total }) => total === 500n)
    if (!late) throw new Error('not refused')
    booked.push({ document: late, id: 'late', total: 500n, isVoided: false })
    const before = [...booked]
    const statuses = await harness.statuses()
    await hoursPass(25)
    const deviations = await deviationsOf(recordId)
    expect(deviations['invoice 100']).toMatch(/is not at the integrator any more: it was deleted/)
    expect(deviations['invoice 200']).toMatch(/its total there is 201 minor units/)
    expect(deviations['invoice 300']).toMatch(/it was voided or deleted there/)
    expect(deviations['invoice 500']).toMatch(/was refused, and yet it is at the integrator as late/)
    expect(deviations).toMatchObject({ 'invoice 400': null, 'payment 400': null, 'payment 600': null })
    expect(await harness.statuses()).toEqual(statuses)
    expect(booked).toEqual(before)
    expect(harness.logged).toEqual([expect.stringContaining('4 documents that deviate')])
  })

  it('leaves what is younger to the next one', async () => {
    await harness.feed([saleOf('a', '1.00')])
    const first = await harness.sync()
    await harness.clock.advance(20 * hour)
    await harness.feed([saleOf('b', '2.00')])
    const second = await harness.sync()
    await hoursPass(5)
    expect([await deviationsOf(first), await deviationsOf(second)]).toEqual([
      { 'invoice 100': null, 'payment 100': null },
      {},
    ])
    await hoursPass(20)
    expect(await deviationsOf(second)).toEqual({ 'invoice 200': null, 'payment 200': null })
    expect(await database.store.acrossSubscribers((queue) => queue.backlog())).toEqual({ due: 0, age: 0 })
  })

  it('waits while the ledger is not linked, and fails nothing by it', async () => {
    await harness.feed([saleOf('a', '1.00')])
    const recordId = await harness.sync()
    harness.books.findFails = { kind: 'reauthorise', message: 'Link again.' }
    await hoursPass(25)
    await hoursPass(25)
    expect(await deviationsOf(recordId)).toEqual({})
    expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('Success')
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Configured')
    harness.books.findFails = undefined
    await hoursPass(25)
    expect(await deviationsOf(recordId)).toEqual({ 'invoice 100': null, 'payment 100': null })
  })

  it('asks nothing of an integrator that cannot be searched', async () => {
    const books = new FakeBooks()
    const plain = fakeAdapter(books)
    const { manifest } = plain
    const capabilities = { ...manifest.capabilities, find: { level: 'none' } } as const
    const adapter: Adapter = { ...plain, manifest: { ...manifest, capabilities } }
    harness = createHarness(database.store, { adapter, subscriberId: 'unsearchable' })
    await harness.configure()
    await harness.feed([saleOf('a', '1.00')])
    await harness.sync()
    await hoursPass(25)
    expect(books.calls).toEqual(['invoice 1', 'payment 1'])
  })
})
