import type {
  PaymentMethod,
  PlatformConfiguration,
  Product,
  RevenueCategory,
  TaxRate,
} from '@ledgerpost/core'
import { activeStatusEnumeration, productTypeEnumeration } from '../enumerations.js'
import { byCode, byName, decimal, list, moment, nullable, record, type WireRecord } from '../tree.js'

/** AccountingConfiguration { Id, TaxRates[], RevenueCategories[], PaymentMethods[], Products[] }. */
export function accountingConfiguration(configuration: PlatformConfiguration): WireRecord {
  return record({
    Id: configuration.id,
    TaxRates: list(configuration.taxRates.map(taxRate)),
    RevenueCategories: list(configuration.revenueCategories.map(revenueCategory)),
    PaymentMethods: list(configuration.paymentMethods.map(paymentMethod)),
    Products: list(configuration.products.map(product)),
  })
}

function taxRate(rate: TaxRate): WireRecord {
  return record({
    Id: rate.id,
    Name: rate.name,
    Value: decimal(rate.value),
    LocationId: rate.locationId,
    LastModifiedTime: nullable(rate.lastModifiedTime, moment),
  })
}

function revenueCategory(category: RevenueCategory): WireRecord {
  return record({
    Id: category.id,
    Name: category.name,
    LastModifiedTime: nullable(category.lastModifiedTime, moment),
    Status: byName(activeStatusEnumeration.spelling(category.status)),
  })
}

/** AccountingPaymentMethod. */
function paymentMethod(method: PaymentMethod): WireRecord {
  return record({
    Id: method.id,
    Name: method.name,
    Type: method.type,
    LastModifiedTime: nullable(method.lastModifiedTime, moment),
    Status: byName(activeStatusEnumeration.spelling(method.status)),
  })
}

function product({ id, name, type, pricing }: Product): WireRecord {
  return record({
    Id: id,
    Name: name,
    Type: byCode(productTypeEnumeration, type),
    Pricing: nullable(pricing, ({ revenueCategoryId, askingPrice, taxes }) =>
      record({
        RevenueCategoryId: revenueCategoryId,
        AskingPrice: decimal(askingPrice),
        Taxes: list(taxes),
      }),
    ),
  })
}
