import { describe, expect, it } from 'vitest'
import { askedDirectly, receipt } from '../fake-scene.test-support.js'
import { parseWhere } from './where.js'

const row = {
  DocNumber: "o'clock and more",
  TxnDate: '2026-03-01',
  Active: true,
  Count: 3,
  MetaData: { CreateTime: '2026' },
}

describe('conditions', () => {
  it.each([
    [String.raw`DocNumber = 'o\'clock and more'`, true],
    ["DocNumber = 'a'", false],
    ["DocNumber != 'a'", true],
    [String.raw`DocNumber in ('a', 'o\'clock and more')`, true],
    ["DocNumber in ('a')", false],
    ["DocNumber like 'o%more'", true],
    ["DocNumber like 'o%les.'", false],
    ["TxnDate >= '2026-03-01' and TxnDate <= '2026-03-01'", true],
    ["TxnDate > '2026-03-01'", false],
    ["TxnDate < '2026-03-02' AND Active = true", true],
    ['Active in (true, false)', true],
    ['Active = false', false],
    ['Count = 3', true],
    ["MetaData.CreateTime >= '2025'", true],
    ["Missing = ''", true],
  ])('%s: %j', (condition, verdict) => {
    expect(parseWhere(condition)(row)).toBe(verdict)
  })

  it.each(['DocNumber', "DocNumber = 'a", "DocNumber = 'a' or DocNumber = 'b'", 'DocNumber in ()', ''])(
    'does not understand %j',
    (condition) => {
      expect(() => parseWhere(condition)).toThrow(RangeError)
    },
  )
})

describe('queries', () => {
  it('show what is active, all of it if asked, page by page, and no list where there is nothing', async () => {
    const { query } = askedDirectly()
    expect(await query("select Id from Item where Name = 'Old Classes'")).toMatchObject({ QueryResponse: {} })
    expect(await query('select Id, Name from Item where Active = false')).toMatchObject({
      QueryResponse: { Item: [{ Id: '10', Name: 'Old Classes' }], startPosition: 1, maxResults: 1 },
    })
    expect(await query('select * from Class startposition 2 maxresults 1')).toMatchObject({
      QueryResponse: {},
    })
    expect(
      await query('select Id from Department orderby Id desc startposition 2 maxresults 1'),
    ).toMatchObject({
      QueryResponse: { Department: [{ Id: '2' }] },
    })
    expect(await query('select count(*) from Class')).toMatchObject({ QueryResponse: { totalCount: 1 } })
    expect(await query('select * from Customer')).toMatchObject({
      QueryResponse: { Customer: [{ DisplayName: 'Point of sale' }] },
    })
  })

  it('give a hundred rows if nothing is said', async () => {
    const { query, create } = askedDirectly()
    for (let count = 0; count < 101; count += 1) await create('SalesReceipt', receipt())
    expect(await query('select Id from SalesReceipt')).toMatchObject({ QueryResponse: { maxResults: 100 } })
    expect(await query('select Id from SalesReceipt maxresults 1000')).toMatchObject({
      QueryResponse: { maxResults: 101 },
    })
  })

  it.each([
    'select',
    'select * from Nothing',
    'select * from Item maxresults 1001',
    'select * from Item where oops',
    'drop table',
  ])('refuse %j', async (text) => {
    const { query } = askedDirectly()
    expect(await query(text)).toMatchObject({ Fault: { Error: [{ code: '4000' }], type: 'ValidationFault' } })
  })

  it('can be asked in a batch', async () => {
    const { call } = askedDirectly()
    const BatchItemRequest = [
      { bId: 'a', Query: 'select * from Preferences' },
      { bId: 'b', Query: 'oops' },
    ]
    expect((await call('POST', 'batch', { BatchItemRequest })).body).toMatchObject({
      BatchItemResponse: [
        { bId: 'a', QueryResponse: { Preferences: [{}] } },
        { bId: 'b', Fault: {} },
      ],
    })
  })
})
