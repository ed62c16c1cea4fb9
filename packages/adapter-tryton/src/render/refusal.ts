import {
  type IntegratorConfiguration,
  type MappedPacket,
  type MappedPart,
  minorUnitDigits,
  type Rendering,
  sumOf,
} from '@ledgerpost/core'
import type { TrytonExtension } from '../configuration/extension.js'
import { untaxed } from '../configuration/tax-rates.js'
import type { TrytonLimits } from '../limits.js'

export type Refusal = Extract<Rendering, { ok: false }>

/** Why the company's books cannot carry a packet; undefined if nothing is known against it. */
export function refusalOf(
  packet: MappedPacket,
  { organisation, accounts }: IntegratorConfiguration,
  extension: TrytonExtension,
  limits: TrytonLimits,
): Refusal | undefined {
  const { currency, documentDate, title } = packet
  if (currency !== organisation.currency) {
    return refuse(
      'CurrencyNotSupported',
      `${title} is in ${currency}, and the books of ${organisation.name} are in ${organisation.currency ?? 'no currency'}. Book it by hand.`,
    )
  }
  if (extension.currencyDigits < minorUnitDigits(currency)) {
    return refuse(
      'CurrencyNotSupported',
      `Tryton keeps ${currency} with ${extension.currencyDigits} decimals, which cannot hold the amounts of ${title}. ` +
        'Give the currency its decimals in Tryton, Refresh, and Resync.',
    )
  }
  if (!extension.periods.some(({ start, end }) => start <= documentDate && documentDate <= end)) {
    return refuse(
      'NotRepresentable',
      `${title} is dated ${documentDate}, and Tryton has no period with that day. Create its fiscal year and periods, Refresh, and Resync.`,
    )
  }
  const known = new Set(accounts.map(({ id }) => id))
  for (const part of packet.parts) {
    const refusal = refusalOfPart(part, title, known, extension, limits)
    if (refusal) return refusal
  }
  return undefined
}

function refusalOfPart(
  part: MappedPart,
  title: string,
  known: ReadonlySet<string>,
  extension: TrytonExtension,
  limits: TrytonLimits,
): Refusal | undefined {
  const targets = [
    ...part.payments.map(({ accountId }) => accountId),
    ...part.lines.map(({ revenueId }) => revenueId),
  ]
  const missing = targets.find((account) => !known.has(account))
  if (missing !== undefined) {
    return refuse(
      'NotRepresentable',
      `${title} is mapped to the account ${missing}, which Tryton does not have. Refresh and map it to another.`,
    )
  }
  const partyless = targets.find((account) => extension.partyAccounts.includes(account))
  if (partyless !== undefined && extension.party === null) {
    return refuse(
      'NotRepresentable',
      `${title} is mapped to the account ${partyless}, which requires a party. Map it to another, or link again with a party.`,
    )
  }
  for (const { taxId, tax, revenueCategoryId } of part.lines) {
    const isBookable = taxId === untaxed ? tax === 0n : extension.taxes[taxId] !== undefined
    if (isBookable) continue
    return refuse(
      'TaxNotRepresentable',
      `${title} bears tax on the category ${revenueCategoryId}, but its tax is mapped to '${taxId}', which takes none. ` +
        'Map it to a tax of Tryton that is a percentage and has its accounts.',
    )
  }
  if (sumOf(part.payments, ({ amount }) => amount) !== sumOf(part.lines, ({ net, tax }) => net + tax)) {
    return refuse('NotRepresentable', `The lines and the payments of ${title} differ; a move must balance.`)
  }
  const most = 10n ** BigInt(limits.significantDigits)
  const amounts = [
    ...part.payments.map(({ amount }) => amount),
    ...part.lines.flatMap(({ net, tax }) => [net, tax]),
  ]
  if (sumOf(amounts, (amount) => (amount < 0n ? -amount : amount)) < most) return undefined
  return refuse(
    'NotRepresentable',
    `The amounts of ${title} have more than ${limits.significantDigits} digits, which not every database of Tryton keeps. Book it by hand.`,
  )
}

export function refuse(code: Refusal['code'], message: string): Refusal {
  return { ok: false, code, message }
}
