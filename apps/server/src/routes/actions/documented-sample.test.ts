import { readFileSync } from 'node:fs'
import { defaultOrganisation, type FakeAccount, type FakeTaxRate } from '@ledgerpost/adapter-xero/fake'
import { afterEach, describe, expect, it } from 'vitest'
import { type Infoset, infoset } from '../../test-support/infoset.test-support.js'
import { testSubscriber } from '../../test-support/platform.test-support.js'
import { SettableClock } from '../../test-support/settable-clock.test-support.js'
import { startXeroServer, type XeroServer } from '../../test-support/xero.test-support.js'
import { mainNamespace } from '../../wire/contract.js'
import { accountingIntegrationContract } from '../../wire/contracts/accounting-integration.js'
import { readJson } from '../../wire/json/read-json.js'
import { parseXml } from '../../wire/xml/parse-xml.js'
import { readXml } from '../../wire/xml/read-xml.js'

const read = (name: string) => readFileSync(new URL(`../../../test/${name}`, import.meta.url), 'utf8')
const sampleXml = read('documented-integration.xml')
/** With its two slips mended. */
const sampleJson = read('documented-integration.json.txt')

const subscriber = '1234'
const mappedAt = '2016-01-01T10:30:00.000Z'
const inspectedAt = '2016-01-15T14:45:00.000Z'

/**
 * What the answer has and the sample has not, with the reason; everything else is the same, ids and times included. The
 * sample stops after IntegrationType and InspectionTimes, but a client can map nothing without knowing these.
 */
const notInTheSample = ['Accounts', 'TaxRates', 'TrackingCategories', 'Organisation']

const account = (AccountID: string, Type: string, Class: FakeAccount['Class']): FakeAccount => ({
  AccountID,
  Code: AccountID.slice(-1),
  Name: `Account ${AccountID}`,
  Type,
  Class,
  Status: 'ACTIVE',
  TaxType: 'NONE',
  EnablePaymentsToAccount: false,
})
const rate = (TaxType: string, Name: string, EffectiveRate: number): FakeTaxRate => ({
  TaxType,
  Name,
  EffectiveRate,
  CanApplyToRevenue: true,
  Status: 'ACTIVE',
})

/** The sample's own targets, and the account without which Xero has no invoices. */
const organisation = {
  ...defaultOrganisation,
  name: 'Studio',
  accounts: [
    ...['abcdef4', 'abcdef5', 'abcdef6'].map((id) => account(id, 'REVENUE', 'REVENUE')),
    ...['abcdef7', 'abcdef8', 'abcdef9'].map((id) => account(id, 'BANK', 'ASSET')),
    { ...account('receivable', 'CURRENT', 'ASSET'), SystemAccount: 'DEBTORS' },
  ],
  taxRates: [rate('abcdef1', 'Sales', 8), rate('abcdef2', 'Exempt', 0)],
  trackingCategories: [
    {
      TrackingCategoryID: 'category',
      Name: 'Region',
      Status: 'ACTIVE' as const,
      Options: [{ TrackingOptionID: 'option', Name: 'East', Status: 'ACTIVE' as const }],
    },
  ],
}

let server: XeroServer
afterEach(() => server.close())

interface Sample {
  readonly mediaType: string
  /** The sample's MindbodyConfiguration, in JSON: platforms send nothing else. */
  readonly configuration: unknown
  readonly maps: string
  /** The whole sample. */
  readonly document: string
}

/**
 * Stores the sample through the API and answers what Initialize says then. The sample was inspected once, after its items
 * were mapped, although nothing can be mapped before the first inspection: the clock is put back for the maps.
 */
