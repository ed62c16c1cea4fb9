/** What an owner can do about a packet that is not in the books, or an order that was left out. */
export type Fix = 'map' | 'settings' | 'relink' | 'unlock' | 'look' | 'wait' | 'resend' | 'platform'

/** Codes that SyncHistory tells, each with what helps (docs/errors has a page for each). */
const fixes = {
  MappingMissing: 'map',
  PeriodLocked: 'unlock',
  CurrencyNotSupported: 'look',
  TaxNotRepresentable: 'map',
  NotRepresentable: 'look',
  Queued: 'wait',
  unknown: 'wait',
  unbalanced: 'look',
  'period-locked': 'unlock',
  'unknown-account': 'map',
  tax: 'map',
  contact: 'look',
  stale: 'resend',
  invalid: 'look',
  UnbalancedOrder: 'platform',
  BeforeStartDate: 'settings',
} as const satisfies Readonly<Record<string, Fix>>

export type RefusalCode = keyof typeof fixes

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(fixes, code)
}

/** What helps; for a code that this page does not know yet, looking at what the ledger said. */
export function fixFor(code: string | null): Fix {
  return code !== null && isRefusalCode(code) ? fixes[code] : 'look'
}
