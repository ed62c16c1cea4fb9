import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { requirement } from '@ledgerpost/testkit'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { americanCompany, britishCompany, canadianCompany } from '../fake/index.js'
import {
  american,
  british,
  canadian,
  lineOf,
  mappedPackets,
  packetOf,
  paymentOf,
} from './mapped-packets.test-support.js'
import { readSchema, type Schema } from './official-schema.test-support.js'
import { createScene, documentsOf, entityIn } from './scene.test-support.js'

const repositoryRoot = resolve(import.meta.dirname, '../../..')
const folder = resolve(repositoryRoot, '../shared/vendor/qbo')
const files = [
  'Finance.xsd',
  'IntuitBaseTypes.xsd',
  'IntuitNamesTypes.xsd',
  'IntuitRestServiceDef.xsd',
  'SalesTax.xsd',
]

const schema = await requirement("Intuit's official schemas (Finance.xsd)", (): Schema => {
  if (!existsSync(resolve(folder, 'Finance.xsd')))
    throw new Error('they are not beside the repository, in shared/vendor/qbo')
  const parser = new XMLParser({ ignoreAttributes: false, parseAttributeValue: false, isArray: () => true })
  return readSchema(files.map((file) => parser.parse(readFileSync(resolve(folder, file), 'utf8'))))
})

describe.skipIf(!schema.available)('the official schemas', () => {
  const problems = (type: string, value: unknown): string[] =>
    schema.available ? schema.value.problems(type, value, type) : []
  const item = (body: string): Record<string, unknown>[] => JSON.parse(body).BatchItemRequest

  test.prop(
    [
      fc
        .constantFrom(
          [americanCompany, mappedPackets(american)] as const,
          [britishCompany, mappedPackets(british)] as const,
          [canadianCompany, mappedPackets(canadian)] as const,
        )
        .chain(([company, packets]) =>
          fc.tuple(fc.constant(company), fc.array(packets, { minLength: 1, maxLength: 4 })),
        ),
    ],
    { numRuns: 60, seed: 20_261_201 },
  )('know every member, and every word, of every body that is sent', async ([company, packets]) => {
    const settings = { customerId: '58', classId: '100', departmentId: '1' }
    const scene = await createScene({ companies: [company], settings })
    scene.fake.books().company.preferences.multicurrency = true
    const configuration = await scene.configuration()
    const documents = packets.flatMap((packet) => {
      const rendering = scene.adapter.render(packet, configuration)
      return rendering.ok ? rendering.documents : []
    })
    for (const { body } of scene.connection.prepare(documents, new Map()))
      for (const { bId, operation, ...entity } of item(body)) {
        expect(problems('BatchItemRequest', { bId, operation })).toEqual([])
        for (const [name, element] of Object.entries(entity)) expect(problems(name, element)).toEqual([])
      }
  })

  it('find a member that Intuit does not know, and a value that it does not', async () => {
    const scene = await createScene()
    const payments = [paymentOf({ amount: 108n, accountId: '90' })]
    const lines = [lineOf({ net: 100n, tax: 8n, taxId: 'TAX' })]
    const [receipt, journal] = await documentsOf(scene, [
      packetOf('a', { lines, total: 108n }),
      packetOf('b', { lines, payments, total: 108n }),
    ])
    const check = (type: string, text: string): string[] => problems(type, JSON.parse(text))
    const [sale, entry] = [JSON.stringify(entityIn(receipt)), JSON.stringify(entityIn(journal))]
    expect([check('SalesReceipt', sale), check('JournalEntry', entry)]).toEqual([[], []])
    expect(check('SalesReceipt', sale.replace('"ItemRef"', '"ItmRef"'))).toEqual([
      'SalesReceipt.Line[0].SalesItemLineDetail.ItmRef is not in the schema',
    ])
    expect(check('SalesReceipt', sale.replace('"DepositToAccountRef"', '"DepositAccountRef"'))).not.toEqual(
      [],
    )
    expect(check('SalesReceipt', sale.replace('SalesItemLineDetail"', 'SaleLineDetail"'))).not.toEqual([])
    expect(check('JournalEntry', entry.replace('"Debit"', '"Dr"'))).toEqual([
      "JournalEntry.Line[0].JournalEntryLineDetail.PostingType is 'Dr', which is none of its words",
    ])
    expect(check('JournalEntry', entry.replace(/"Amount":[\d.]+/, '"Amount":"a"'))).not.toEqual([])
    expect(problems('BatchItemRequest', { bId: '1', operation: 'make' })).not.toEqual([])
  })

  it('know what is read: preferences, accounts, items, codes, the company', async () => {
    const scene = await createScene()
    const rows = async (entity: string): Promise<Record<string, unknown>> => {
      const query = new URLSearchParams({ query: `select * from ${entity}` }).toString()
      const { realmId } = scene.fake.books().company
      const response = await scene.environment.fetch(
        `https://quickbooks.api.intuit.com/v3/company/${realmId}/query?${query}`,
        { headers: { accept: 'application/json', authorization: `Bearer ${scene.grant().accessToken}` } },
      )
      const { QueryResponse } = (await response.json()) as { QueryResponse: Record<string, object[]> }
      return { ...QueryResponse[entity]?.[0] }
    }
    for (const entity of [
      'Preferences',
      'Account',
      'Item',
      'TaxCode',
      'TaxRate',
      'Class',
      'Department',
      'CompanyInfo',
    ])
      expect([entity, problems(entity, await rows(entity))]).toEqual([entity, []])
  })
})
