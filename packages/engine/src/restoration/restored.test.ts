import type { Adapter, Document } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, saleOf } from '../harness.test-support.js'

const day = 24 * 3_600_000

let database: TestStore
let books: FakeBooks
let harness: Harness
/** Which documents the lost part of the store had sent. */
let wasSent: (document: Document) => boolean

/** Renders as ever; but what the lost part of the store had sent is in the books already. */
function adapterWithPast(): Adapter {
  const plain = fakeAdapter(books)
  return {
    ...plain,
    render(packet, configuration) {
      const rendering = plain.render(packet, configuration)
      for (const document of rendering.ok ? rendering.documents : []) {
        const isThere = books.booked.some((each) => each.document.reference === document.reference)
        if (!isThere && wasSent(document)) books.book(document.reference)
      }
      return rendering
    },
  }
}

beforeEach(async () => {
  database = await openTestStore()
  books = new FakeBooks()
  wasSent = () => true
  harness = createHarness(database.store, { adapter: adapterWithPast() })
  await harness.configure()
  await harness.feed([saleOf('a', '1.00'), saleOf('b', '2.00')])
})

afterEach(() => database.close())

function expectBookedOnce(): void {
  expect(books.booked).toHaveLength(4)
  expect(Object.fromEntries(books.balances())).toEqual({ 'category:1': -300n, 'method:1': 300n })
}

describe('a store that was restored from a copy', () => {
  it('has everything looked up before it is sent', async () => {
    await harness.engine.markRestored(30 * day)
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 2 })
    expect(books.calls).toEqual(['find 4'])
    expectBookedOnce()
  })

  it('has sent what is not there, also of a packet that is there in part', async () => {
    wasSent = ({ kind, total }) => kind === 'invoice' || total === 200n
    await harness.engine.markRestored(30 * day)
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 2 })
    expect(books.calls).toEqual(['find 4', 'payment 1'])
    expectBookedOnce()
  })

  it('leaves what differs there to a person', async () => {
    const book = books.book.bind(books)
    books.book = (reference) => {
      const result = book(reference)
      const booked = books.booked.at(-1)
      if (booked?.document.total === 100n) booked.total = 101n
      return result
    }
    await harness.engine.markRestored(30 * day)
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 1, InDoubt: 1 })
    const packets = await harness.engine.packetsOfRecord('1234', recordId, {
      after: 0n,
      limit: 9,
      orderIds: 1,
    })
    const inDoubt = packets.find(({ packet }) => packet.status === 'InDoubt')
    expect(inDoubt?.states.at(-1)?.message).toMatch(
      /its total there is 101 minor units and was meant to be 100/,
    )
    expect(books.booked).toHaveLength(4)
  })

  it('finds what was booked as another kind, and leaves it to a person', async () => {
    const book = books.book.bind(books)
    books.book = (reference) => {
      const result = book(reference)
      const booked = books.booked.at(-1)
      if (booked?.document.kind === 'invoice' && booked.total === 100n) {
        booked.document = { ...booked.document, kind: 'credit-note' }
      }
      return result
    }
    await harness.engine.markRestored(30 * day)
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 1, InDoubt: 1 })
    const page = { after: 0n, limit: 9, orderIds: 1 }
    const packets = await harness.engine.packetsOfRecord('1234', recordId, page)
    const inDoubt = packets.find(({ packet }) => packet.status === 'InDoubt')
    expect(inDoubt?.states.at(-1)?.message).toMatch(/it is a credit-note there/)
    expect(books.booked).toHaveLength(4)
  })

  it('is trusted again when the time is over, and a shorter mark takes nothing back', async () => {
    wasSent = () => false
    await harness.engine.markRestored(2 * day)
    await harness.engine.markRestored(day)
    await harness.clock.advance(1.5 * day)
    await harness.sync()
    expect(books.calls).toEqual(['find 4', 'invoice 2', 'payment 2'])
    await harness.clock.advance(day)
    await harness.feed([saleOf('c', '4.00')])
    await harness.sync()
    expect(books.calls.slice(3)).toEqual(['invoice 1', 'payment 1'])
  })
})
