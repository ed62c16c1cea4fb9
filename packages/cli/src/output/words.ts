import { minorUnitDigits } from '@ledgerpost/core'

/** `1,234.50 USD`; the API's numbers are exact as far as they are shown. */
export function money(amount: number, currency: string): string {
  const digits = minorUnitDigits(currency)
  const text = amount.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${text} ${currency}`
}

/** A moment of the API to the minute, in UTC: `2026-03-02 17:00`. */
export function minute(moment: string | null): string {
  return moment === null ? '–' : new Date(moment).toISOString().slice(0, 16).replace('T', ' ')
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

const statuses = ['Unavailable', 'Available', 'Initialized', 'Configured', 'Inactive', 'Error'] as const

/** The documented name of an integration's status. */
export function statusName(status: number): string {
  return statuses[status] ?? String(status)
}
