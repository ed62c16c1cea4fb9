import { describe, expect, it } from 'vitest'
import { mustBalance } from '../stage/books.js'
import type { Scenario } from './scenario.js'
import { scenarios } from './scenarios.js'
import type { CorpusTargets } from './targets.js'

const targets: CorpusTargets = {
  currency: 'USD',
  foreignCurrency: 'EUR',
  day: '2026-01-05',
  revenue: { services: 's', products: 'p', tips: 't', giftCards: 'g', discounts: 'd' },
  payment: { cash: 'c', card: 'k', giftCards: 'g' },
  tax: { none: 'n', standard: 'a', compound: 'b' },
}

/** What packets do when every line and payment is booked as it stands, taxes to an account of their own. */
function postingsOf({ packets }: Scenario): { account: string; amount: bigint }[] {
  return packets.flatMap(({ parts }) =>
    parts.flatMap(({ lines, payments }) => [
      ...lines.flatMap(({ revenueId, net, tax }) => [
        { account: revenueId, amount: -net },
        { account: 'somewhere for taxes', amount: -tax },
      ]),
      ...payments.map(({ accountId, amount }) => ({ account: accountId, amount })),
    ]),
  )
}

describe('the corpus', () => {
  const corpus = scenarios(targets)

  it.each(corpus.map((scenario) => [scenario.name, scenario] as const))(
    'states the balance of %s, which is what its packets come to',
    (_name, scenario) => {
      mustBalance(scenario, targets, postingsOf(scenario))
      const sum = Object.values(scenario.balance).reduce((total, amount) => total + amount, 0n)
      expect(sum).toBe(0n)
    },
  )

  it('has parts whose payments come to their lines, all of one sign', () => {
    for (const { parts } of corpus.flatMap(({ packets }) => packets)) {
      for (const { lines, payments, total } of parts) {
        expect(lines.reduce((sum, { net, tax }) => sum + net + tax, 0n)).toBe(total)
        expect(payments.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total)
        expect(payments.every(({ amount }) => amount > 0n === total > 0n)).toBe(true)
      }
    }
  })

  it('has a key of its own for each packet', () => {
    const keys = corpus.flatMap(({ packets }) => packets.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is off by what is a cent off', () => {
    const [scenario] = corpus
    if (!scenario) throw new Error('The corpus is empty.')
    const [first, ...others] = postingsOf(scenario)
    if (!first) throw new Error('The first scenario has no postings.')
    expect(() =>
      mustBalance(scenario, targets, [{ ...first, amount: first.amount + 1n }, ...others]),
    ).toThrow('s has -1999 in place of -2000')
  })
})
