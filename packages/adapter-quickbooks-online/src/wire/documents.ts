import type { CalendarDate } from '@ledgerpost/core'

/** The parts of Intuit's entities that are sent (Finance.xsd). */
export interface WireReference {
  readonly value: string
}

export interface WireSalesLine {
  readonly Amount: number
  readonly Description: string
  readonly DetailType: 'SalesItemLineDetail'
  readonly SalesItemLineDetail: {
    readonly ItemRef: WireReference
    /** With UnitPrice, whose product is the amount; or neither. */
    readonly Qty?: number
    readonly UnitPrice?: number
    /** In the United States `TAX` or `NON`. */
    readonly TaxCodeRef?: WireReference
    readonly ClassRef?: WireReference
  }
}

/** The tax of one rate, which overrides what QuickBooks would compute. */
export interface WireTaxLine {
  readonly Amount: number
  readonly DetailType: 'TaxLineDetail'
  readonly TaxLineDetail: {
    readonly TaxRateRef: WireReference
    readonly PercentBased: true
    readonly TaxPercent: number
    readonly NetAmountTaxable: number
  }
}

export interface WireTaxDetail {
  /** United States only; a transaction has at most one. */
  readonly TxnTaxCodeRef?: WireReference
  readonly TotalTax: number
  readonly TaxLine?: readonly WireTaxLine[]
}

interface WireTransaction {
  /** Our reference. */
  readonly DocNumber: string
  readonly TxnDate: CalendarDate
  /** Begins with our reference. */
  readonly PrivateNote: string
  /** In companies with several currencies. */
  readonly CurrencyRef?: WireReference
  readonly DepartmentRef?: WireReference
  /** Everywhere but in the United States. */
  readonly GlobalTaxCalculation?: 'TaxExcluded' | 'NotApplicable'
}

/** A SalesReceipt, or a RefundReceipt: their members are the same. */
export interface WireReceipt extends WireTransaction {
  readonly CustomerRef?: WireReference
  /** In companies that track classes by transaction. */
  readonly ClassRef?: WireReference
  /** Absent where nothing is paid. */
  readonly DepositToAccountRef?: WireReference
  readonly Line: readonly WireSalesLine[]
  readonly TxnTaxDetail?: WireTaxDetail
}

export interface WireJournalLine {
  /** Above zero. */
  readonly Amount: number
  readonly Description: string
  readonly DetailType: 'JournalEntryLineDetail'
  readonly JournalEntryLineDetail: {
    readonly PostingType: 'Debit' | 'Credit'
    readonly AccountRef: WireReference
    readonly ClassRef?: WireReference
    readonly DepartmentRef?: WireReference
    /** Neither in the United States nor in Canada. */
    readonly TaxCodeRef?: WireReference
    /** In Canada. */
    readonly TaxRateRef?: WireReference
    readonly TaxApplicableOn?: 'Sales'
    readonly TaxAmount?: number
  }
}

export interface WireJournalEntry extends Omit<WireTransaction, 'DepartmentRef'> {
  readonly Line: readonly WireJournalLine[]
}
