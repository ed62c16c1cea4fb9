import { beforeAll, describe, expect, it } from 'vitest'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, entityIn, type Scene, sendAll, verdictsOf } from '../scene.test-support.js'

let scene: Scene
beforeAll(async () => {
  scene = await createScene()
})

const kindsOf = async (...packets: Parameters<typeof packetOf>[]) =>
  (
    await documentsOf(
      scene,
      packets.map((packet) => packetOf(...packet)),
    )
  ).map(({ kind, total }) => [kind, total])

describe('a sale', () => {
  it('is a sales receipt that states its lines, its tax and where the money goes', async () => {
    const lines = [
      lineOf({ net: 4400n, tax: 353n, taxId: '3', quantity: '2' }),
      lineOf({ net: 500n, description: null, revenueCategoryId: 'type:Tip', revenueId: 'item:6' }),
      lineOf({
        net: -1000n,
        tax: -80n,
        taxId: '3',
        revenueId: 'item:7',
        description: 'Ten off',
        quantity: '3',
      }),
    ]
    const packet = packetOf('1041', { lines, total: 4173n }, { documentDate: '2026-04-01' })
    const [receipt] = await documentsOf(scene, [packet])
    expect(receipt).toMatchObject({
      kind: 'sales-receipt',
      stage: 0,
      total: 4173n,
      date: '2026-04-01',
      settles: null,
    })
    expect(receipt?.reference).toMatch(/^LP-[0-9a-z]{16}$/)
    expect(entityIn(receipt)).toEqual({
      DocNumber: receipt?.reference,
      TxnDate: '2026-04-01',
      PrivateNote: `${receipt?.reference} 2026-03-01: Order 1041`,
      DepositToAccountRef: { value: '35' },
      Line: [
        {
          Amount: 44,
          Description: 'Single Class',
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: '1' },
            Qty: 2,
            UnitPrice: 22,
            TaxCodeRef: { value: 'TAX' },
          },
        },
        {
          Amount: 5,
          Description: 'type:Tip',
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: { ItemRef: { value: '6' }, TaxCodeRef: { value: 'NON' } },
        },
        {
          Amount: -10,
          Description: 'Ten off',
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: { ItemRef: { value: '7' }, TaxCodeRef: { value: 'TAX' } },
        },
      ],
      TxnTaxDetail: { TxnTaxCodeRef: { value: '3' }, TotalTax: 2.73 },
    })
    expect(receipt?.postings).toEqual([
      { account: '35', amount: 4173n },
      { account: '80', amount: -4400n, taxId: '3' },
      { account: '89', amount: -353n, taxId: '3' },
      { account: '92', amount: -500n, taxId: 'NON' },
      { account: '81', amount: 1000n, taxId: '3' },
      { account: '89', amount: 80n, taxId: '3' },
    ])
  })

  it('paid by several is as many documents, which add up to it', async () => {
    const lines = [lineOf({ net: 3333n, tax: 267n, taxId: 'TAX' })]
    const payments = [
      paymentOf({ amount: 1800n }),
      paymentOf({ amount: 900n, accountId: '90' }),
      paymentOf({ amount: 900n, paymentMethodId: '7' }),
    ]
    const documents = await documentsOf(scene, [packetOf('split', { lines, payments, total: 3600n })])
    expect(documents.map(({ kind, total }) => [kind, total])).toEqual([
      ['sales-receipt', 2700n],
      ['journal', 900n],
    ])
    expect(documents.map(({ reference }) => reference.slice(19))).toEqual(['', '-1'])
    const ofAccount = (id: string): bigint =>
      documents
        .flatMap(({ postings }) => postings)
        .reduce((sum, { account, amount }) => (account === id ? sum + amount : sum), 0n)
    expect(['35', '90', '80', '89'].map(ofAccount)).toEqual([2700n, 900n, -3333n, -267n])
  })

  it('whose codes differ leaves the code to automated sales tax, and states the total', async () => {
    const lines = [lineOf({ net: 1000n, tax: 73n, taxId: '2' }), lineOf({ net: 1000n, tax: 86n, taxId: '3' })]
    const packet = packetOf('two', { lines, total: 2159n })
    expect(entityIn((await documentsOf(scene, [packet]))[0])).toMatchObject({
      TxnTaxDetail: { TotalTax: 1.59 },
    })
    const manual = await createScene()
    delete manual.fake.books().company.preferences.automatedRate
    expect(await documentsOf(manual, [packet])).toMatchObject([{ kind: 'journal', total: 2159n }])
  })

  it('over untaxed lines states that there is no tax, so that none is found', async () => {
    const documents = await documentsOf(scene, [packetOf('free', { total: 1000n })])
    expect(entityIn(documents[0])).toMatchObject({
      TxnTaxDetail: { TotalTax: 0 },
      Line: [{ SalesItemLineDetail: { TaxCodeRef: { value: 'NON' } } }],
    })
  })
})

