import type { PlatformConfiguration } from '@ledgerpost/core'
import { z } from 'zod'
import { activeStatusEnumeration, productTypeEnumeration } from '../enumerations.js'
import {
  decimalInput,
  enumerationInput,
  identifierInput,
  listInput,
  momentInput,
  nameInput,
} from './scalars.js'

const taxRateInput = z
  .object({
    Id: identifierInput,
    Name: nameInput,
    Value: decimalInput,
    LocationId: identifierInput.nullish(),
    LastModifiedTime: momentInput.nullish(),
  })
  .transform((rate) => ({
    id: rate.Id,
    name: rate.Name,
    value: rate.Value,
    locationId: rate.LocationId ?? null,
    lastModifiedTime: rate.LastModifiedTime ?? null,
  }))
  .meta({ id: 'TaxRateInput' })

const revenueCategoryInput = z
  .object({
    Id: identifierInput,
    Name: nameInput,
    LastModifiedTime: momentInput.nullish(),
    Status: enumerationInput(activeStatusEnumeration),
  })
  .transform((category) => ({
    id: category.Id,
    name: category.Name,
    lastModifiedTime: category.LastModifiedTime ?? null,
    status: category.Status,
  }))
  .meta({ id: 'RevenueCategoryInput' })

const paymentMethodInput = z
  .object({
    Id: identifierInput,
    Name: nameInput,
    Type: nameInput.nullish(),
    LastModifiedTime: momentInput.nullish(),
    Status: enumerationInput(activeStatusEnumeration),
  })
  .transform((method) => ({
    id: method.Id,
    name: method.Name,
    type: method.Type ?? null,
    lastModifiedTime: method.LastModifiedTime ?? null,
    status: method.Status,
  }))
  .meta({ id: 'AccountingPaymentMethodInput' })

const pricingInput = z
  .object({
    RevenueCategoryId: identifierInput.nullish(),
    AskingPrice: decimalInput,
    Taxes: listInput(identifierInput, 100).nullish(),
  })
  .transform((pricing) => ({
    revenueCategoryId: pricing.RevenueCategoryId ?? null,
    askingPrice: pricing.AskingPrice,
    taxes: pricing.Taxes ?? [],
  }))
  .meta({ id: 'PricingInput' })

const productInput = z
  .object({
    Id: identifierInput,
    Name: nameInput,
    Type: enumerationInput(productTypeEnumeration),
    Pricing: pricingInput.nullish(),
  })
  .transform((product) => ({
    id: product.Id,
    name: product.Name,
    type: product.Type,
    pricing: product.Pricing ?? null,
  }))
  .meta({ id: 'ProductInput' })

const most = { taxRates: 10_000, revenueCategories: 10_000, paymentMethods: 1000, products: 100_000 }

/** A list in which no id stands twice: which of the two would count? */
function unique<Output extends { readonly id: string }>(element: z.ZodType<Output>, limit: number) {
  return listInput(element, limit).superRefine((entries, context) => {
    const seen = new Set<string>()
    for (const [index, { id }] of entries.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: [index, 'Id'], message: `'${id}' is there twice` })
      seen.add(id)
    }
  })
}

/** AccountingConfiguration as a platform sends it. */
export function accountingConfigurationInput(subscriberId: string): z.ZodType<PlatformConfiguration> {
  return z
    .object({
      Id: ownIdInput(subscriberId),
      TaxRates: unique(taxRateInput, most.taxRates),
      RevenueCategories: unique(revenueCategoryInput, most.revenueCategories),
      PaymentMethods: unique(paymentMethodInput, most.paymentMethods),
      Products: unique(productInput, most.products).nullish(),
    })
    .transform((input) => ({
      id: subscriberId,
      taxRates: input.TaxRates,
      revenueCategories: input.RevenueCategories,
      paymentMethods: input.PaymentMethods,
      products: input.Products ?? [],
    }))
}

/** An Id in a body may repeat the one in the address and nothing else. */
export function ownIdInput(subscriberId: string) {
  return identifierInput
    .refine((id) => id === subscriberId, `must be '${subscriberId}', as in the address, or be left out`)
    .nullish()
}
