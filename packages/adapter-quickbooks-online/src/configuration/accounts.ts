import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { CurrencyCode, IntegratorAccount } from '@ledgerpost/core'
import { refOf } from '../wire/reference.js'

/** Types of accounts that receipts can be deposited to (Finance.xsd, DepositToAccountRef). */
const depositTypes = new Set(['Bank', 'Other Current Asset'])

/** Types that a journal entry can book a payment to besides: gift cards, account credit, vouchers given away. */
const journalTypes = new Set(['Other Current Liability', 'Credit Card', 'Expense', 'Other Expense'])

const salesTaxSubTypes = new Set(['SalesTaxPayable', 'GlobalTaxPayable'])

/** Whether a sales or refund receipt may name an account of this type as where the money goes or comes from. */
export function isDepositType(type: string): boolean {
  return depositTypes.has(type)
}

export function isSalesTaxAccount(account: JsonRecord): boolean {
  return salesTaxSubTypes.has(textMember(account, 'AccountSubType') ?? '')
}

/** The account that receipts go to until they are deposited together; there is but one. */
export function undepositedFundsOf(accounts: readonly JsonRecord[]): string | null {
  const account = accounts.find((each) => textMember(each, 'AccountSubType') === 'UndepositedFunds')
  return (account && textMember(account, 'Id')) ?? null
}

/**
 * An account as mapping sees it; undefined for one without an id. Sales are not mapped to accounts but to items, which name
 * the account (trap 1 of the vendor: `ItemAccountRef` cannot be written). Payments in another currency are not taken.
 */
export function accountOf(account: JsonRecord, currency: CurrencyCode): IntegratorAccount | undefined {
  const id = textMember(account, 'Id')
  if (id === undefined) return undefined
  const type = textMember(account, 'AccountType') ?? 'Unknown'
  const isOurCurrency = (refOf(account, 'CurrencyRef') ?? currency) === currency
  return {
    id,
    code: textMember(account, 'AcctNum') ?? null,
    name: textMember(account, 'FullyQualifiedName') ?? textMember(account, 'Name') ?? id,
    type,
    isActive: account['Active'] !== false,
    takesRevenue: false,
    takesPayments:
      (depositTypes.has(type) || journalTypes.has(type)) && isOurCurrency && !isSalesTaxAccount(account),
  }
}
