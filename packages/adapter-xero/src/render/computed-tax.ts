import type {
  DecimalText,
  IntegratorConfiguration,
  IntegratorTaxRate,
  MappedLine,
  MinorUnits,
  TaxComponent,
} from '@ledgerpost/core'

/** Decimal places of the fractions that are computed with: Xero's rates have four in per cent. */
const places = 8
const one = 10n ** BigInt(places)

/** How far the effective rate of a compound rate, told with four decimals in per cent, may be off. */
const roundingOfRate = 50n

/**
 * Whether Xero computes every line's tax as it is. Taxes of bank transactions and manual journals cannot be forced: it
 * refuses a bank transaction with another TaxAmount than its own (xero-node issue 768), and takes none for a journal.
 */
export function areTaxesComputed(
  lines: readonly MappedLine[],
  { taxRates }: Pick<IntegratorConfiguration, 'taxRates'>,
): boolean {
  return lines.every(({ net, tax, taxId }) => {
    const rate = taxRates.find(({ id }) => id === taxId)
    return rate !== undefined && computedTax(net, rate) === tax
  })
}

/**
 * The tax that Xero computes on a line: rounded to the cent, line by line
 * (developer.xero.com/documentation/api-guides/rounding-in-xero). Undefined where that is not certain: where half a cent
 * would have to be rounded, and where a rate of several components comes to something else when each is rounded.
 */
export function computedTax(net: MinorUnits, rate: IntegratorTaxRate): MinorUnits | undefined {
  const effective = rate.rate === null ? undefined : scaled(rate.rate, places)
  if (effective === undefined) return undefined
  const magnitude = net < 0n ? -net : net
  const { components = [] } = rate
  const error = components.some(({ isCompound }) => isCompound) ? roundingOfRate : 0n
  const possible = new Set([
    rounded(magnitude * (effective - error)),
    rounded(magnitude * (effective + error)),
    ...(components.length > 1 ? [taxByComponent(magnitude, components)] : []),
  ])
  const [tax] = possible
  if (possible.size > 1 || tax === undefined) return undefined
  return net < 0n ? -tax : tax
}

/** The tax when each component is rounded; a compound one is levied on the amount with the others' tax. */
function taxByComponent(amount: bigint, components: readonly TaxComponent[]): bigint | undefined {
  const simple = sumOfTaxes(amount, components, false)
  const compound = simple === undefined ? undefined : sumOfTaxes(amount + simple, components, true)
  return simple === undefined || compound === undefined ? undefined : simple + compound
}

function sumOfTaxes(
  amount: bigint,
  components: readonly TaxComponent[],
  isCompound: boolean,
): bigint | undefined {
  let sum = 0n
  for (const component of components) {
    if (component.isCompound !== isCompound) continue
    const fraction = scaled(component.percent, places - 2)
    const tax = fraction === undefined ? undefined : rounded(amount * fraction)
    if (tax === undefined) return undefined
    sum += tax
  }
  return sum
}

/** A decimal text times a power of ten; undefined if it is below zero or has more digits. */
function scaled(text: DecimalText, digits: number): bigint | undefined {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return whole === '' || decimals.length > digits ? undefined : BigInt(whole + decimals.padEnd(digits, '0'))
}

/** To whole minor units; undefined for exact halves. */
function rounded(amount: bigint): bigint | undefined {
  const twice = (amount % one) * 2n
  return twice === one ? undefined : amount / one + (twice > one ? 1n : 0n)
}
