import { eastLocation, paymentMethods, products, revenueCategories, studioLocations } from './catalogue.js'
import { formatCents } from './cents.js'
import type { WireAccountingConfiguration, WireSubscriber } from './wire-configuration.js'

const configuredAt = '2026-01-01T10:30:00.000Z'

/** The accounting configuration of the studio that `playStudio` plays. */
export function studioConfiguration(subscriberId = '1234'): WireAccountingConfiguration {
  return {
    Id: subscriberId,
    TaxRates: studioLocations.flatMap((location) =>
      [...location.taxRates.local, ...location.taxRates.exempt].map((rate) => ({
        Id: rate.id,
        Name: rate.name,
        Value: `0.${rate.basisPoints.toString().padStart(4, '0')}`,
        LocationId: location.id,
        LastModifiedTime: configuredAt,
      })),
    ),
    RevenueCategories: Object.values(revenueCategories).map((category) => ({
      Id: category.id,
      Name: category.name,
      LastModifiedTime: configuredAt,
      Status: 'Active',
    })),
    PaymentMethods: Object.values(paymentMethods).map((method) => ({
      Id: method.id,
      Name: method.name,
      Type: method.type,
      LastModifiedTime: configuredAt,
      Status: method.active ? 'Active' : 'Inactive',
    })),
    Products: Object.values(products).map((product) => ({
      Id: product.id,
      Name: product.name,
      Type: product.type,
      Pricing: {
        RevenueCategoryId: product.categoryId,
        AskingPrice: formatCents(product.price),
        Taxes: studioLocations.flatMap((location) =>
          location.taxRates[product.taxClass].map((rate) => rate.id),
        ),
      },
    })),
  }
}

/** The studio as a subscriber of the platform: two locations, two time zones, one currency. */
export function studioSubscriber(subscriberId = '1234'): WireSubscriber {
  return {
    Id: subscriberId,
    Name: 'Two Coasts Studio',
    Region: 'US',
    TimeZone: eastLocation.timeZone,
    Currency: 'USD',
    BusinessDayCutOff: '00:00',
    PricingLevel: 'Standard',
    Locations: studioLocations.map(({ id, name, timeZone }) => ({ Id: id, Name: name, TimeZone: timeZone })),
  }
}

/** Every source id that orders of the studio can ask the maps for. */
export interface StudioMappingKeys {
  /** Sorted tax rate ids joined by `+`; `none` for what is untaxed. */
  readonly taxSets: readonly string[]
  /** Revenue category ids, and `type:X` for what has none. */
  readonly categories: readonly string[]
  readonly paymentMethods: readonly string[]
}

export function studioMappingKeys(): StudioMappingKeys {
  const sets = studioLocations.flatMap((location) =>
    Object.values(location.taxRates).map((rates) => rates.map((rate) => rate.id).join('+')),
  )
  return {
    taxSets: [...new Set(sets.map((set) => set || 'none'))].toSorted(),
    categories: [
      ...Object.values(revenueCategories).map((category) => category.id),
      'type:AccountCredit',
      'type:TenderExchange',
      'type:Tip',
    ],
    paymentMethods: Object.values(paymentMethods)
      .filter((method) => method.active)
      .map((method) => method.id),
  }
}
