import { z } from 'zod'
import {
  accountingConfigurationContract,
  paymentMethodContract,
  pricingContract,
  productContract,
  revenueCategoryContract,
  taxRateContract,
} from '../../wire/contracts/accounting-configuration.js'
import { activeStatusEnumeration, productTypeEnumeration } from '../../wire/enumerations.js'
import { described } from './described.js'
import { byCode, byName, decimal, moment, text } from './scalars.js'

const activeStatus = byName(activeStatusEnumeration)

const taxRate = described('TaxRate', 'A tax rate of the platform.', taxRateContract, {
  Id: text.meta({ examples: ['01:01'] }),
  Name: text,
  Value: decimal.meta({ description: 'A fraction: 0.08 is 8 percent.', examples: [0.08] }),
  LocationId: text.nullable(),
  LastModifiedTime: moment.nullable(),
})

const revenueCategory = described('RevenueCategory', 'What is sold, by kind.', revenueCategoryContract, {
  Id: text,
  Name: text,
  LastModifiedTime: moment.nullable(),
  Status: activeStatus,
})

const paymentMethod = described('AccountingPaymentMethod', 'How customers pay.', paymentMethodContract, {
  Id: text,
  Name: text,
  Type: text.nullable(),
  LastModifiedTime: moment.nullable(),
  Status: activeStatus,
})

const pricing = described('Pricing', 'What a product costs, and what it counts as.', pricingContract, {
  RevenueCategoryId: text.nullable(),
  AskingPrice: decimal,
  Taxes: z.array(text),
})

const product = described('Product', 'Something that is sold.', productContract, {
  Id: text,
  Name: text,
  Type: byCode(productTypeEnumeration),
  Pricing: pricing.nullable(),
})

export const accountingConfigurationSchema = described(
  'AccountingConfiguration',
  'What the platform has that can be mapped. Its Id is the subscriber’s.',
  accountingConfigurationContract,
  {
    Id: text,
    TaxRates: z.array(taxRate),
    RevenueCategories: z.array(revenueCategory),
    PaymentMethods: z.array(paymentMethod),
    Products: z.array(product),
  },
)
