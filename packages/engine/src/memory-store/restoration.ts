import type { JobQueue } from '../ports/job-store.js'
import { canonicalInstant } from './instant.js'
import { all, type State } from './state.js'

export function restoration(state: State): Pick<JobQueue, 'lookUpUntil' | 'saveLookUpUntil'> {
  return {
    async lookUpUntil() {
      return state.restoration.get(all)?.lookUpUntil ?? null
    },

    async saveLookUpUntil(time) {
      state.restoration.put({ lookUpUntil: canonicalInstant(time) })
    },
  }
}
