import {
  formatAmount,
  type IntegratorConfiguration,
  type MappedPacket,
  minorUnitDigits,
  type Rendering,
} from '@ledgerpost/core'
import { unitsOf } from '../configuration/sum-of-decimals.js'
import { taxedCode, untaxedCode } from '../configuration/tax-rates.js'
import { isRepresentable, isWritable } from '../wire/amounts.js'
import type { Making } from './making.js'

export type Refusal = Extract<Rendering, { ok: false }>

/** Why QuickBooks cannot carry the packet to the cent, whatever it is made of; undefined if it can. */
export function refusalOf(making: Making, { organisation }: IntegratorConfiguration): Refusal | undefined {
  return (
    currencyRefusal(making.packet, organisation) ??
    targetRefusal(making) ??
    taxRefusal(making) ??
    sizeRefusal(making)
  )
}

function currencyRefusal(
  { currency }: MappedPacket,
  organisation: IntegratorConfiguration['organisation'],
): Refusal | undefined {
  if (currency !== organisation.currency) {
    return refuse(
      'CurrencyNotSupported',
      `The packet is in ${currency}, ${organisation.name} keeps its books in ${organisation.currency ?? 'an unknown currency'}. Book it by hand.`,
    )
  }
  return isRepresentable(currency)
    ? undefined
    : refuse(
        'CurrencyNotSupported',
        `QuickBooks keeps two decimals, ${currency} has ${minorUnitDigits(currency)}. Book it by hand.`,
      )
}

function targetRefusal({ packet, extension, accounts }: Making): Refusal | undefined {
  const item = packet.parts
    .flatMap(({ lines }) => lines)
    .find(({ revenueId }) => !Object.hasOwn(extension.incomeAccounts, revenueId))
  if (item) {
    return refuse(
      'NotRepresentable',
      `'${item.revenueId}' is no item that QuickBooks sells. Map the revenue category to an item, then Resync.`,
    )
  }
  const payment = packet.parts
    .flatMap(({ payments }) => payments)
    .find(({ accountId }) => accounts.get(accountId)?.takesPayments !== true)
  return (
    payment &&
    refuse(
      'NotRepresentable',
      `'${payment.accountId}' is no account that takes payments in QuickBooks. Map the payment method to another, then Resync.`,
    )
  )
}

function taxRefusal(making: Making): Refusal | undefined {
  const { packet, extension, taxRates } = making
  const lines = packet.parts.flatMap(({ lines: each }) => each)
  const needsCodes = extension.edition !== 'us' && extension.usesSalesTax
  const uncoded = lines.find(({ taxId }) => needsCodes && !Object.hasOwn(extension.ratesOfCodes, taxId))
  if (uncoded) {
    return refuse(
      'TaxNotRepresentable',
      `'${uncoded.taxId}' is no tax code of QuickBooks, which needs one on every line. Refresh, map the tax to one, then Resync.`,
    )
  }
  const taxed = lines.filter(({ tax }) => tax !== 0n)
  if (taxed.length > 0 && (!extension.usesSalesTax || extension.salesTaxAccountId === null)) {
    return refuse(
      'TaxNotRepresentable',
      'Sales tax is not set up in QuickBooks: set it up there, Refresh, then Resync.',
    )
  }
  const untaxable = taxed.find(({ taxId }) => !bearsTax(making, taxId))
  return (
    untaxable &&
    refuse(
      'TaxNotRepresentable',
      `${formatAmount(untaxable.tax, minorUnitDigits(packet.currency))} ${packet.currency} of tax is mapped to '${taxRates.get(untaxable.taxId)?.name ?? untaxable.taxId}', which is 0 % in QuickBooks. Map it to a rate above zero, then Resync.`,
    )
  )
}

function bearsTax({ extension }: Making, taxId: string): boolean {
  if (taxId === taxedCode) return extension.edition === 'us'
  if (taxId === untaxedCode) return false
  const rates = extension.ratesOfCodes[taxId] ?? []
  // American codes of automated sales tax may list no rates: they are found by address.
  if (rates.length === 0) return extension.edition === 'us'
  return rates.some(({ percent }) => unitsOf(percent) > 0n)
}

function sizeRefusal({ packet, limits }: Making): Refusal | undefined {
  const amounts = packet.parts.flatMap(({ lines, payments, total }) => [
    total,
    ...lines.flatMap(({ net, tax }) => [net, tax]),
    ...payments.map(({ amount }) => amount),
  ])
  return amounts.every((amount) => isWritable(amount, limits.significantDigits))
    ? undefined
    : refuse(
        'NotRepresentable',
        `An amount has more than ${limits.significantDigits} digits, which QuickBooks cannot carry exactly. Book it by hand.`,
      )
}

export function refuse(code: Refusal['code'], message: string): Refusal {
  return { ok: false, code, message }
}
