import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fc } from '@fast-check/vitest'
import {
  type Document,
  type FoundDocument,
  formatAmount,
  minorUnitDigits,
  readAmount,
} from '@ledgerpost/core'
import { programVersion, requirement } from '@ledgerpost/testkit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decimalText, oneId } from '../conformance/tryton/books.js'
import { goldenPackets, keyOf, packetsIn } from './testing/packets.test-support.js'
import {
  type Balances,
  balancesOf,
  readAll,
  sendAll,
  trialBalance,
  useTryton,
  withoutZeros,
} from './testing/scene.test-support.js'
import { patiently, trytond } from './testing/trytond.test-support.js'

const hledger = await requirement('hledger', programVersion('hledger', ['--version']))

/** The balances that hledger makes of the documents' postings. */
async function hledgerBalances(documents: readonly Document[], currency: string): Promise<Balances> {
  const directory = await mkdtemp(join(tmpdir(), 'tryton-hledger-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const digits = minorUnitDigits(currency)
  const accounts = new Set(documents.flatMap(({ postings }) => postings.map(({ account }) => account)))
  const entries = documents.map(({ date, reference, postings }) =>
    [
      `${date} ${reference}`,
      ...postings.map(
        ({ account, amount }) => `    A:${account}  ${formatAmount(amount, digits)} ${currency}`,
      ),
    ].join('\n'),
  )
  const directives = [`commodity ${currency}`, ...[...accounts].map((account) => `account A:${account}`)]
  const file = join(directory, 'books.journal')
  await writeFile(file, `${[...directives, ...entries].join('\n\n')}\n`)
  const run = promisify(execFile)
  await run('hledger', ['-f', file, 'check', '-s'])
  const { stdout } = await run('hledger', ['-f', file, 'balance', '-N', '--flat', '-O', 'csv'])
  const rows = stdout.trim().split('\n').slice(1)
  return withoutZeros(
    Object.fromEntries(
      rows.map((row) => {
        const [account = '', amount = ''] = row.replaceAll('"', '').split(',')
        const reading = readAmount(amount.replace(/ .*$/, ''), digits)
        if (!reading.ok) throw new Error(`${row}: ${reading.problem}`)
        return [account.slice(2), reading.amount]
      }),
    ),
  )
}

describe.skipIf(!trytond.available)('golden sales in Tryton', patiently, () => {
  const tryton = useTryton()

  it.each(['EUR', 'JPY', 'KWD'])(
    'have the trial balance that their postings say, in %s, for Tryton and for hledger',
    async (currency) => {
      const { connection, rpc, idOf, documentsOf } = await tryton.scene(currency)
      const documents = documentsOf(goldenPackets(idOf, currency))
      expect(documents).toHaveLength(14)
      const results = await sendAll(connection, documents)
      expect(results.filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      const ours = balancesOf(documents)
      const judgements = [trialBalance(rpc, currency)]
      if (hledger.available) judgements.push(hledgerBalances(documents, currency))
      expect(await Promise.all(judgements)).toEqual(judgements.map(() => ours))
      const read = await readAll(connection)
      const meant = documents.flatMap(({ reference, date, postings }) =>
        postings.map(({ account, amount, taxId }) => [
          reference,
          date,
          account,
          amount,
          currency,
          taxId ?? null,
        ]),
      )
      expect(
        read.map(({ reference, date, account, amount, taxId, currency: code }) => [
          reference,
          date,
          account,
          amount,
          code,
          taxId,
        ]),
      ).toEqual(meant)
    },
  )

  it('are counted by the taxes as sold and as taken back', async () => {
    const { connection, rpc, idOf, documentsOf } = await tryton.scene()
    const packets = goldenPackets(idOf).filter(({ title }) =>
      ['a sale', 'a gift card redeemed', 'a refund', 'a compound tax', 'a refund of a compound tax'].includes(
        title,
      ),
    )
    const results = await sendAll(connection, documentsOf(packets))
    expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(5)
    const periods = [await oneId(rpc, 'account.period', [['name', '=', '2026-01']])]
    const fields = ['invoice_base_amount', 'invoice_tax_amount', 'credit_base_amount', 'credit_tax_amount']
    const taxes = await rpc.read('account.tax', [['type', '=', 'percentage']], ['name', ...fields], {
      periods,
    })
    const counted = taxes.map((tax) => [
      tax['name'],
      ...fields.map((field) => readAmount(decimalText(tax[field]), 2)).map((each) => each.ok && each.amount),
    ])
    expect(Object.fromEntries(counted.map(([name, ...sums]) => [name, sums]))).toEqual({
      'VAT 20': [3000n, 600n, -1000n, -200n],
      State: [1999n, 120n, -100n, -5n],
      City: [1999n, 45n, -100n, -3n],
    })
  })

  it('of any shop are booked as their postings say', async () => {
    const { connection, rpc, idOf, documentsOf } = await tryton.scene()
    const booked = new Map<string, Document>()
    await fc.assert(
      fc.asyncProperty(packetsIn(idOf, 'EUR', 5), async (packets) => {
        // All in one year: Tryton carries the balances of accounts forward into the next.
        const keyed = packets.map((packet) => ({
          ...packet,
          documentDate: packet.documentDate.replace('2025', '2026'),
          key: keyOf(`${booked.size} ${packet.key}`),
        }))
        const documents = documentsOf(keyed)
        const results = await sendAll(connection, documents)
        expect(results.filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
        for (const document of documents) booked.set(document.reference, document)
        const found = await connection.find(documents)
        const identify = ({ reference, total, date }: Document | FoundDocument) => [reference, date, total]
        expect(found.map(identify)).toEqual(documents.map(identify))
      }),
      { numRuns: 5, seed: 20_260_101 },
    )
    expect(booked.size).toBeGreaterThan(10)
    const documents = [...booked.values()]
    expect(await trialBalance(rpc)).toEqual(balancesOf(documents))
    expect((await readAll(connection)).length).toBe(documents.flatMap(({ postings }) => postings).length)
  })
})
