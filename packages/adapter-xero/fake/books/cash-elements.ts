import type { FakeBankTransaction, FakeJournal } from './documents.js'
import { asNumber } from './hundredths.js'
import type { Element } from './read-element.js'
import { lineElement, wireDate, wireInstant } from './wire-elements.js'

/** A bank transaction as Xero answers it, with or without its lines. */
export function bankTransactionElement(
  transaction: FakeBankTransaction,
  currency: string,
  withLines: boolean,
): Element {
  const { account, contact } = transaction
  return {
    BankTransactionID: transaction.id,
    BankAccount: {
      AccountID: account.AccountID,
      ...(account.Code === undefined ? {} : { Code: account.Code }),
      Name: account.Name,
    },
    Type: transaction.type,
    Reference: transaction.reference,
    IsReconciled: false,
    HasAttachments: false,
    Contact: { ContactID: contact.id, Name: contact.name, HasValidationErrors: false },
    DateString: `${transaction.date}T00:00:00`,
    Date: wireDate(transaction.date),
    Status: transaction.status,
    LineAmountTypes: transaction.lineAmountTypes,
    LineItems: withLines ? transaction.lines.map(lineElement) : [],
    SubTotal: asNumber(transaction.subTotal),
    TotalTax: asNumber(transaction.totalTax),
    Total: asNumber(transaction.total),
    UpdatedDateUTC: wireInstant(transaction.updated),
    CurrencyCode: currency,
  }
}

/** A manual journal as Xero answers it: without a total, and in lists that are not paged without its lines. */
export function manualJournalElement(journal: FakeJournal, withLines: boolean): Element {
  return {
    Date: wireDate(journal.date),
    Status: journal.status,
    LineAmountTypes: journal.lineAmountTypes,
    UpdatedDateUTC: wireInstant(journal.updated),
    ManualJournalID: journal.id,
    Narration: journal.narration,
    JournalLines: withLines
      ? journal.lines.map(({ description, account, tax, lineAmount, taxAmount, tracking }) => ({
          ...(description === undefined ? {} : { Description: description }),
          TaxType: tax.TaxType,
          TaxAmount: asNumber(taxAmount),
          LineAmount: asNumber(lineAmount),
          ...(account.Code === undefined ? {} : { AccountCode: account.Code }),
          AccountID: account.AccountID,
          Tracking: tracking,
          IsBlank: false,
        }))
      : [],
    ShowOnCashBasisReports: true,
    HasAttachments: false,
  }
}
