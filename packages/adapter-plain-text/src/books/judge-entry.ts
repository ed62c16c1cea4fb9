import type { Reason } from '@ledgerpost/core'
import type { Chart } from '../accounts/chart.js'
import type { ParsedEntry } from '../journal/parse-entry.js'

/** Why an entry may not be appended as the account file stands; undefined if it may. */
export function whyRejected(entry: ParsedEntry, chart: Chart, takesAnyCurrency: boolean): Reason | undefined {
  const { reference, date, postings } = entry
  if (chart.lockedThrough !== null && date <= chart.lockedThrough) {
    return {
      kind: 'period-locked',
      message:
        `${reference} is dated ${date}, but accounts.journal locks the books through ${chart.lockedThrough}. ` +
        'Change that line, or let late documents be dated on the first open day.',
    }
  }
  const account = postings.find((posting) => !chart.accounts.has(posting.account))?.account
  if (account !== undefined) {
    return {
      kind: 'unknown-account',
      message: `${reference} names the account '${account}', which accounts.journal does not declare. Declare it, or map to another.`,
    }
  }
  const currency = undeclaredCurrency(entry, chart)
  if (currency === undefined || takesAnyCurrency) return undefined
  return {
    kind: 'invalid',
    message: `${reference} is in ${currency}, which accounts.journal does not declare. Add the line 'commodity ${currency}'.`,
  }
}

/** The currency of an entry that the account file does not declare. */
export function undeclaredCurrency({ postings }: ParsedEntry, { currencies }: Chart): string | undefined {
  return postings.find(({ currency }) => !currencies.has(currency))?.currency
}
