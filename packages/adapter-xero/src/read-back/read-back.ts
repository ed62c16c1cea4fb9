import { textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate, LedgerEntry } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { systemAccount } from '../configuration/accounts.js'
import { notUnderstood } from '../errors/failure.js'
import type { XeroLimits } from '../limits.js'
import { pagesOf } from '../look-up/pages.js'
import type { Resource } from '../wire/resources.js'
import { isWithin } from '../wire/where.js'
import { type Books, entriesOf } from './entries-of.js'

export interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * What our documents of a range do in Xero's ledger, reconstructed from the documents themselves as they now stand
 * there, corrections by hand included.
 * @param resources those that the consent covers
 * @throws IntegratorError
 */
export async function* readBack(
  client: Client,
  limits: XeroLimits,
  range: Range,
  currency: string,
  resources: readonly Resource[],
): AsyncGenerator<LedgerEntry> {
  const { elements: accounts } = await client.list('Accounts')
  const receivables = systemAccount(accounts, 'DEBTORS')
  if (receivables === null) throw notUnderstood('GET /Accounts', 'there is no accounts receivable account')
  const idOfCode = new Map<string, string>()
  for (const account of accounts) {
    const [code, id] = [textMember(account, 'Code'), textMember(account, 'AccountID')]
    if (code !== undefined && id !== undefined) idOfCode.set(code, id)
  }
  const books: Books = { receivables, salesTax: systemAccount(accounts, 'GST'), idOfCode, currency }
  for (const resource of resources) {
    const query = {
      where: isWithin('Date', range.from, range.to),
      ...(resource.name === 'Invoices' ? { includeArchived: 'true' } : {}),
    }
    for await (const elements of pagesOf(client, resource, query, limits.pageSize)) {
      for (const element of elements) yield* entriesOf(resource, element, books)
    }
  }
}