async function storedAndReturned({ mediaType, configuration, maps, document }: Sample): Promise<string> {
  const clock = new SettableClock(inspectedAt)
  let ids = 0
  const newId = () => {
    ids += 1
    // The integration is the first thing that gets an id.
    return ids === 1 ? '1234' : `id-${ids}`
  }
  server = await startXeroServer({ clock, newId, organisations: [organisation] })
  const platform = { role: 'MINDBODY Automated System' } as const
  const path = `/Subscriber_${subscriber}`
  const headers = { 'Content-Type': mediaType, Accept: mediaType }
  const expectStatus = async (answered: Promise<Response>, status: number) => {
    const response = await answered
    const text = await response.text()
    expect([response.status, text]).toEqual([status, expect.anything()])
    return text
  }
  await expectStatus(server.request('PUT', path, { ...platform, json: testSubscriber }), 204)
  await expectStatus(
    server.request('PUT', `${path}/Configuration`, { ...platform, json: configuration }),
    204,
  )
  await server.link(subscriber)
  clock.set(mappedAt)
  await expectStatus(server.act(subscriber, 'Map', { body: maps, headers }), 200)
  clock.set(inspectedAt)
  await expectStatus(server.act(subscriber, 'Save', { body: document, headers }), 200)
  return expectStatus(server.act(subscriber, 'Initialize', { method: 'GET', headers }), 200)
}

const isNamed = (...names: readonly string[]) => {
  const qualified = new Set(names.map((name) => `{${mainNamespace}}${name}`))
  return ({ name }: Infoset) => qualified.has(name)
}

describe('the documented sample is stored and returned', () => {
  it('in XML', async () => {
    const { MindbodyConfiguration } = readXml(sampleXml, accountingIntegrationContract) as {
      readonly MindbodyConfiguration: unknown
    }
    const maps = /<Maps>(.*)<\/Maps>/s.exec(sampleXml)?.[1] ?? ''
    const answer = await storedAndReturned({
      mediaType: 'application/xml',
      configuration: MindbodyConfiguration,
      maps: `<ArrayOfAccountingMap xmlns="${mainNamespace}">${maps}</ArrayOfAccountingMap>`,
      document: sampleXml,
    })
    const returned = infoset(parseXml(answer))
    const isOurs = isNamed(...notInTheSample)
    const isConfiguration = isNamed('IntegrationConfiguration')
    const asInTheSample = {
      ...returned,
      children: returned.children.map((member) =>
        isConfiguration(member)
          ? { ...member, children: member.children.filter((each) => !isOurs(each)) }
          : member,
      ),
    }
    expect(asInTheSample).toEqual(infoset(parseXml(sampleXml)))
    const configuration = returned.children.find(isConfiguration)
    expect(configuration?.children.map(({ name }) => name)).toEqual(
      ['IntegrationType', 'InspectionTimes', ...notInTheSample].map((name) => `{${mainNamespace}}${name}`),
    )
  })

  it('in JSON, to the letter', async () => {
    const sample = readJson(sampleJson) as { readonly MindbodyConfiguration: unknown; readonly Maps: unknown }
    const answer = await storedAndReturned({
      mediaType: 'application/json',
      configuration: sample.MindbodyConfiguration,
      maps: JSON.stringify(sample.Maps),
      document: sampleJson,
    })
    const [ours = ''] = /,"Accounts":.*"Organisation":\{[^}]*\}(?=\},"UnavailableReasons")/.exec(answer) ?? []
    const compact = sampleJson.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
    expect(answer.replace(ours, '')).toBe(compact)
    expect(Object.keys(JSON.parse(`{${ours.slice(1)}}`) as object)).toEqual(notInTheSample)
    expect(JSON.parse(`{${ours.slice(1)}}`)).toEqual({
      Accounts: expect.arrayContaining([
        {
          Id: 'abcdef4',
          Code: '4',
          Name: 'Account abcdef4',
          Type: 'REVENUE',
          IsActive: true,
          TakesRevenue: true,
          TakesPayments: false,
        },
      ]),
      TaxRates: [['abcdef1', 'Sales', 0.08, 8] as const, ['abcdef2', 'Exempt', 0, 0] as const].map(
        ([Id, Name, Rate, percent]) => ({
          Id,
          Name,
          Rate,
          IsActive: true,
          AppliesToRevenue: true,
          ReportTaxType: 'OUTPUT',
          TaxComponents: [{ Name, Rate: percent, IsCompound: false }],
        }),
      ),
      TrackingCategories: [
        {
          Id: 'category',
          Name: 'Region',
          IsActive: true,
          Options: [{ Id: 'option', Name: 'East', IsActive: true }],
        },
      ],
      Organisation: {
        Name: 'Studio',
        Currency: 'USD',
        Country: 'US',
        TimeZone: 'America/New_York',
        LockedThrough: null,
      },
    })
  })
})
