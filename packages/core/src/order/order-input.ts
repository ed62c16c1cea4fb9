import { z } from 'zod'
import { orderTypes, productTypes } from './order.js'

/** Where reading an order stops looking for more that is wrong with it. */
export const mostProblems = 100

/** The longest lists that one order may have, far beyond any real one. */
const most = { items: 100_000, payments: 1000, taxes: 100 }

/** Neither PostgreSQL nor well-formed UTF-8 can hold them. */
const unstorable = /\p{Cs}/u
const isStorable = (value: string): boolean => !value.includes('\0') && !unstorable.test(value)

const storable = z.string().refine(isStorable, 'has a NUL character or half of a surrogate pair')
const identifier = z
  .union([z.string(), z.int()], 'must be a string or a whole number')
  .transform(String)
  .pipe(storable.min(1, 'must not be empty').max(100, 'has more than 100 characters'))
const decimal = z.union([z.string(), z.number()], 'must be a number or a decimal string')
const text = storable.max(4000, 'has more than 4,000 characters')
const short = z.string().max(40, 'has more than 40 characters')

/**
 * A list that is counted before any element is looked at, and of which no more is looked at once enough is wrong:
 * what garbage costs in time and memory then depends on these limits and not on its size.
 */
const listOf = <Element extends z.ZodType>(element: Element, limit: number) =>
  z
    .array(z.unknown())
    .max(limit, `has more than ${limit} elements`)
    .transform((values, context) => {
      const elements: z.output<Element>[] = []
      for (const [index, value] of values.entries()) {
        const parsed = element.safeParse(value)
        if (parsed.success) elements.push(parsed.data)
        for (const { path, message } of parsed.error?.issues ?? []) {
          context.addIssue({ code: 'custom', path: [index, ...path], message })
        }
        if (context.issues.length >= mostProblems) break
      }
      return elements
    })

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
  taxes: listOf(taxInput, most.taxes).nullish(),
  total: decimal,
})

/**
 * An order as a platform sends it, members in camelCase. Amounts are decimals in major units (12.50),
 * as numbers or strings; `orderDate` is the wall clock at the place of sale, or an instant with an offset.
 */
export const orderInput = z.object({
  id: identifier,
  type: z.enum(orderTypes),
  orderDate: short,
  locationId: identifier,
  currency: short.nullish(),
  purchaser: z.object({ id: identifier, firstName: text.nullish(), lastName: text.nullish() }).nullish(),
  items: listOf(itemInput, most.items),
  cost: z.object({
    netAmount: decimal.nullish(),
    discount: decimal.nullish(),
    taxAmount: decimal.nullish(),
    total: decimal,
  }),
  payments: listOf(
    z.object({ id: identifier.nullish(), paymentMethodId: identifier, amount: decimal }),
    most.payments,
  ),
  lastModifiedTime: short,
  createdTime: short.nullish(),
})

export type OrderInput = z.output<typeof orderInput>
