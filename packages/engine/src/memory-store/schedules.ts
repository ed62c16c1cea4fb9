import type { JobQueue, JobStore } from '../ports/job-store.js'
import { canonicalInstant } from './instant.js'
import { requireIntegration } from './integrations.js'
import { all, type State } from './state.js'

export function schedules(state: State): Pick<JobStore, 'lockSchedule' | 'saveSchedule'> {
  return {
    async lockSchedule(integrationId) {
      return state.own(state.schedules.get(integrationId))?.dueAt ?? null
    },

    async saveSchedule(integrationId, dueAt) {
      const known = state.schedules.get(integrationId)
      if (known && !state.own(known)) return
      if (dueAt === null) {
        if (known) state.schedules.delete(known)
        return
      }
      requireIntegration(state, integrationId)
      state.schedules.put({ subscriberId: state.scope, integrationId, dueAt: canonicalInstant(dueAt) })
    },
  }
}

export function dueSchedules(state: State): Pick<JobQueue, 'dueSchedules'> {
  return {
    async dueSchedules(time, limit) {
      const now = canonicalInstant(time)
      return state.schedulesByTime
        .of(all)
        .slice(0, limit)
        .filter(({ dueAt }) => dueAt <= now)
        .map(({ subscriberId, integrationId }) => ({ subscriberId, integrationId }))
    },
  }
}
