import { isDepositType } from '../configuration/accounts.js'
import { taxedCode } from '../configuration/tax-rates.js'
import { type Making, netOf, type Share, signOf, taxOf } from './making.js'
import { rateTaxesOf } from './rate-taxes.js'

export type ShareKind = 'sales-receipt' | 'refund-receipt' | 'journal'

/**
 * What a share becomes. A receipt wherever one can carry it, for receipts tell items and taxes: a sales receipt of what
 * came in or moved nothing, a refund receipt of what went back. A journal entry where receipts end: a payment to an account
 * that they cannot name (a gift card's liability), or amounts that run against each other.
 */
export function kindOf(making: Making, share: Share): ShareKind {
  if (!isDeposited(making, share) || !runsOneWay(share) || !hasReceiptTax(making, share)) return 'journal'
  return share.total < 0n ? 'refund-receipt' : 'sales-receipt'
}

function isDeposited({ accounts }: Making, { payment }: Share): boolean {
  return !payment || isDepositType(accounts.get(payment.accountId)?.type ?? '')
}

/** Receipts state positive amounts: neither their sum nor their tax may be below zero. */
function runsOneWay(share: Share): boolean {
  const sign = signOf(share)
  return netOf(share.lines) * sign >= 0n && taxOf(share.lines) * sign >= 0n
}

function hasReceiptTax(making: Making, share: Share): boolean {
  const taxed = share.lines.filter(({ tax }) => tax !== 0n)
  if (taxed.length === 0) return true
  const { edition, hasAutomatedSalesTax } = making.extension
  if (edition !== 'us') {
    const sign = signOf(share)
    return rateTaxesOf(making, share.lines).every(({ tax }) => tax * sign >= 0n)
  }
  // A stated total of zero on lines that are taxed would read as none stated.
  return taxOf(share.lines) !== 0n && (hasAutomatedSalesTax || taxCodesOf(share).length <= 1)
}

/** The American codes of the lines that bear tax; the mark that leaves the code to QuickBooks is none. */
export function taxCodesOf({ lines }: Pick<Share, 'lines'>): string[] {
  const codes = lines.filter(({ tax, taxId }) => tax !== 0n && taxId !== taxedCode).map(({ taxId }) => taxId)
  return [...new Set(codes)]
}
