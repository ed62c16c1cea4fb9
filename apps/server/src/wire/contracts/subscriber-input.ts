import { isCurrencyCode, isTimeZone } from '@ledgerpost/core'
import type { Subscriber } from '@ledgerpost/engine'
import { z } from 'zod'
import { ownIdInput } from './accounting-configuration-input.js'
import { identifierInput, listInput, nameInput } from './scalars.js'

const timeZoneInput = z
  .string('must be a string')
  .max(100, 'has more than 100 characters')
  .refine(isTimeZone, 'is not an IANA time zone such as America/New_York')
  .meta({ description: 'An IANA time zone.', examples: ['America/New_York'] })

/** `HH:mm` to minutes after midnight. */
const cutOffInput = z
  .string('must be a string')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 04:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
  .meta({
    description: 'When a business day ends, on local clocks; midnight by default.',
    examples: ['04:00'],
  })

const locationInput = z
  .object({
    Id: identifierInput,
    TimeZone: timeZoneInput.nullish(),
    BusinessDayCutOff: cutOffInput.nullish(),
  })
  .meta({ id: 'LocationInput', description: 'A location that differs from the subscriber.' })

/** What a platform tells about a subscriber. Times of day are local; the currency is ISO 4217. */
export function subscriberInput(subscriberId: string): z.ZodType<Omit<Subscriber, 'configuration'>> {
  return z
    .object({
      Id: ownIdInput(subscriberId),
      Region: nameInput.min(1, 'must not be empty'),
      PricingLevel: nameInput.nullish(),
      TimeZone: timeZoneInput,
      BusinessDayCutOff: cutOffInput.nullish(),
      Currency: z
        .string('must be a string')
        .refine(isCurrencyCode, 'is not an ISO 4217 code such as USD')
        .meta({ description: 'ISO 4217.', examples: ['USD'] }),
      Locations: listInput(locationInput, 10_000).nullish(),
    })
    .superRefine(({ Locations }, context) => {
      const seen = new Set<string>()
      for (const [index, { Id }] of (Locations ?? []).entries()) {
        if (seen.has(Id)) {
          context.addIssue({
            code: 'custom',
            path: ['Locations', index, 'Id'],
            message: `'${Id}' is there twice`,
          })
        }
        seen.add(Id)
      }
    })
    .transform((input) => ({
      id: subscriberId,
      region: input.Region,
      pricingLevel: input.PricingLevel ?? null,
      terms: {
        currency: input.Currency,
        timeZone: input.TimeZone,
        cutOff: input.BusinessDayCutOff ?? 0,
        locations: Object.fromEntries(
          (input.Locations ?? []).map((location) => [
            location.Id,
            {
              ...(location.TimeZone == null ? {} : { timeZone: location.TimeZone }),
              ...(location.BusinessDayCutOff == null ? {} : { cutOff: location.BusinessDayCutOff }),
            },
          ]),
        ),
      },
    }))
}
