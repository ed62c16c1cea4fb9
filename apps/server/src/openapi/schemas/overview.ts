import { z } from 'zod'
import {
  integrationStatusEnumeration,
  mapTypeEnumeration,
  unavailableReasonEnumeration,
} from '../../wire/enumerations.js'
import { byCode, count, date, decimal, flag, moment, text } from './scalars.js'

const suggestion = z
  .object({
    IntegrationId: text,
    Score: decimal.meta({
      description: 'Above 0, at most 1. It compares suggestions and is no probability.',
    }),
    Reason: text.meta({ description: 'What speaks for it, in words.' }),
  })
  .meta({ id: 'MappingSuggestion', description: 'What the owner may want to map it to.' })

const reviewedItem = z
  .object({
    MapType: byCode(mapTypeEnumeration),
    MindbodyId: text,
    Name: text.meta({ description: 'What the platform calls it; its id where it does not.' }),
    LocationId: text.meta({ description: 'Where it is mapped so, if not everywhere.' }).optional(),
    IntegrationId: text.nullable().meta({ description: 'What it is mapped to; null if it is not.' }),
    Problem: text.nullable().meta({
      description: 'Why what it is mapped to cannot serve, and what to do; null if it can.',
    }),
    IsNeeded: flag.meta({
      description:
        'Whether something that is active or occurs would be without a map item if there was none here.',
    }),
    Amount: decimal.meta({
      description:
        'The money since `Since` that runs over it, refunds counted like sales; where a location has a map item of its own, its money counts there.',
    }),
    Suggestion: suggestion.nullable().meta({
      description: 'For what is not mapped, or to something that cannot serve; null where nothing fits.',
    }),
  })
  .meta({
    id: 'ReviewedMapItem',
    description: 'Something of the platform, and how it is or could be mapped.',
  })

export const mappingReviewSchema = z
  .object({
    Since: date.meta({ description: 'The first business day whose orders count.' }),
    Currency: text.meta({ description: 'ISO 4217; money in others does not count.', examples: ['USD'] }),
    Coverage: z
      .object({
        Mapped: decimal.meta({ description: 'Money of which everything is mapped.' }),
        Total: decimal,
      })
      .meta({
        id: 'MappingCoverage',
        description: 'How much of the money is mapped, refunds counted like sales.',
      }),
    Items: z.array(reviewedItem),
  })
  .meta({
    id: 'MappingReview',
    description: 'What is mapped and what is not, and how much money hangs on it.',
  })

const day = z
  .object({
    Date: date,
    Orders: count.meta({ description: 'Voided ones too.' }),
    Sold: decimal.meta({
      description: 'What the orders of the day move now: sales less refunds, taxes included.',
    }),
    Posted: decimal.meta({ description: 'What packets of the day carry that the ledger has accepted.' }),
    Held: decimal,
    Rejected: decimal,
    InDoubt: decimal,
    Waiting: decimal.meta({ description: 'What is packed and yet to be sent.' }),
    State: z.enum(['AllSent', 'SomethingHeld', 'Nothing']).meta({
      description:
        'AllSent: every packet of the day is sent, and Posted is Sold. Nothing: there are neither orders nor packets. SomethingHeld: anything else.',
    }),
  })
  .meta({ id: 'Day', description: 'How a business day stands. Amounts are signed, in major units.' })

export const daysSchema = z
  .object({
    Currency: text.meta({ description: 'ISO 4217; money in others does not count.', examples: ['USD'] }),
    Days: z.array(day).meta({ description: 'One for each day that was asked for, ascending.' }),
  })
  .meta({ id: 'Days', description: 'What was sold and what was posted, day by day.' })

const offeredIntegration = z
  .object({
    Type: text.meta({ description: 'As addresses have it: `Type_{Type}`.', examples: ['Xero'] }),
    Title: text.meta({ examples: ['QuickBooks Online'] }),
    Status: byCode(integrationStatusEnumeration),
    Authorisation: z.enum(['oauth2', 'credentials', 'none']).meta({
      description:
        'How it is linked. oauth2: by a consent page. none: by its settings alone. credentials is kept for adapters that ask for secrets; none does yet.',
    }),
    Organisation: text.nullable().meta({ description: 'The name of the linked books.' }),
    SettingsSchema: z.record(z.string(), z.unknown()).nullable().meta({
      description:
        'JSON Schema (2020-12) of the `Settings` of Link; null where the adapter has none to give.',
    }),
    UnavailableReasons: z.array(byCode(unavailableReasonEnumeration)),
    LastSyncTime: moment.nullable().meta({ description: 'When the last sync that was a Success ended.' }),
  })
  .meta({ id: 'OfferedIntegration', description: 'An integrator, and where the subscriber stands with it.' })

export const integrationTypesSchema = z
  .object({ Integrations: z.array(offeredIntegration) })
  .meta({ id: 'IntegrationTypes', description: 'Every integrator that the server offers.' })
