import { describe, expect, it } from 'vitest'
import { xeroScene } from '../xero-scene.test-support.js'
import { city, create, inCountry, puts } from './tax-rate-scene.test-support.js'

describe('what a tax rate is reported as', () => {
  it.each([
    ['US', 'INPUT', undefined],
    ['US', null, undefined],
    ['FR', 'ECOUTPUT', undefined],
    ['AU', 'BASEXCLUDED', 'BASEXCLUDED'],
    ['NZ', 'EXEMPTINPUT', 'EXEMPTINPUT'],
    ['GB', 'CAPITALSALESOUTPUT', 'CAPITALSALESOUTPUT'],
  ])('in %s, for %s, is sent as %s', async (country, reportType, sent) => {
    const scene = await xeroScene(inCountry(country))
    await create(scene, { ...city, reportType })
    const [{ body } = { body: '{}' }] = puts(scene)
    expect(JSON.parse(body)).toMatchObject({ TaxRates: [{ Name: 'City' }] })
    expect(JSON.parse(body).TaxRates[0].ReportTaxType).toBe(sent)
  })

  it.each([
    ['AU', 'ECOUTPUT', 'The ReportTaxType ECOUTPUT is not known to this edition of Xero'],
    ['NZ', 'INPUTTAXED', 'OUTPUT, INPUT, EXEMPTOUTPUT, EXEMPTINPUT.'],
    ['GB', 'BASEXCLUDED', 'needs one of OUTPUT, INPUT, EXEMPTOUTPUT, EXEMPTINPUT, ECOUTPUT'],
    ['GB', null, 'The tax rate has no ReportTaxType'],
  ])('is refused in %s: %s', async (country, reportType, said) => {
    const scene = await xeroScene(inCountry(country))
    await expect(create(scene, { ...city, reportType })).rejects.toMatchObject({
      reason: { kind: 'tax', message: expect.stringContaining(said) },
    })
    expect(puts(scene)).toEqual([])
  })

  it('is the same in an organisation that is being set up', async () => {
    const scene = await xeroScene(inCountry('AU'))
    const body = JSON.stringify({
      Organisations: [{ Name: 'New', BaseCurrency: 'AUD', Version: 'AUONRAMP' }],
    })
    scene.fake.faults.order({
      fault: { kind: 'answer', when: 'before', status: 200, body },
      path: '/Organisation',
    })
    await expect(create(scene, { ...city, reportType: null })).rejects.toMatchObject({
      reason: { kind: 'tax', message: expect.stringContaining('New needs one of OUTPUT') },
    })
    expect(puts(scene)).toEqual([])
  })
})
