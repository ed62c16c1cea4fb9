import { useChange } from '../../data/use-change.js'
import { preferenceInput, type PreferenceValues } from './preference-values.js'

/** Saves the owner's choices. An integration that is mapped completely is Configured by it. */
export function useSavePreferences(type: string) {
  return useChange(type, (integration, values: PreferenceValues) =>
    integration.save({ SynchronizationPreferences: preferenceInput(values) }),
  )
}
