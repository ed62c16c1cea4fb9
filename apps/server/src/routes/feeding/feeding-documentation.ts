import { platform } from '../../auth/principal.js'
import { json } from '../../openapi/contents.js'
import type { Answer, Operation } from '../../openapi/operation.js'
import { subscriberId } from '../../openapi/parameters.js'
import { jsonBodyProblems } from '../../openapi/problem-codes.js'
import { feedLineSchema, feedSummarySchema, orderInputSchema } from '../../openapi/schemas/feed.js'
import { accountingConfigurationInput } from '../../wire/contracts/accounting-configuration-input.js'
import { subscriberInput } from '../../wire/contracts/subscriber-input.js'

/** The schemas of bodies know the id in the address; what they take is the same for all. */
const anySubscriber = '1234'

const taken: Answer = { status: 204, description: 'It is stored.' }

const configurationExample = {
  TaxRates: [{ Id: '01:01', Name: 'Sales', Value: 0.08, LocationId: '1' }],
  RevenueCategories: [{ Id: '1', Name: 'Services', Status: 'Active' }],
  PaymentMethods: [{ Id: '1', Name: 'Cash', Status: 'Active' }],
}

const orderExample = {
  Id: '1041',
  Type: 'Sale',
  OrderDate: '2026-03-01T17:30:00',
  LocationId: '1',
  Items: [
    {
      Id: '1',
      RevenueCategoryId: '1',
      NetAmount: '20.00',
      Taxes: [{ TaxRateId: '01:01', Amount: '1.60' }],
      Total: '21.60',
    },
  ],
  Cost: { Total: '21.60' },
  Payments: [{ Id: '1', PaymentMethodId: '1', Amount: '21.60' }],
  LastModifiedTime: '2026-03-01T22:30:00Z',
}

const common = { tag: 'Feeding', roles: platform, errorShape: 'problem', parameters: [subscriberId] } as const

/** What stands in the document for what the platform tells. */
export const feedingDocumentation = {
  putSubscriber: {
    ...common,
    method: 'PUT',
    path: '/Subscriber_{subscriberId}',
    operationId: 'putSubscriber',
    summary: 'Tell about a subscriber',
    description: 'Must come first. What was told before is replaced as a whole.',
    body: {
      description: 'Where and when the subscriber does business. Times of day are local.',
      isRequired: true,
      contents: json(subscriberInput(anySubscriber).meta({ id: 'SubscriberInput' }), {
        Region: 'US',
        TimeZone: 'America/New_York',
        BusinessDayCutOff: '04:00',
        Currency: 'USD',
      }),
    },
    answers: [taken],
    problems: jsonBodyProblems,
  },
  putConfiguration: {
    ...common,
    method: 'PUT',
    path: '/Subscriber_{subscriberId}/Configuration',
    operationId: 'putConfiguration',
    summary: 'Tell what the platform has that can be mapped',
    description: 'What was told before is replaced as a whole. At most 16 MB.',
    body: {
      description: 'The accounting configuration.',
      isRequired: true,
      contents: json(
        accountingConfigurationInput(anySubscriber).meta({ id: 'AccountingConfigurationInput' }),
        configurationExample,
      ),
    },
    answers: [taken],
    problems: jsonBodyProblems,
  },
  feedOrders: {
    ...common,
    method: 'POST',
    path: '/Subscriber_{subscriberId}/Orders',
    operationId: 'feedOrders',
    summary: 'Feed orders',
    description:
      'Orders are read one by one as they stream in, as many as you like, plain or with `Content-Encoding: gzip`. A bad order never stops the rest. Feeding the same again is harmless; of two revisions the one with the later LastModifiedTime counts. With `Accept: application/x-ndjson` the answer is a receipt for each order, streamed while orders still come.',
    body: {
      description: 'One order a line, or an array of orders. An order has at most 1 MB.',
      isRequired: true,
      contents: [
        { types: ['application/x-ndjson'], schema: orderInputSchema, example: orderExample },
        ...json(orderInputSchema.array(), [orderExample]),
      ],
    },
    answers: [
      {
        status: 200,
        description: 'What became of the orders, counted; or line by line, if that is asked for.',
        contents: [
          { types: ['application/json'], schema: feedSummarySchema },
          { types: ['application/x-ndjson'], schema: feedLineSchema },
        ],
      },
    ],
    problems: ['unsupported-media-type'],
  },
} as const satisfies Readonly<Record<string, Operation>>

export const feedingOperations: readonly Operation[] = Object.values<Operation>(feedingDocumentation)
