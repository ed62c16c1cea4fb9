import {
  defaultPreferences,
  isLocalTime,
  type LocalTime,
  type SynchronizationPreferences,
} from '@ledgerpost/core'
import { z } from 'zod'
import { contract, modelsNamespace } from '../contract.js'
import { enumeration } from '../enumeration.js'
import { byName, contractRecord, whole, type WireContract } from '../tree.js'
import { dateInput, enumerationInput } from './scalars.js'

export const synchronizationPreferencesContract = contract(
  'SynchronizationPreferences',
  {
    SummarizeData: 'boolean',
    ByLocation: 'boolean',
    StartDate: 'text',
    LockedPeriod: 'text',
    RoundingTolerance: 'number',
    SyncTime: 'text',
  },
  modelsNamespace,
)

/** Our own; the documentation knows nothing of locked periods. */
export const lockedPeriodEnumeration = enumeration<SynchronizationPreferences['lockedPeriod']>([
  { name: 'hold', spelling: 'Hold', code: null },
  { name: 'first-open-day', spelling: 'FirstOpenDay', code: null },
])

/** SynchronizationPreferences { SummarizeData }; our additions come after it, and only when set. */
export function synchronizationPreferences(preferences: SynchronizationPreferences): WireContract {
  const { summarizeData, byLocation, startDate, lockedPeriod, roundingTolerance, syncAt } = preferences
  return contractRecord(synchronizationPreferencesContract, {
    SummarizeData: summarizeData,
    ByLocation: byLocation === defaultPreferences.byLocation ? undefined : byLocation,
    StartDate: startDate ?? undefined,
    LockedPeriod:
      lockedPeriod === defaultPreferences.lockedPeriod
        ? undefined
        : byName(lockedPeriodEnumeration.spelling(lockedPeriod)),
    RoundingTolerance:
      roundingTolerance === defaultPreferences.roundingTolerance ? undefined : whole(roundingTolerance),
    SyncTime: syncAt ?? undefined,
  })
}

const timeInput = z
  .string('must be a string')
  .transform((text, context): LocalTime => {
    if (!isLocalTime(text)) context.addIssue('is not a time of day such as 04:30')
    return text
  })
  .meta({ pattern: String.raw`^([01]\d|2[0-3]):[0-5]\d$`, examples: ['04:30'] })

/**
 * What is absent stays as it was; a null StartDate is the day of linking, a null SyncTime ends the daily syncs.
 * RoundingTolerance is in minor units.
 */
export const synchronizationPreferencesInput = z
  .object({
    SummarizeData: z.boolean('must be true or false').optional(),
    ByLocation: z.boolean('must be true or false').optional(),
    StartDate: dateInput.nullable().optional(),
    LockedPeriod: enumerationInput(lockedPeriodEnumeration).optional(),
    RoundingTolerance: z
      .int('must be a whole number of minor units')
      .min(0, 'must not be negative')
      .max(100, 'must be at most 100 minor units')
      .optional(),
    SyncTime: timeInput
      .nullable()
      .optional()
      .meta({ description: 'When a sync begins every day, by the subscriber’s clocks; null for none.' }),
  })
  .meta({ id: 'SynchronizationPreferencesInput', contract: synchronizationPreferencesContract })
  .transform((input): Partial<SynchronizationPreferences> => ({
    ...(input.SummarizeData === undefined ? {} : { summarizeData: input.SummarizeData }),
    ...(input.ByLocation === undefined ? {} : { byLocation: input.ByLocation }),
    ...(input.StartDate === undefined ? {} : { startDate: input.StartDate }),
    ...(input.LockedPeriod === undefined ? {} : { lockedPeriod: input.LockedPeriod }),
    ...(input.RoundingTolerance === undefined ? {} : { roundingTolerance: BigInt(input.RoundingTolerance) }),
    ...(input.SyncTime === undefined ? {} : { syncAt: input.SyncTime }),
  }))
