import type { IntegratorTaxRate, TaxRateDraft } from '@ledgerpost/core'
import { defaultOrganisation, type FakeCall, type FakeTaxRate } from '../../fake/index.js'
import type { SceneOptions, XeroScene } from '../xero-scene.test-support.js'

export const city: TaxRateDraft = {
  name: 'City',
  reportType: 'OUTPUT',
  components: [
    { name: 'State', percent: '6.25', isCompound: false },
    { name: 'City', percent: '1.50', isCompound: true },
  ],
}

export function inCountry(country: string): SceneOptions {
  return { organisations: [{ ...defaultOrganisation, country }] }
}

/** Lets time pass while it waits. */
export function create(scene: XeroScene, draft: TaxRateDraft = city): Promise<IntegratorTaxRate> {
  const { createTaxRate } = scene.connection
  if (!createTaxRate) throw new Error('the adapter cannot create tax rates')
  return scene.clock.runUntil(createTaxRate(draft))
}

export const named = ({ fake }: XeroScene, name: string): readonly FakeTaxRate[] =>
  fake.books().organisation.taxRates.filter((rate) => rate.Name === name && rate.Status === 'ACTIVE')

export const puts = ({ fake }: XeroScene): readonly FakeCall[] =>
  fake.calls.filter(({ method }) => method === 'PUT')
