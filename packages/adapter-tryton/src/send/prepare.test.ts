import type { Document, Submission } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { createTrytonAdapter } from '../create-tryton-adapter.js'
import { defaultLimits } from '../limits.js'
import { sale } from '../testing/packets.test-support.js'
import { pureConfiguration, pureIdOf } from '../testing/pure-books.test-support.js'
import { contextFor } from '../testing/context.test-support.js'
import { prepare } from './prepare.js'

function documentOf(company = 1): Document {
  const rendering = createTrytonAdapter().render(
    sale(pureIdOf, `company ${company}`),
    pureConfiguration('EUR', { company }),
  )
  if (!rendering.ok || !rendering.documents[0]) throw new Error('nothing rendered')
  return rendering.documents[0]
}

describe('prepare', () => {
  it('writes the call that creates the moves', () => {
    const document = documentOf()
    const [submission] = prepare('books', [document], defaultLimits)
    expect(submission).toMatchObject({
      operation: 'model.account.move.create',
      references: [document.reference],
    })
    const amount = (decimal: string) => ({ __class__: 'Decimal', decimal })
    const line = { description: 'Order company 1', debit: amount('0.00') }
    expect(JSON.parse(submission?.body ?? '')).toEqual({
      id: 1,
      method: 'model.account.move.create',
      params: [
        [
          {
            company: 1,
            journal: 5,
            period: 2,
            date: { __class__: 'date', year: 2026, month: 1, day: 15 },
            description: document.reference,
            lines: [
              [
                'create',
                [
                  { ...line, account: 1, debit: amount('12.00'), credit: amount('0.00') },
                  {
                    ...line,
                    account: 5,
                    credit: amount('10.00'),
                    description: 'Order company 1: food',
                    tax_lines: [['create', [{ tax: 101, type: 'base', amount: amount('10.00') }]]],
                  },
                  {
                    ...line,
                    account: 31,
                    credit: amount('2.00'),
                    tax_lines: [['create', [{ tax: 101, type: 'tax', amount: amount('2.00') }]]],
                  },
                ],
              ],
            ],
          },
        ],
        { company: 1, language: 'en' },
      ],
    })
  })

  it('keeps companies and databases apart', () => {
    const documents = [documentOf(1), documentOf(2)]
    const submissions = prepare('books', documents, defaultLimits)
    expect(submissions.map(({ references }) => references)).toEqual(
      documents.map(({ reference }) => [reference]),
    )
    const keys = ['books', 'others'].flatMap((database) =>
      prepare(database, documents, defaultLimits).map(({ key }) => key),
    )
    expect(new Set(keys).size).toBe(4)
  })

  it('takes nothing that was not rendered', () => {
    for (const content of [
      {},
      { ...documentOf().content, lines: [] },
      { ...documentOf().content, period: '2' },
    ]) {
      expect(() => prepare('books', [{ ...documentOf(), content }], defaultLimits)).toThrow(
        /LP-.*render its packet/,
      )
    }
    expect(() => prepare('books', [{ ...documentOf(), date: '2026-02-30' }], defaultLimits)).toThrow('LP-')
  })
})

describe('a submission that was not prepared so', () => {
  const settings = { url: 'https://tryton.example.org', database: 'books', user: 'pos', password: 'x' }
  const [whole] = prepare('books', [documentOf()], defaultLimits)

  it.each([
    ['is no JSON', { body: '{"id":1,' }],
    ['is something else', { body: '{"id":1,"method":"x","params":[]}' }],
    ['holds other references', { references: ['LP-another'] }],
    [
      'holds an amount that is no decimal',
      { body: whole?.body.replace('"decimal":"12.00"', '"decimal":12') ?? '' },
    ],
  ])('is not sent when it %s', async (_case, changes) => {
    const calls: unknown[] = []
    const connection = createTrytonAdapter().connect({
      ...contextFor(settings),
      fetch: (input) => {
        calls.push(input)
        return Promise.reject(new TypeError('no call was to be made'))
      },
    })
    if (!whole) throw new Error('nothing prepared')
    const submission: Submission = { ...whole, ...changes }
    const results = await connection.send(submission, Infinity)
    expect(results.map(({ outcome, reference }) => [outcome, reference])).toEqual(
      submission.references.map((reference) => ['unknown', reference]),
    )
    expect(calls).toEqual([])
  })
})