describe('what comes to less than zero, or to nothing', () => {
  it('is a refund receipt with positive amounts', async () => {
    const lines = [lineOf({ net: -2000n, tax: -160n, taxId: 'TAX', quantity: '-2' })]
    const [receipt] = await documentsOf(scene, [packetOf('r', { lines, total: -2160n })])
    expect(receipt).toMatchObject({ kind: 'refund-receipt', total: 2160n })
    expect(entityIn(receipt)).toMatchObject({
      DepositToAccountRef: { value: '35' },
      Line: [{ Amount: 20, SalesItemLineDetail: { Qty: 2, UnitPrice: 10 } }],
      TxnTaxDetail: { TotalTax: 1.6 },
    })
    expect(receipt?.postings[0]).toEqual({ account: '35', amount: -2160n })
  })

  it('is a sales receipt over zero, and no document where there are no lines', async () => {
    const lines = [lineOf({ net: 1000n }), lineOf({ net: -1000n, revenueId: 'item:2' })]
    expect(await kindsOf(['z', { lines, total: 0n }])).toEqual([['sales-receipt', 0n]])
    expect(await kindsOf(['n', { lines: [], total: 0n }])).toEqual([])
  })

  it('is a journal entry where amounts run against each other, and nothing where they cancel out', async () => {
    const against = [lineOf({ net: 1000n }), lineOf({ net: -1000n, tax: 80n, taxId: 'TAX' })]
    const cancelled = [
      lineOf({ net: 0n, tax: 80n, taxId: 'TAX' }),
      lineOf({ net: 0n, tax: -80n, taxId: 'TAX' }),
    ]
    expect(
      await kindsOf(['a', { lines: [lineOf({ net: -50n, tax: 80n, taxId: 'TAX' })], total: 30n }]),
    ).toEqual([['journal', 80n]])
    expect(await kindsOf(['b', { lines: against, total: 80n }])).toEqual([['sales-receipt', 80n]])
    expect(await kindsOf(['c', { lines: cancelled, total: 0n }])).toEqual([])
  })
})

describe('a gift card', () => {
  it('that is sold is a line of an item whose account is a liability', async () => {
    const lines = [lineOf({ net: 5000n, revenueId: 'item:4' })]
    const [receipt] = await documentsOf(scene, [packetOf('sold', { lines, total: 5000n })])
    expect(receipt?.postings).toContainEqual({ account: '90', amount: -5000n, taxId: 'NON' })
  })

  it('that pays is a journal entry against the liability, with its tax to its account', async () => {
    const lines = [lineOf({ net: 2000n, tax: 160n, taxId: '2' })]
    const payments = [paymentOf({ amount: 2160n, accountId: '90' })]
    const documents = await documentsOf(scene, [packetOf('used', { lines, payments, total: 2160n })])
    const side = (PostingType: string, account: string, Amount: number, Description: string) => ({
      Amount,
      Description,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: { PostingType, AccountRef: { value: account } },
    })
    expect(documents).toMatchObject([{ kind: 'journal', total: 2160n }])
    expect(entityIn(documents[0])).toEqual({
      DocNumber: documents[0]?.reference,
      TxnDate: '2026-03-01',
      PrivateNote: `${documents[0]?.reference} Order used`,
      Line: [
        side('Debit', '90', 21.6, 'Order used'),
        side('Credit', '80', 20, 'Single Class'),
        side('Credit', '89', 1.6, 'State tax'),
      ],
    })
    const fresh = await createScene()
    expect(verdictsOf((await sendAll(fresh, documents)).values())).toEqual(['accepted'])
  })
})

describe('the settings', () => {
  const settings = { customerId: '58', classId: '100', departmentId: '1' }

  it('name a customer, a class and a location for all documents', async () => {
    const named = await createScene({ settings })
    const packets = [
      packetOf('s', { total: 100n }),
      packetOf('j', { payments: [paymentOf({ amount: 100n, accountId: '90' })], total: 100n }),
    ]
    const documents = await documentsOf(named, packets)
    expect(entityIn(documents[0])).toMatchObject({
      CustomerRef: { value: '58' },
      DepartmentRef: { value: '1' },
      Line: [{ SalesItemLineDetail: { ClassRef: { value: '100' } } }],
    })
    const tracked = { ClassRef: { value: '100' }, DepartmentRef: { value: '1' } }
    expect(entityIn(documents[1])).toMatchObject({
      Line: [{ JournalEntryLineDetail: tracked }, { JournalEntryLineDetail: tracked }],
    })
    expect(verdictsOf((await sendAll(named, documents)).values())).toEqual(['accepted', 'accepted'])
  })

  it('name nothing that the company does not track', async () => {
    const named = await createScene({ settings })
    const { preferences } = named.fake.books().company
    preferences.classTracking = 'none'
    preferences.tracksDepartments = false
    const text = JSON.stringify(entityIn((await documentsOf(named, [packetOf('s', { total: 100n })]))[0]))
    expect(text).toContain('CustomerRef')
    expect(text).not.toMatch(/ClassRef|DepartmentRef/)
  })

  it('name the class once in companies that track it by transaction', async () => {
    const named = await createScene({ settings })
    named.fake.books().company.preferences.classTracking = 'transaction'
    const documents = await documentsOf(named, [packetOf('s', { total: 100n })])
    expect(entityIn(documents[0])).toMatchObject({ ClassRef: { value: '100' } })
    expect(JSON.stringify(entityIn(documents[0])).split('ClassRef')).toHaveLength(2)
    expect(verdictsOf((await sendAll(named, documents)).values())).toEqual(['accepted'])
  })

  it('are checked, and tell what they do not know', () => {
    const check = (value: unknown) => scene.adapter.settings['~standard'].validate(value)
    expect(check({})).toEqual({ value: {} })
    expect(check({ customerId: ' 58 ' })).toEqual({ value: { customerId: '58' } })
    expect(check({ custmerId: '58' })).toMatchObject({ issues: [{}] })
    expect(check({ customerId: '' })).toMatchObject({ issues: [{}] })
  })
})

describe('a company with several currencies', () => {
  it('is told the currency of every document', async () => {
    const several = await createScene()
    several.fake.books().company.preferences.multicurrency = true
    const documents = await documentsOf(several, [packetOf('m', { total: 100n })])
    expect(entityIn(documents[0])).toMatchObject({ CurrencyRef: { value: 'USD' } })
    expect(verdictsOf((await sendAll(several, documents)).values())).toEqual(['accepted'])
  })
})
