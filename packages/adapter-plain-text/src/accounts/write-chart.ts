import { type AccountKind, kindOfName } from './account-name.js'

const typeLetters: Record<AccountKind, string> = {
  Asset: 'A',
  Cash: 'C',
  Liability: 'L',
  Equity: 'E',
  Revenue: 'R',
  Expense: 'X',
}

const preamble = `; The accounts of these books. Add your own in the same form; they can be mapped after the next refresh.
; To lock a period, add a line of its own such as this, beginning with "; ledgerpost":
;   locked-through: 2026-12-31

tag key
tag business-date
tag tax
tag category
`

export interface ChartEntry {
  readonly name: string
  readonly kind?: AccountKind | undefined
}

/** The text of a new `accounts.journal`, in what hledger and ledger have in common. */
export function journalChart(accounts: readonly ChartEntry[], currency: string | undefined): string {
  const directives = accounts.map(
    ({ name, kind }) => `\naccount ${name}\n    ; type: ${typeLetters[kind ?? kindOfName(name)]}\n`,
  )
  return preamble + (currency === undefined ? '' : commodityDirective(currency)) + directives.join('')
}

/** Declares a commodity. Without a format, because for a currency without decimals the two programs want different ones. */
export function commodityDirective(currency: string): string {
  return `\ncommodity ${currency}\n`
}

/** The `open` directives of `accounts.beancount`, dated before anything that is booked. */
export function beancountChart(names: Iterable<string>): string {
  return [...names].map((name) => `1900-01-01 open ${name}\n`).join('')
}

/** The accounts that a beancount file opens. */
export function openedAccounts(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^\d{4}-\d{2}-\d{2}[ \t]+open[ \t]+(\S+)/gmu)].map((match) => match[1] ?? ''),
  )
}
