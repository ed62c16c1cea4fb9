import { z } from 'zod'
import { orderTypes, productTypes } from './order.js'

const identifier = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().min(1, 'must not be empty').max(100, 'has more than 100 characters'))
const decimal = z.union([z.string(), z.number()], 'must be a number or a decimal string')
const text = z.string().max(4000, 'has more than 4,000 characters')

const taxInput = z.object({ taxRateId: identifier, amount: decimal })

const itemInput = z.object({
  id: identifier,
  productId: identifier.nullish(),
  productType: z.enum(productTypes).nullish(),
  description: text.nullish(),
  revenueCategoryId: identifier.nullish(),
  quantity: decimal.nullish(),
  unitPrice: decimal.nullish(),
  discount: decimal.nullish(),
  netAmount: decimal,
  taxes: z.array(taxInput).nullish(),
  total: decimal,
})

/**
 * An order as a platform sends it, members in camelCase. Amounts are decimals in major units (12.50),
 * as numbers or strings; `orderDate` is the wall clock at the place of sale, or an instant with an offset.
 */
export const orderInput = z.object({
  id: identifier,
  type: z.enum(orderTypes),
  orderDate: z.string(),
  locationId: identifier,
  currency: z.string().nullish(),
  purchaser: z.object({ id: identifier, firstName: text.nullish(), lastName: text.nullish() }).nullish(),
  items: z.array(itemInput),
  cost: z.object({
    netAmount: decimal.nullish(),
    discount: decimal.nullish(),
    taxAmount: decimal.nullish(),
    total: decimal,
  }),
  payments: z.array(z.object({ id: identifier.nullish(), paymentMethodId: identifier, amount: decimal })),
  lastModifiedTime: z.string(),
  createdTime: z.string().nullish(),
})

export type OrderInput = z.output<typeof orderInput>
