import type {
  PaymentMethod,
  PlatformConfiguration,
  Product,
  RevenueCategory,
  TaxRate,
} from '@ledgerpost/core'
import { contract, listOf, listOfTexts } from '../contract.js'
import { activeStatusEnumeration, productTypeEnumeration } from '../enumerations.js'
import {
  byCode,
  byName,
  contractRecord,
  decimal,
  list,
  moment,
  nullable,
  type WireContract,
} from '../tree.js'

export const taxRateContract = contract('TaxRate', {
  Id: 'text',
  Name: 'text',
  Value: 'number',
  LocationId: 'text',
  LastModifiedTime: 'moment',
})

export const revenueCategoryContract = contract('RevenueCategory', {
  Id: 'text',
  Name: 'text',
  LastModifiedTime: 'moment',
  Status: 'text',
})

export const paymentMethodContract = contract('AccountingPaymentMethod', {
  Id: 'text',
  Name: 'text',
  Type: 'text',
  LastModifiedTime: 'moment',
  Status: 'text',
})

export const pricingContract = contract('Pricing', {
  RevenueCategoryId: 'text',
  AskingPrice: 'number',
  Taxes: listOfTexts,
})

export const productContract = contract('Product', {
  Id: 'text',
  Name: 'text',
  Type: 'text',
  Pricing: pricingContract,
})

export const accountingConfigurationContract = contract('AccountingConfiguration', {
  Id: 'text',
  TaxRates: listOf(taxRateContract),
  RevenueCategories: listOf(revenueCategoryContract),
  PaymentMethods: listOf(paymentMethodContract),
  Products: listOf(productContract),
})

/** AccountingConfiguration { Id, TaxRates[], RevenueCategories[], PaymentMethods[], Products[] }. */
export function accountingConfiguration(configuration: PlatformConfiguration): WireContract {
  return contractRecord(accountingConfigurationContract, {
    Id: configuration.id,
    TaxRates: list(configuration.taxRates.map(taxRate)),
    RevenueCategories: list(configuration.revenueCategories.map(revenueCategory)),
    PaymentMethods: list(configuration.paymentMethods.map(paymentMethod)),
    Products: list(configuration.products.map(product)),
  })
}

function taxRate(rate: TaxRate): WireContract {
  return contractRecord(taxRateContract, {
    Id: rate.id,
    Name: rate.name,
    Value: decimal(rate.value),
    LocationId: rate.locationId,
    LastModifiedTime: nullable(rate.lastModifiedTime, moment),
  })
}

function revenueCategory(category: RevenueCategory): WireContract {
  return contractRecord(revenueCategoryContract, {
    Id: category.id,
    Name: category.name,
    LastModifiedTime: nullable(category.lastModifiedTime, moment),
    Status: byName(activeStatusEnumeration.spelling(category.status)),
  })
}

/** AccountingPaymentMethod. */
function paymentMethod(method: PaymentMethod): WireContract {
  return contractRecord(paymentMethodContract, {
    Id: method.id,
    Name: method.name,
    Type: method.type,
    LastModifiedTime: nullable(method.lastModifiedTime, moment),
    Status: byName(activeStatusEnumeration.spelling(method.status)),
  })
}

function product({ id, name, type, pricing }: Product): WireContract {
  return contractRecord(productContract, {
    Id: id,
    Name: name,
    Type: byCode(productTypeEnumeration, type),
    Pricing: nullable(pricing, ({ revenueCategoryId, askingPrice, taxes }) =>
      contractRecord(pricingContract, {
        RevenueCategoryId: revenueCategoryId,
        AskingPrice: decimal(askingPrice),
        Taxes: list(taxes),
      }),
    ),
  })
}
