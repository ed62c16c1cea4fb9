import { textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate, CurrencyCode, LedgerEntry } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { undepositedFundsOf } from '../configuration/accounts.js'
import { incomeAccountOf } from '../configuration/items.js'
import { salesTaxAccountOf } from '../configuration/sales-tax-account.js'
import type { QuickBooksOnlineSettings } from '../settings.js'
import { entities } from '../wire/entities.js'
import { activeOrNot, isWithin } from '../wire/query.js'
import { type Books, entriesOf } from './entries-of.js'

export interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * What our documents of a range do in QuickBooks' ledger, reconstructed from the documents themselves as they now stand
 * there, corrections by hand included.
 * @throws IntegratorError
 */
export async function* readBack(
  client: Client,
  settings: QuickBooksOnlineSettings,
  range: Range,
  currency: CurrencyCode,
): AsyncGenerator<LedgerEntry> {
  const accounts = await client.rows('Account', activeOrNot)
  const incomeAccounts = new Map<string, string>()
  for (const item of await client.rows('Item', activeOrNot)) {
    const [id, account] = [textMember(item, 'Id'), incomeAccountOf(item)]
    if (id !== undefined && account !== undefined) incomeAccounts.set(id, account)
  }
  const books: Books = {
    incomeAccounts,
    salesTax: salesTaxAccountOf(accounts, settings).id,
    undepositedFunds: undepositedFundsOf(accounts),
    currency,
  }
  for (const entity of entities) {
    for await (const rows of client.pages(entity.name, isWithin('TxnDate', range.from, range.to)))
      for (const row of rows) yield* entriesOf(entity, row, books)
  }
}
