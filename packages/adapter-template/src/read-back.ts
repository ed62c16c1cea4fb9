import { textMember } from '@ledgerpost/adapter-kit'
import {
  type CalendarDate,
  isCalendarDate,
  type LedgerEntry,
  minorUnitDigits,
  readAmount,
} from '@ledgerpost/core'
import { type Client, listIn } from './client.js'
import { notUnderstood } from './failure.js'

/** Reads the entries in force of the days from `from` to `to`, page by page. @throws IntegratorError */
export async function* readBack(
  client: Client,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
): AsyncGenerator<LedgerEntry> {
  let after: string | undefined
  do {
    const body = await client.get('/entries', { ...range, after })
    for (const entry of listIn(body, 'entries', 'GET /entries')) {
      if (entry['voided'] === true) continue
      const [date, currency] = [textMember(entry, 'date'), textMember(entry, 'currency')]
      if (date === undefined || !isCalendarDate(date) || currency === undefined)
        throw notUnderstood('GET /entries', 'an entry has no date or currency')
      for (const line of listIn(entry, 'lines', 'GET /entries')) {
        const account = textMember(line, 'account')
        const amount = readAmount(textMember(line, 'amount') ?? '', minorUnitDigits(currency))
        if (account === undefined || !amount.ok)
          throw notUnderstood('GET /entries', 'a line has no account or amount')
        yield {
          reference: textMember(entry, 'reference') ?? null,
          date,
          account,
          amount: amount.amount,
          currency,
          taxId: textMember(line, 'tax_rate') ?? null,
        }
      }
    }
    after = textMember(body, 'after')
  } while (after !== undefined)
}
