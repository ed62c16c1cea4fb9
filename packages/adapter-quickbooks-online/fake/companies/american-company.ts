import type { FakeCompanySeed, FakePreferences } from '../seed.js'
import { accounts, classes, customers, departments, items } from './chart.js'

const preferences: FakePreferences = {
  customNumbers: true,
  refusesDuplicates: true,
  renumbers: false,
  multicurrency: false,
  usesSalesTax: true,
  automatedRate: 8,
  classTracking: 'line',
  tracksDepartments: true,
}

/** A small American company with automated sales tax, for which QuickBooks finds 8 % everywhere. */
export const americanCompany: FakeCompanySeed = {
  realmId: '4620816365000000001',
  name: 'Demo Studio (US)',
  country: 'US',
  currency: 'USD',
  timeZone: 'America/New_York',
  preferences,
  accounts,
  items,
  taxRates: [
    { Id: '1', Name: 'State', RateValue: 7.25, Active: true },
    { Id: '2', Name: 'District', RateValue: 1.375, Active: true },
    { Id: '3', Name: 'Exempt', RateValue: 0, Active: true },
  ],
  taxCodes: [
    { Id: 'TAX', Name: 'TAX', Active: true },
    { Id: 'NON', Name: 'NON', Active: true },
    { Id: '2', Name: 'State tax', Active: true, salesRates: ['1'] },
    { Id: '3', Name: 'State and district tax', Active: true, salesRates: ['1', '2'] },
    { Id: '4', Name: 'Out of state', Active: true, salesRates: ['3'] },
    { Id: '5', Name: 'Old tax', Active: false, salesRates: ['2'] },
  ],
  classes,
  departments,
  customers,
}
