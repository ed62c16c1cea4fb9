import type { SavedIntegrationInput, SynchronizationPreferences } from '@ledgerpost/client'

/** The owner's choices as the form holds them, all texts as they were typed. */
export interface PreferenceValues {
  readonly summarise: boolean
  readonly byLocation: boolean
  readonly startDate: string
  readonly syncTime: string
  readonly lockedPeriod: 'Hold' | 'FirstOpenDay'
  readonly tolerance: string
}

/** What to begin with: what was saved, or what suits most. @param today a calendar date */
export function preferenceValues(saved: SynchronizationPreferences | null, today: string): PreferenceValues {
  return {
    summarise: saved?.SummarizeData ?? true,
    byLocation: saved?.ByLocation ?? false,
    startDate: saved?.StartDate ?? today,
    syncTime: saved === null ? '04:30' : (saved.SyncTime ?? ''),
    lockedPeriod: saved?.LockedPeriod ?? 'Hold',
    tolerance: String(saved?.RoundingTolerance ?? 0),
  }
}

export type PreferenceProblems = Partial<Record<'startDate' | 'tolerance', true>>

const mostTolerance = 100

/** What cannot be saved as it was typed. */
export function preferenceProblems({ startDate, tolerance }: PreferenceValues): PreferenceProblems {
  const isWhole = /^\d{1,3}$/.test(tolerance) && Number(tolerance) <= mostTolerance
  return {
    ...(/^\d{4}-\d{2}-\d{2}$/.test(startDate) ? {} : { startDate: true }),
    ...(isWhole ? {} : { tolerance: true }),
  }
}

/** The choices as the API takes them. */
export function preferenceInput(
  values: PreferenceValues,
): NonNullable<SavedIntegrationInput['SynchronizationPreferences']> {
  return {
    SummarizeData: values.summarise,
    ByLocation: values.summarise && values.byLocation,
    StartDate: values.startDate,
    SyncTime: values.syncTime === '' ? null : values.syncTime,
    LockedPeriod: values.lockedPeriod,
    RoundingTolerance: Number(values.tolerance),
  }
}
