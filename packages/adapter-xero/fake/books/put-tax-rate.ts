import type { FakeTaxComponent, FakeTaxRate } from '../seed.js'
import type { FakeBooks } from './books.js'
import { decimalOf } from './hundredths.js'
import { type Element, parts, text } from './read-element.js'
import { taxRateElement, versionOf } from './wire-elements.js'

/** What a new tax rate may be reported as, by edition; the others keep no such thing. */
const reportTypes: Readonly<Record<string, readonly string[]>> = {
  AU: ['OUTPUT', 'INPUT', 'EXEMPTOUTPUT', 'INPUTTAXED', 'BASEXCLUDED', 'EXEMPTEXPENSES'],
  NZ: ['OUTPUT', 'INPUT', 'EXEMPTOUTPUT', 'EXEMPTINPUT'],
  UK: [
    'OUTPUT',
    'INPUT',
    'EXEMPTOUTPUT',
    'EXEMPTINPUT',
    'ECOUTPUT',
    'ECOUTPUTSERVICES',
    'ECINPUT',
    'ECACQUISITIONS',
    'CAPITALSALESOUTPUT',
    'CAPITALEXPENSESINPUT',
    'MOSSSALES',
  ],
}

/** Creates one tax rate, or answers all that is wrong with it. The sentences are the fake's own: Xero publishes none. */
export function putTaxRate(
  books: FakeBooks,
  elements: readonly Element[],
): { readonly status: 200 | 400; readonly body: Element } {
  const [element = {}] = elements
  const problems =
    elements.length === 1 ? problemsOf(books, element) : ['Only one tax rate can be created per request.']
  if (problems.length > 0) {
    return {
      status: 400,
      body: {
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
        Elements: [{ ...element, ValidationErrors: problems.map((Message) => ({ Message })) }],
      },
    }
  }
  const { organisation } = books
  const reportType = text(element, 'ReportTaxType')
  const components = parts(element, 'TaxComponents').map((component): FakeTaxComponent => ({
    Name: text(component, 'Name') ?? '',
    Rate: Number(component['Rate']),
    IsCompound: component['IsCompound'] === true,
  }))
  const rate: FakeTaxRate = {
    Name: text(element, 'Name') ?? '',
    TaxType: freeTaxType(organisation.taxRates),
    EffectiveRate: effectiveRate(components),
    CanApplyToRevenue: reportType === undefined || !/INPUT|EXPENSES|ACQUISITIONS/.test(reportType),
    Status: 'ACTIVE',
    ...(reportType === undefined ? {} : { ReportTaxType: reportType }),
    TaxComponents: components,
  }
  organisation.taxRates.push(rate)
  return { status: 200, body: { TaxRates: [taxRateElement(rate)] } }
}

function problemsOf({ organisation }: FakeBooks, element: Element): string[] {
  const problems: string[] = []
  const name = text(element, 'Name')
  const components = parts(element, 'TaxComponents')
  if (name === undefined) problems.push('Tax rate name must be specified.')
  const isTaken = organisation.taxRates.some(
    (rate) => rate.Status === 'ACTIVE' && rate.Name.toLowerCase() === name?.toLowerCase(),
  )
  if (isTaken) problems.push(`The tax rate name '${name}' is already in use.`)
  const allowed = reportTypes[versionOf(organisation.country)]
  const reportType = text(element, 'ReportTaxType')
  if (allowed && reportType === undefined) problems.push('ReportTaxType must be specified.')
  if (reportType !== undefined && !allowed?.includes(reportType))
    problems.push(`ReportTaxType '${reportType}' is not valid for this organisation.`)
  if (components.length === 0) problems.push('At least one tax component must be specified.')
  if (components.some((component) => text(component, 'Name') === undefined))
    problems.push('Tax component name must be specified.')
  if (!components.every((component) => isRate(component['Rate'])))
    problems.push('Tax component rate must be between 0 and 100 with up to 4 decimals.')
  if (components.filter((component) => component['IsCompound'] === true).length > 1)
    problems.push('Only one tax component can be compound.')
  return problems
}

function isRate(value: unknown): boolean {
  const rate = typeof value === 'number' ? decimalOf(value) : undefined
  return rate !== undefined && rate.scale <= 4 && Number(value) >= 0 && Number(value) <= 100
}

/** In per cent with four decimals; the compound component is levied on the amount with the others' tax. */
function effectiveRate(components: readonly FakeTaxComponent[]): number {
  const sum = (isCompound: boolean): bigint =>
    components
      .filter((component) => component.IsCompound === isCompound)
      .reduce((total, { Rate }) => total + tenThousandths(Rate), 0n)
  const [simple, compound] = [sum(false), sum(true)]
  const whole = 1_000_000n
  return Number(simple + compound + (simple * compound + whole / 2n) / whole) / 10_000
}

function tenThousandths(rate: number): bigint {
  const { digits, scale } = decimalOf(rate) ?? { digits: 0n, scale: 0 }
  return digits * 10n ** BigInt(4 - scale)
}

/** The next of TAX001, TAX002 and so on that no rate has or had. */
function freeTaxType(rates: readonly FakeTaxRate[]): string {
  const taken = rates.map(({ TaxType }) => Number(/^TAX(\d+)$/.exec(TaxType)?.[1] ?? 0))
  return `TAX${String(Math.max(0, ...taken) + 1).padStart(3, '0')}`
}
