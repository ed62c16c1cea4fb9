import { startTrytonJudge, type TrytonJudge } from '@ledgerpost/adapter-tryton/conformance'
import { programVersion, requirement } from '@ledgerpost/testkit'
import { corpusBooks, type CorpusBooks, shortName } from '@ledgerpost/testkit/conformance'
import { afterAll, describe, expect, it } from 'vitest'
import { adapterSubjects } from '../conformance/adapter-subjects.js'
import { type Judge, type TrialBalance, trialBalanceOf } from './judge.js'
import { judgeByHledger } from './judge-by-hledger.js'

const hledger = await requirement('hledger', programVersion('hledger', ['--version']))
const trytond = await requirement('trytond', programVersion('trytond', ['--version']))

let started: Promise<TrytonJudge> | undefined
const judgeByTryton: Judge = async (entries) => (await (started ??= startTrytonJudge())).judge(entries)
afterAll(async () => (await started)?.stop())

const judges = [
  { name: 'hledger', isThere: hledger.available, judge: judgeByHledger },
  { name: 'Tryton', isThere: trytond.available, judge: judgeByTryton },
] satisfies { name: string; isThere: boolean; judge: Judge }[]

const subjects = (await adapterSubjects()).filter(({ subject }) => subject.unavailable?.() === undefined)

/** What all scenarios come to by the figures that were written down by hand. */
function writtenDown(books: readonly CorpusBooks[]): TrialBalance {
  const sums = new Map<string, bigint>()
  for (const { balance } of books) {
    for (const [role, amount] of Object.entries(balance))
      sums.set(shortName(role), (sums.get(shortName(role)) ?? 0n) + amount)
  }
  return trialBalanceOf(sums)
}

describe.each(subjects.map((each) => [each.subject.name, each.subject] as const))(
  'the corpus, carried by %s',
  { timeout: 600_000 },
  (_name, subject) => {
    it('comes to one trial balance, by what it says and by what it sent, whoever adds it up', async () => {
      const books = await corpusBooks(subject)
      await subject.close?.()
      const balance = writtenDown(books)
      expect(Object.keys(balance).length).toBeGreaterThan(3)
      for (const { name, isThere, judge } of judges) {
        if (!isThere) continue
        for (const side of ['postings', 'ledger'] as const) {
          const told = await judge(books.flatMap((each) => each[side]))
          expect([name, side, trialBalanceOf(told)]).toEqual([name, side, balance])
        }
      }
    })
  },
)

it.skipIf(!hledger.available)('a judge refuses what does not balance', async () => {
  const off = [
    {
      reference: 'off',
      lines: [
        { role: 'cash', amount: 1n },
        { role: 'tax', amount: -2n },
      ],
    },
  ]
  await expect(judgeByHledger(off)).rejects.toThrow('could not balance')
})

it.skipIf(!trytond.available)('and so does the other', { timeout: 600_000 }, async () => {
  const off = [
    {
      reference: 'off',
      lines: [
        { role: 'cash', amount: 1n },
        { role: 'tax', amount: -2n },
      ],
    },
  ]
  await expect(judgeByTryton(off)).rejects.toThrow(/balance/i)
})
