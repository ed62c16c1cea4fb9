import type { Cents } from './cents.js'
import type { WireProductType } from './wire-order.js'

/** How a product is taxed: `local` is the sales tax and the district tax that is charged on top of both. */
export type TaxClass = 'untaxed' | 'standard' | 'local' | 'exempt'

export interface StudioProduct {
  readonly id: string
  readonly name: string
  readonly type: WireProductType
  readonly categoryId: string | null
  readonly price: Cents
  readonly taxClass: TaxClass
}

export interface StudioTaxRate {
  readonly id: string
  readonly name: string
  /** Per ten thousand: 825 is 8.25 %. */
  readonly basisPoints: bigint
  /** Charged on the net amount and the taxes before it. */
  readonly compound: boolean
}

export interface StudioLocation {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly taxRates: Readonly<Record<TaxClass, readonly StudioTaxRate[]>>
}

function location(
  id: string,
  name: string,
  timeZone: string,
  sales: bigint,
  district: bigint,
): StudioLocation {
  const rate = (number: string, rateName: string, basisPoints: bigint, compound: boolean): StudioTaxRate => ({
    id: `0${id}:${number}`,
    name: rateName,
    basisPoints,
    compound,
  })
  const salesTax = rate('01', `${name} sales tax`, sales, false)
  return {
    id,
    name,
    timeZone,
    taxRates: {
      untaxed: [],
      standard: [salesTax],
      local: [salesTax, rate('02', `${name} district tax`, district, true)],
      exempt: [rate('03', `${name} exempt`, 0n, false)],
    },
  }
}

export const eastLocation = location('1', 'East', 'America/New_York', 800n, 150n)
export const westLocation = location('2', 'West', 'America/Los_Angeles', 725n, 125n)
export const studioLocations: readonly StudioLocation[] = [eastLocation, westLocation]

export const paymentMethods = {
  cash: { id: '1', name: 'Cash', type: null, active: true },
  card: { id: '2', name: 'Credit Card', type: 'Card', active: true },
  giftCard: { id: '3', name: 'Gift Card', type: null, active: true },
  accountCredit: { id: '4', name: 'Account Credit', type: null, active: true },
  transfer: { id: '5', name: 'Bank Transfer', type: null, active: true },
  cheque: { id: '6', name: 'Cheque', type: null, active: false },
} as const

export const revenueCategories = {
  services: { id: '1', name: 'Services' },
  retail: { id: '2', name: 'Products' },
  giftCards: { id: '3', name: 'Gift Cards' },
  memberships: { id: '4', name: 'Memberships' },
  refreshments: { id: '5', name: 'Refreshments' },
  rounding: { id: 'rounding', name: 'Cash rounding' },
} as const

function product(
  id: string,
  name: string,
  type: WireProductType,
  category: { readonly id: string } | null,
  price: Cents,
  taxClass: TaxClass,
): StudioProduct {
  return { id, name, type, categoryId: category?.id ?? null, price, taxClass }
}

const { services, retail, giftCards, memberships, refreshments, rounding } = revenueCategories

export const products = {
  singleClass: product('1', 'Single Class', 'CustomServicePricingOption', services, 2200n, 'standard'),
  classPass: product('2', 'Ten Class Pass', 'CustomServicePricingOption', services, 18_995n, 'standard'),
  privateSession: product('3', 'Private Session', 'CustomServicePricingOption', services, 8550n, 'untaxed'),
  rehabilitation: product(
    '4',
    'Rehabilitation Class',
    'CustomServicePricingOption',
    services,
    3333n,
    'exempt',
  ),
  membership: product(
    '5',
    'Monthly Membership',
    'SystemServicePricingOption',
    memberships,
    11_900n,
    'standard',
  ),
  mat: product('6', 'Mat', 'Retail', retail, 4499n, 'local'),
  towel: product('7', 'Towel', 'Retail', retail, 1275n, 'local'),
  socks: product('8', 'Grip Socks', 'Retail', retail, 1649n, 'local'),
  water: product('9', 'Water', 'Retail', refreshments, 199n, 'untaxed'),
  juice: product('10', 'Juice', 'Retail', refreshments, 749n, 'local'),
  trailMix: product('11', 'Trail Mix by Weight', 'Retail', refreshments, 300n, 'exempt'),
  giftCard: product('12', 'Gift Card', 'GiftCard', giftCards, 5000n, 'untaxed'),
  accountCredit: product('13', 'Account Credit', 'AccountCredit', null, 5000n, 'untaxed'),
  tip: product('14', 'Tip', 'Tip', null, 500n, 'untaxed'),
  rounding: product('15', 'Cash Rounding', 'Retail', rounding, 0n, 'untaxed'),
} as const

/** What a client may take from the shelf or book, without a special reason. */
export const everydayProducts: readonly StudioProduct[] = [
  products.singleClass,
  products.classPass,
  products.privateSession,
  products.rehabilitation,
  products.membership,
  products.mat,
  products.towel,
  products.socks,
  products.water,
  products.juice,
]
