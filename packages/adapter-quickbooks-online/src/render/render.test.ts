import { test } from '@fast-check/vitest'
import { sumOf } from '@ledgerpost/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { americanCompany, britishCompany, canadianCompany, ledgerEntries } from '../../fake/index.js'
import {
  american,
  british,
  canadian,
  lineOf,
  mappedPackets,
  packetOf,
} from '../mapped-packets.test-support.js'
import { createScene, documentsOf, outcomesOf, type Scene, sendAll } from '../scene.test-support.js'

const seed = 20_261_201

/** Sums by reference and account, without the zero ones: QuickBooks does not tell American taxes by line. */
function sums(rows: Iterable<readonly [reference: string, account: string, amount: bigint]>) {
  const totals = new Map<string, bigint>()
  for (const [reference, account, amount] of rows) {
    const key = JSON.stringify([reference, account])
    totals.set(key, (totals.get(key) ?? 0n) + amount)
  }
  return [...totals]
    .filter(([, amount]) => amount !== 0n)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
}

describe.each([
  ['an American company', americanCompany, american],
  ['a British company', britishCompany, british],
  ['a Canadian company', canadianCompany, canadian],
])('packets of %s', (_name, company, targets) => {
  let scene: Scene
  let [rendered, refused] = [0, 0]
  afterAll(() => {
    // The laws below are about what is rendered: nearly all must be.
    expect(rendered).toBeGreaterThan(refused * 4)
  })
  beforeAll(async () => {
    scene = await createScene({ companies: [company] })
    await scene.configuration()
  })

  test.prop([mappedPackets(targets)], { numRuns: 150, seed })(
    'become documents whose postings sum to zero and are what QuickBooks books, to the cent',
    async (packet) => {
      const fresh = await createScene({ companies: [company] })
      const rendering = fresh.adapter.render(packet, await scene.configuration())
      if (!rendering.ok) {
        // Only foreign journal entries have such limits.
        refused += 1
        expect([rendering.code, company.country === 'US']).toEqual(['TaxNotRepresentable', false])
        return
      }
      rendered += 1
      const { documents } = rendering
      for (const { postings, total } of documents) {
        expect(sumOf(postings, (posting) => posting.amount)).toBe(0n)
        expect(total).toBeGreaterThanOrEqual(0n)
      }
      const results = await sendAll(fresh, documents)
      expect([...results.values()].filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      const booked = ledgerEntries(fresh.fake.books()).map(
        (entry) => [entry.source, entry.account.id, BigInt(entry.amount)] as const,
      )
      const stated = documents.flatMap(({ reference, postings }) =>
        postings.map((posting) => [reference, posting.account, posting.amount] as const),
      )
      expect(sums(booked)).toEqual(sums(stated))
    },
  )

  test.prop([mappedPackets(targets)], { numRuns: 150, seed })(
    'tie out: what the documents move is what the packet says',
    async (packet) => {
      const { adapter } = scene
      const configuration = await scene.configuration()
      const rendering = adapter.render(packet, configuration)
      if (!rendering.ok) {
        expect(rendering.code).toBe('TaxNotRepresentable')
        return
      }
      const { parts } = packet
      const moved = new Map<string, bigint>()
      for (const { account, amount } of rendering.documents.flatMap(({ postings }) => postings))
        moved.set(account, (moved.get(account) ?? 0n) + amount)
      const incomeAccounts = Object.entries(configuration.extension['incomeAccounts'] ?? {})
      const expected = new Map<string, bigint>()
      const add = (account: string, amount: bigint): void =>
        void expected.set(account, (expected.get(account) ?? 0n) + amount)
      for (const { accountId, amount } of parts.flatMap(({ payments }) => payments)) add(accountId, amount)
      for (const { revenueId, net, tax } of parts.flatMap(({ lines }) => lines)) {
        add(String(incomeAccounts.find(([id]) => id === revenueId)?.[1]), -net)
        add('89', -tax)
      }
      const notZero = (sum: ReadonlyMap<string, bigint>) =>
        new Map([...sum].filter(([, amount]) => amount !== 0n))
      expect(notZero(moved)).toEqual(notZero(expected))
    },
  )

  test.prop([mappedPackets(targets)], { seed })('are rendered the same in any process', async (packet) => {
    const configuration = await scene.configuration()
    const [once, again] = [
      scene.adapter.render(packet, configuration),
      scene.adapter.render(structuredClone(packet), structuredClone(configuration)),
    ]
    expect(again).toEqual(once)
    const references = once.ok ? once.documents.map(({ reference }) => reference) : []
    expect(new Set(references).size).toBe(references.length)
    for (const reference of references) expect(reference.length).toBeLessThanOrEqual(21)
  })
})

describe('a document that would be too large', () => {
  it('has its lines joined', async () => {
    const small = await createScene({ limits: { batchBytes: 4000 } })
    const lines = Array.from({ length: 100 }, (_, index) =>
      lineOf({ net: 100n + BigInt(index), tax: 1n, taxId: 'TAX', revenueId: `item:${1 + (index % 2)}` }),
    )
    const total = sumOf(lines, ({ net, tax }) => net + tax)
    const documents = await documentsOf(small, [packetOf('big', { lines, total })])
    expect(JSON.stringify(documents[0]?.content).length).toBeLessThan(4000)
    expect(documents[0]?.content).toMatchObject({ entity: { Line: [{}, {}] } })
    expect(outcomesOf((await sendAll(small, documents)).values())).toEqual(['accepted'])
  })
})
