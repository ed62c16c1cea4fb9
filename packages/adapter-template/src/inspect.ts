import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import {
  type IntegratorAccount,
  type IntegratorConfiguration,
  type IntegratorTaxRate,
  isCalendarDate,
} from '@ledgerpost/core'
import type { Client } from './client.js'
import { notUnderstood } from './failure.js'
import type { ExampleSettings } from './settings.js'

/** Where taxes are booked, by the id of the rate. */
export type TaxAccounts = Readonly<Record<string, string>>

/** Reads whatever mapping, planning and rendering need. @throws IntegratorError */
export async function inspect(client: Client, settings: ExampleSettings): Promise<IntegratorConfiguration> {
  const organisation = await client.get('')
  const accounts = await client.list('/accounts', 'accounts')
  const rates = await client.list('/tax-rates', 'tax_rates')
  const lockedThrough = textMember(organisation, 'locked_through') ?? null
  if (lockedThrough !== null && !isCalendarDate(lockedThrough))
    throw notUnderstood('GET organisation', `locked_through is '${lockedThrough}'`)
  const taxAccounts: TaxAccounts = Object.fromEntries(
    rates.flatMap((rate) => {
      const account = textMember(rate, 'account')
      return account === undefined ? [] : [[needed(rate, 'id'), account]]
    }),
  )
  return {
    organisation: {
      name: needed(organisation, 'name'),
      currency: needed(organisation, 'currency'),
      country: textMember(organisation, 'country') ?? null,
      timeZone: textMember(organisation, 'time_zone') ?? null,
      lockedThrough,
    },
    accounts: accounts.map(accountOf),
    taxRates: rates.map(taxRateOf),
    // What the owner chose is rendered with, and rendering sees nothing but this.
    extension: { taxAccounts, titlePrefix: settings.titlePrefix ?? '' },
  }
}

function accountOf(element: JsonRecord): IntegratorAccount {
  const { takes } = element
  const uses: readonly unknown[] = Array.isArray(takes) ? takes : []
  return {
    id: needed(element, 'id'),
    code: textMember(element, 'code') ?? null,
    name: needed(element, 'name'),
    type: needed(element, 'type'),
    isActive: element['active'] === true,
    takesRevenue: uses.includes('revenue'),
    takesPayments: uses.includes('payments'),
  }
}

function taxRateOf(element: JsonRecord): IntegratorTaxRate {
  return {
    id: needed(element, 'id'),
    name: needed(element, 'name'),
    rate: textMember(element, 'rate') ?? null,
    isActive: element['active'] === true,
    appliesToRevenue: true,
  }
}

function needed(element: JsonRecord, name: string): string {
  const text = textMember(element, name)
  if (text === undefined) throw notUnderstood('inspection', `an element has no ${name}`)
  return text
}
