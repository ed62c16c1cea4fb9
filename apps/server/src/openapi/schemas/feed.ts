import { z } from 'zod'
import {
  decimalDescription,
  enumerationInput,
  identifierInput,
  momentInput,
} from '../../wire/contracts/scalars.js'
import { orderTypeEnumeration, productTypeEnumeration } from '../../wire/enumerations.js'
import { problemSchema } from './problem.js'
import { count, text } from './scalars.js'

const amount = z.union([z.number(), z.string()]).meta({
  ...decimalDescription,
  description:
    'An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money.',
})
const longText = z.string().max(4000)

const orderTax = z.object({ TaxRateId: identifierInput, Amount: amount }).meta({ id: 'OrderTaxInput' })

const orderItem = z
  .object({
    Id: identifierInput,
    ProductId: identifierInput.nullish(),
    ProductType: enumerationInput(productTypeEnumeration).nullish(),
    Description: longText.nullish(),
    RevenueCategoryId: identifierInput.nullish(),
    Quantity: amount.nullish(),
    UnitPrice: amount.nullish(),
    Discount: amount.nullish(),
    NetAmount: amount,
    Taxes: z.array(orderTax).max(100).nullish(),
    Total: amount,
  })
  .meta({ id: 'OrderItemInput' })

const payment = z
  .object({ Id: identifierInput.nullish(), PaymentMethodId: identifierInput, Amount: amount })
  .meta({ id: 'PaymentInput' })

/** What the reader of orders takes, for the documentation: it reads by itself, member by member. */
export const orderInputSchema = z
  .object({
    Id: identifierInput,
    Type: enumerationInput(orderTypeEnumeration),
    OrderDate: z
      .string()
      .max(40)
      .meta({
        description: 'The wall clock at the place of sale, or a moment with an offset.',
        examples: ['2026-03-01T17:30:00'],
      }),
    LocationId: identifierInput,
    Currency: z.string().nullish().meta({ description: 'ISO 4217; the subscriber’s by default.' }),
    Purchaser: z
      .object({ Id: identifierInput, FirstName: longText.nullish(), LastName: longText.nullish() })
      .nullish(),
    Items: z.array(orderItem).max(100_000),
    Cost: z.object({
      NetAmount: amount.nullish(),
      Discount: amount.nullish(),
      TaxAmount: amount.nullish(),
      Total: amount,
    }),
    Payments: z.array(payment).max(1000),
    LastModifiedTime: momentInput.meta({
      format: 'date-time',
      description: 'Of two revisions the one with the later moment counts.',
    }),
    CreatedTime: momentInput.nullish(),
  })
  .meta({ id: 'OrderInput', description: 'One revision of an order.' })

const receiptProblem = z.object({ Member: text, Problem: text }).meta({ id: 'OrderProblem' })
const position = z.int().min(1).meta({ description: 'Of the order in the feed, from 1.' })
const orderId = text.nullable().meta({ description: 'Null where the order cannot be read so far.' })

export const feedSummarySchema = z
  .object({
    Accepted: count,
    Unchanged: count,
    Stale: count,
    Rejected: count,
    Errors: z
      .array(z.object({ Position: position, OrderId: orderId, Problems: z.array(receiptProblem) }))
      .meta({ description: 'Of the first thousand that were rejected.' }),
  })
  .meta({ id: 'FeedSummary', description: 'What became of the orders of a feed.' })

const orderReceipt = z
  .object({
    Position: position,
    OrderId: orderId,
    Outcome: z.enum(['Accepted', 'Unchanged', 'Stale', 'Rejected']),
    Problems: z.array(receiptProblem).optional(),
  })
  .meta({ id: 'OrderReceipt', description: 'What became of one order.' })

const feedProblem = z
  .object({ Problem: problemSchema })
  .meta({ id: 'FeedProblem', description: 'Why the feed ended before its last order; the last line of all.' })

/** One line of the answer to a feed. */
export const feedLineSchema = z.union([orderReceipt, feedProblem])
