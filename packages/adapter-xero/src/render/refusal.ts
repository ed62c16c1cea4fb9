import type { IntegratorConfiguration, MappedPacket, Rendering } from '@ledgerpost/core'
import { formatAmount, minorUnitDigits } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'
import type { XeroLimits } from '../limits.js'
import { isRepresentable, isWritable } from '../wire/amounts.js'
import { trackingProblem } from './tracking.js'

type Refusal = Extract<Rendering, { ok: false }>

/** Why Xero cannot carry the packet to the cent; undefined if it can. */
export function refusalOf(
  packet: MappedPacket,
  configuration: IntegratorConfiguration,
  extension: XeroExtension,
  limits: XeroLimits,
): Refusal | undefined {
  return (
    currencyRefusal(packet, configuration) ??
    trackingRefusal(configuration, extension) ??
    taxRefusal(packet, configuration, extension) ??
    sizeRefusal(packet, limits)
  )
}

function currencyRefusal(
  { currency }: MappedPacket,
  { organisation }: IntegratorConfiguration,
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
        `Xero keeps two decimals, ${currency} has ${minorUnitDigits(currency)}. Book it by hand.`,
      )
}

function trackingRefusal(
  configuration: IntegratorConfiguration,
  extension: XeroExtension,
): Refusal | undefined {
  const problem = trackingProblem(extension, configuration)
  return problem === undefined ? undefined : refuse('NotRepresentable', problem)
}

function taxRefusal(
  { parts, currency }: MappedPacket,
  { taxRates }: IntegratorConfiguration,
  { salesTaxAccountId }: XeroExtension,
): Refusal | undefined {
  for (const { taxId, tax } of parts.flatMap(({ lines }) => lines)) {
    if (tax === 0n) continue
    if (salesTaxAccountId === null) {
      return refuse(
        'TaxNotRepresentable',
        'The organisation has no sales tax account in Xero: set up sales tax there, Refresh, then Resync.',
      )
    }
    const rate = taxRates.find(({ id }) => id === taxId)
    if (rate && rate.rate !== null && Number(rate.rate) === 0) {
      const amount = formatAmount(tax, minorUnitDigits(currency))
      return refuse(
        'TaxNotRepresentable',
        `${amount} ${currency} of tax is mapped to '${rate.name}', which is 0 % in Xero. Map it to a rate above zero, then Resync.`,
      )
    }
  }
  return undefined
}

function sizeRefusal({ parts }: MappedPacket, { significantDigits }: XeroLimits): Refusal | undefined {
  const amounts = parts.flatMap(({ lines, payments, total }) => [
    total,
    ...lines.flatMap(({ net, tax }) => [net, tax]),
    ...payments.map(({ amount }) => amount),
  ])
  return amounts.every((amount) => isWritable(amount, significantDigits))
    ? undefined
    : refuse(
        'NotRepresentable',
        `An amount has more than ${significantDigits} digits, which Xero cannot carry exactly. Book it by hand.`,
      )
}

export function refuse(code: Refusal['code'], message: string): Refusal {
  return { ok: false, code, message }
}
