import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { isTimeZone } from '@ledgerpost/core'
import { requirement } from '@ledgerpost/testkit'
import { type AnySchemaObject, Ajv } from 'ajv'
import formats from 'ajv-formats'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { ianaZoneOf } from './configuration/time-zones.js'
import { accountId, defaultOrganisation } from '../fake/index.js'
import { journalPackets } from './journal-packets.test-support.js'
import { mappedPackets, packetOf, paymentOf } from './mapped-packets.test-support.js'
import { drafts } from './tax-rates/tax-rate-drafts.test-support.js'
import { acceptedIn, documentsOf, sendAll, sendStage, xeroScene } from './xero-scene.test-support.js'

const repositoryRoot = resolve(import.meta.dirname, '../../..')
const path = resolve(repositoryRoot, '../shared/vendor/xero/xero_accounting.yaml')

const specification = await requirement("Xero's official specification (xero_accounting.yaml)", () => {
  if (!existsSync(path)) throw new Error('it is not beside the repository, in shared/vendor/xero')
  return parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }) as {
    components: { schemas: Record<string, AnySchemaObject> }
  }
})

/** Every object schema closed, so that a member that Xero does not know is an error. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]))
  return 'properties' in members && !('additionalProperties' in members)
    ? { ...members, additionalProperties: false }
    : members
}

describe.skipIf(!specification.available)('the official specification', () => {
  const schemas = specification.available ? specification.value.components.schemas : {}
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'xero', components: { schemas: closed(schemas) as AnySchemaObject } })
  const problems = (name: string, body: string) => {
    const validate = ajv.getSchema(`xero#/components/schemas/${name}`)
    if (!validate) throw new Error(`the specification has no ${name}`)
    return validate(JSON.parse(body)) === true ? [] : (validate.errors ?? [])
  }

  test.prop([fc.array(mappedPackets, { minLength: 1, maxLength: 4 })], { numRuns: 60 })(
    'knows every member of every body that is sent',
    async (packets) => {
      const scene = await xeroScene()
      const documents = await documentsOf(scene, packets)
      const accepted = acceptedIn((await sendStage(scene, documents, 0)).values())
      await sendStage(scene, documents, 1, accepted)
      const writes = scene.fake.calls.filter(({ method }) => method === 'PUT')
      expect(writes.length).toBeGreaterThan(0)
      for (const { path: sentTo, body } of writes)
        expect(problems(sentTo.split('/').at(-1) ?? '', body)).toEqual([])
    },
  )

  const category = {
    TrackingCategoryID: 'c0000000-0000-4000-8000-000000000001',
    Name: 'Region',
    Status: 'ACTIVE',
    Options: [{ TrackingOptionID: 'c0000000-0000-4000-8000-000000000002', Name: 'North', Status: 'ACTIVE' }],
  } as const
  const tracking = [
    { categoryId: category.TrackingCategoryID, optionId: category.Options[0].TrackingOptionID },
  ]

  test.prop([mappedPackets, journalPackets], { numRuns: 25, seed: 20_260_305 })(
    'knows every member of bank transactions and manual journals, and of what lines bear of tracking',
    async (banked, journalled) => {
      for (const [bookedAs, packet] of [
        ['invoices', banked],
        ['bank-transactions', banked],
        ['manual-journals', journalled],
      ] as const) {
        const organisations = [{ ...defaultOrganisation, trackingCategories: [category] }]
        const scene = await xeroScene({ organisations, bookings: [bookedAs], settings: { tracking } })
        const results = await sendAll(scene, await documentsOf(scene, [packet]))
        expect([...results.values()].filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
        const writes = scene.fake.calls.filter(({ method }) => method === 'PUT')
        expect(writes.map(({ body }) => body).join('')).toContain('"TrackingOptionID"')
        for (const { path: sentTo, body } of writes)
          expect(problems(sentTo.split('/').at(-1) ?? '', body)).toEqual([])
      }
    },
  )

  it.each([
    ['bank-transactions', 'BankTransactions', '"SPEND"', '"SPENT"'],
    ['bank-transactions', 'BankTransactions', '"BankAccount"', '"Account"'],
    ['manual-journals', 'ManualJournals', '"Narration"', '"Reference"'],
    ['manual-journals', 'ManualJournals', '"POSTED"', '"AUTHORISED"'],
    ['manual-journals', 'ManualJournals', '"LineAmount"', '"Amount"'],
  ] as const)('finds what is wrong in %s: %s with %s as %s', async (bookedAs, name, right, wrong) => {
    const scene = await xeroScene({ bookings: [bookedAs] })
    const account = bookedAs === 'manual-journals' ? '831' : '090'
    const payments = [paymentOf({ amount: -1n, accountId: accountId(account) })]
    const documents = await documentsOf(scene, [packetOf('a', { payments, total: -1n })])
    const [{ body } = { body: '' }] = scene.connection.prepare(documents, new Map())
    expect(body).toContain(right)
    expect(problems(name, body)).toEqual([])
    expect(problems(name, body.replace(right, wrong))).not.toEqual([])
  })

  test.prop([drafts], { numRuns: 60 })('knows every member of a new tax rate', async (draft) => {
    const scene = await xeroScene({ organisations: [{ ...defaultOrganisation, country: 'AU' }] })
    await scene.connection.createTaxRate?.(draft)
    const write = scene.fake.calls.find(({ method }) => method === 'PUT')
    expect(write?.path).toMatch(/\/TaxRates$/)
    const { body = '' } = write ?? {}
    expect(problems('TaxRates', body)).toEqual([])
    expect(problems('TaxRates', body.replace('"IsCompound"', '"IsCompounded"'))).not.toEqual([])
    expect(problems('TaxRates', body.replace('"ReportTaxType":"', '"ReportTaxType":"X'))).not.toEqual([])
  })

  it('finds a member that Xero does not know, and a value of the wrong type', async () => {
    const scene = await xeroScene()
    const [submission] = scene.connection.prepare(
      (await documentsOf(scene, [packetOf('a', { total: 1n })])).slice(0, 1),
      new Map(),
    )
    const { body = '' } = submission ?? {}
    expect(problems('Invoices', body)).toEqual([])
    expect(problems('Invoices', body.replace('"Description"', '"Descriptoin"'))).not.toEqual([])
    expect(problems('Invoices', body.replace('"AUTHORISED"', '"APPROVED"'))).not.toEqual([])
    expect(problems('Invoices', body.replace('"Quantity":1', '"Quantity":"1"'))).not.toEqual([])
  })

  it('names no time zone that is not known here', () => {
    const zones = schemas['TimeZone']?.['enum'] as string[]
    expect(zones.length).toBeGreaterThan(100)
    for (const zone of zones) expect([zone, isTimeZone(ianaZoneOf(zone) ?? 'none')]).toEqual([zone, true])
  })
})
