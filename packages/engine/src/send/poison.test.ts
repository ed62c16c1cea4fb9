import type { Adapter, Document } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, saleOf } from '../harness.test-support.js'

let database: TestStore
let books: FakeBooks
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  books = new FakeBooks()
})

afterEach(() => database.close())

/** Syncs a poisoned packet of 6.66 and others, and tells the state of the poisoned one. */
async function syncPoisoned(change: (plain: Adapter) => Adapter) {
  harness = createHarness(database.store, { adapter: change(fakeAdapter(books)) })
  await harness.configure()
  await harness.feed([saleOf('a', '1.00'), saleOf('poison', '6.66'), saleOf('b', '2.00')])
  const recordId = await harness.sync()
  expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('Success')
  const packets = await harness.engine.packetsOfRecord('1234', recordId, { after: 0n, limit: 9, orderIds: 1 })
  return packets.find(({ orderIds }) => orderIds.includes('poison'))?.states.at(-1)
}

const isPoison = ({ total }: Pick<Document, 'total'>) => total === 666n

function rendering(spoil: (documents: readonly Document[]) => readonly Document[]) {
  return (plain: Adapter): Adapter => ({
    ...plain,
    render(packet, configuration) {
      const rendered = plain.render(packet, configuration)
      if (!rendered.ok || !rendered.documents.some(isPoison)) return rendered
      return { ok: true, documents: spoil(rendered.documents) }
    },
  })
}

describe('a packet that the adapter cannot render', () => {
  it.each<[string, (documents: readonly Document[]) => readonly Document[], RegExp]>([
    [
      'throws',
      () => {
        throw new TypeError('no such member')
      },
      /failed to render packet \w+: TypeError: no such member/,
    ],
    [
      'does not balance',
      (documents) => documents.map((document) => ({ ...document, postings: [{ account: 'x', amount: 1n }] })),
      /add up to 1 minor units and not to zero/,
    ],
    [
      'is below zero',
      (documents) => documents.map((document) => ({ ...document, total: -1n })),
      /is below zero/,
    ],
    ['has a reference twice', ([first]) => (first ? [first, first] : []), /reference of two documents/],
    ['settles nothing', (documents) => documents.slice(1), /is no document of an earlier stage/],
  ])('is held, and the others go (%s)', async (_name, spoil, message) => {
    const state = await syncPoisoned(rendering(spoil))
    expect(state).toMatchObject({ status: 'Held', code: 'NotRepresentable' })
    expect(state?.message).toMatch(message)
    expect(await harness.statuses()).toEqual({ Sent: 2, Held: 1 })
  })
})

describe('a document that the adapter cannot prepare', () => {
  const preparing =
    (throws: (documents: readonly Document[]) => boolean) =>
    (plain: Adapter): Adapter => ({
      ...plain,
      connect(context) {
        const connection = plain.connect(context)
        return {
          ...connection,
          prepare(documents, accepted) {
            if (throws(documents)) throw new TypeError('no such member')
            return connection.prepare(documents, accepted)
          },
        }
      },
    })

  it.each(['invoice', 'payment'])('is refused, and the others go in the same calls (%s)', async (kind) => {
    const isCulprit = (document: Document) => document.kind === kind && isPoison(document)
    const state = await syncPoisoned(preparing((documents) => documents.some(isCulprit)))
    expect(state).toMatchObject({ status: 'Rejected', code: 'invalid' })
    expect(state?.message).toMatch(/adapter for Fake failed on \S+ before it was sent: TypeError: no such/)
    expect(await harness.statuses()).toEqual({ Sent: 2, Rejected: 1 })
    expect(books.calls).toEqual(kind === 'invoice' ? ['invoice 2', 'payment 2'] : ['invoice 3', 'payment 2'])
    expect(harness.logged).toEqual([expect.stringContaining('An adapter threw while preparing. (TypeError')])
  })

  it('goes alone when it cannot be told which one it is', async () => {
    await syncPoisoned(preparing((documents) => documents.length > 1))
    expect(await harness.statuses()).toEqual({ Sent: 3 })
  })
})

describe('a document whose fate stays unknown', () => {
  it('leaves its packet in doubt and holds nobody else up', async () => {
    books.overlooks = isPoison
    const state = await syncPoisoned((plain) => plain)
    expect(state).toMatchObject({ status: 'InDoubt', code: 'unknown' })
    expect(await harness.statuses()).toEqual({ Sent: 2, InDoubt: 1 })
  })

  it('is one for which sending throws: it is looked up before it is sent again', async () => {
    let throws = 1
    const state = await syncPoisoned((plain) => ({
      ...plain,
      connect(context) {
        const connection = plain.connect(context)
        return {
          ...connection,
          async send(...call) {
            const results = await connection.send(...call)
            throws -= 1
            if (throws >= 0) throw new TypeError('no such member')
            return results
          },
        }
      },
    }))
    expect(state).toMatchObject({ status: 'Sent' })
    expect(books.calls).toEqual(['invoice 3', 'find 3', 'payment 3'])
  })
})
