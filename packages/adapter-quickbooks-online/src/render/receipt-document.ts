import { byteLength } from '@ledgerpost/adapter-kit'
import type { Document } from '@ledgerpost/core'
import { magnitude, toWire } from '../wire/amounts.js'
import type { WireReceipt, WireTaxDetail } from '../wire/documents.js'
import { taxCodesOf } from './kind-of.js'
import { documentHead, headOf, type Making, reference, type Share, signOf, taxOf } from './making.js'
import { postingsOf } from './postings.js'
import { rateTaxesOf } from './rate-taxes.js'
import { condensed, receiptLines } from './receipt-lines.js'

/** Bytes that a batch has besides its only document. */
const envelope = 200

/** A sales receipt or a refund receipt. */
export function receiptDocument(
  making: Making,
  share: Share,
  kind: 'sales-receipt' | 'refund-receipt',
  number: string,
): Document {
  const { limits } = making
  const whole = entityOf(making, share, number)
  const isTooLarge =
    share.lines.length > limits.lineCount || byteLength(JSON.stringify(whole)) > limits.batchBytes - envelope
  const fitting = isTooLarge ? { ...share, lines: condensed(share.lines) } : share
  return {
    ...documentHead(making, number),
    kind,
    total: magnitude(share.total),
    postings: postingsOf(making, fitting),
    content: { entity: isTooLarge ? entityOf(making, fitting, number) : whole },
  }
}

function entityOf(making: Making, share: Share, number: string): WireReceipt {
  const { extension } = making
  const tax = taxDetailOf(making, share)
  return {
    ...headOf(making, number),
    ...(extension.customerId === null ? {} : { CustomerRef: reference(extension.customerId) }),
    ...(extension.classTracking === 'transaction' && extension.classId !== null
      ? { ClassRef: reference(extension.classId) }
      : {}),
    ...(extension.tracksDepartments && extension.departmentId !== null
      ? { DepartmentRef: reference(extension.departmentId) }
      : {}),
    ...(share.payment ? { DepositToAccountRef: reference(share.payment.accountId) } : {}),
    ...(extension.edition === 'us'
      ? {}
      : { GlobalTaxCalculation: extension.usesSalesTax ? 'TaxExcluded' : 'NotApplicable' }),
    Line: receiptLines(making, share),
    ...(tax ? { TxnTaxDetail: tax } : {}),
  }
}

/** States the tax as it was charged, so that QuickBooks computes no other. */
function taxDetailOf(making: Making, share: Share): WireTaxDetail | undefined {
  const { extension, packet } = making
  if (!extension.usesSalesTax) return undefined
  const sign = signOf(share)
  const TotalTax = toWire(taxOf(share.lines) * sign, packet.currency)
  if (extension.edition === 'us') {
    const [code, ...further] = taxCodesOf(share)
    return code === undefined || further.length > 0
      ? { TotalTax }
      : { TxnTaxCodeRef: reference(code), TotalTax }
  }
  const TaxLine = rateTaxesOf(making, share.lines).map(({ rateId, percent, net, tax }) => ({
    Amount: toWire(tax * sign, packet.currency),
    DetailType: 'TaxLineDetail' as const,
    TaxLineDetail: {
      TaxRateRef: reference(rateId),
      PercentBased: true as const,
      TaxPercent: Number(percent),
      NetAmountTaxable: toWire(net * sign, packet.currency),
    },
  }))
  return { TotalTax, TaxLine }
}
