import type { Source } from './sources.js'

/** Where a source is booked: an account of its own, so that the ledger can be compared with the sales one by one. */
export interface PlannedAccount {
  readonly source: Source
  /** In the notation of plain-text books, `Income:Services`. */
  readonly account: string
}

const storedValue = /gift|credit(?! card)|prepaid|voucher/i
const owedToOthers = /^(tip|gift ?cards?|account ?credit|tender ?exchange)$/i

/** Gives every source an account; `none`, what is untaxed, needs none. */
export function planAccounts(sources: readonly Source[]): PlannedAccount[] {
  const taken = new Set<string>()
  return sources
    .filter(({ kind, id }) => kind !== 'taxSet' || id !== 'none')
    .map((source) => {
      const wanted = `${parentOf(source)}:${componentOf(source.name)}`
      let account = wanted
      for (let number = 2; taken.has(account); number += 1) account = `${wanted}-${number}`
      taken.add(account)
      return { source, account }
    })
}

function parentOf({ kind, name, id }: Source): string {
  if (kind === 'taxSet') return 'Liabilities:Tax'
  if (kind === 'method') return storedValue.test(name) ? 'Liabilities:Redeemed' : 'Assets'
  if (id === 'rounding') return 'Income:Other'
  return owedToOthers.test(name) ? 'Liabilities' : 'Income'
}

const validComponent = /^[\p{Lu}0-9][\p{L}0-9-]*$/u

/** A name as one component of an account: words joined by hyphens, the first letter a capital. */
function componentOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/[^\p{L}0-9]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const [first = 'O', ...rest] = Array.from(words === '' ? 'Other' : words).slice(0, 60)
  const capitalised = (first.toUpperCase() + rest.join('')).normalize('NFC')
  return validComponent.test(capitalised) ? capitalised : `X${first}${rest.join('')}`
}
