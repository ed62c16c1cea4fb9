import type { FakeCompanySeed } from '../seed.js'
import { americanCompany } from './american-company.js'

const { automatedRate: _none, ...withoutAutomation } = americanCompany.preferences

/** A British company: every line needs a code, each of one rate. */
export const britishCompany: FakeCompanySeed = {
  ...americanCompany,
  realmId: '4620816365000000044',
  name: 'Demo Studio (UK)',
  country: 'GB',
  currency: 'GBP',
  timeZone: 'Europe/London',
  preferences: withoutAutomation,
  taxRates: [
    { Id: '11', Name: 'Standard 20%', RateValue: 20, Active: true },
    { Id: '12', Name: 'Reduced 5%', RateValue: 5, Active: true },
    { Id: '13', Name: 'Zero', RateValue: 0, Active: true },
  ],
  taxCodes: [
    { Id: '6', Name: '20.0% S', Active: true, salesRates: ['11'] },
    { Id: '7', Name: '5.0% R', Active: true, salesRates: ['12'] },
    { Id: '8', Name: '0.0% Z', Active: true, salesRates: ['13'] },
    { Id: '9', Name: 'No VAT', Active: true, salesRates: [] },
    { Id: '10', Name: '20.0% purchases', Active: true },
  ],
}

/** A Canadian company: codes may be made of two rates, and journal entries name rates. */
export const canadianCompany: FakeCompanySeed = {
  ...britishCompany,
  realmId: '4620816365000000001000',
  name: 'Demo Studio (Canada)',
  country: 'CA',
  currency: 'CAD',
  timeZone: 'America/Vancouver',
  taxRates: [
    { Id: '21', Name: 'GST', RateValue: 5, Active: true },
    { Id: '22', Name: 'PST BC', RateValue: 7, Active: true },
    { Id: '23', Name: 'Zero-rated', RateValue: 0, Active: true },
  ],
  taxCodes: [
    { Id: '6', Name: 'GST', Active: true, salesRates: ['21'] },
    { Id: '7', Name: 'GST/PST BC', Active: true, salesRates: ['21', '22'] },
    { Id: '8', Name: 'Zero-rated', Active: true, salesRates: ['23'] },
    { Id: '9', Name: 'Out of scope', Active: true, salesRates: [] },
  ],
}
