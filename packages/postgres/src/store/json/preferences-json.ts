import type { SynchronizationPreferences } from '@ledgerpost/core'

/** Preferences as JSON; the tolerance is minor units as text. */
export type PreferencesJson = Omit<SynchronizationPreferences, 'roundingTolerance'> & {
  readonly roundingTolerance: string
}

export function preferencesToJson(preferences: SynchronizationPreferences): PreferencesJson {
  return { ...preferences, roundingTolerance: preferences.roundingTolerance.toString() }
}

export function preferencesFromJson(json: PreferencesJson): SynchronizationPreferences {
  return { ...json, roundingTolerance: BigInt(json.roundingTolerance) }
}
