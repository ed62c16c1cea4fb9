import type { SyncState } from '@ledgerpost/core'
import { NotStored } from '../errors.js'
import type { SyncRecord, SyncStore } from '../ports/sync-store.js'
import { byCodePoint } from './code-point-order.js'
import { requireConservation } from './conservation.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import type { SyncRecordRow } from './rows.js'
import { checkFailed, dangling, duplicate, int8 } from './rule-broken.js'
import type { State } from './state.js'

type SyncRecords = Pick<
  SyncStore,
  | 'openSyncRecord'
  | 'syncRecord'
  | 'syncRecords'
  | 'addSyncState'
  | 'syncStates'
  | 'lastSuccess'
  | 'setSyncRange'
>

export function syncRecords(state: State): SyncRecords {
  return {
    async openSyncRecord({ id, integrationId, userId, userName, time }) {
      if (!state.own(state.integrations.get(integrationId)))
        throw new NotStored(`Integration ${integrationId}`)
      const [open] = state.openRecords.of(integrationId)
      if (open) return { id: open.value.id, isNew: false }
      if (state.records.get(id)) throw duplicate(`sync record ${id}`)
      const createdTime = canonicalInstant(time)
      const value: SyncRecord = {
        id,
        integrationId,
        userId,
        userName,
        status: 'Queued',
        createdTime,
        after: null,
        through: null,
        read: 0,
        packed: 0,
        unchanged: 0,
        excluded: 0,
        minorUnitsIn: {},
      }
      const states: readonly SyncState[] = [{ status: 'Queued', time: createdTime, message: null }]
      state.records.put({
        subscriberId: state.scope,
        value: immutableCopy(value),
        states: immutableCopy(states),
      })
      return { id, isNew: true }
    },

    async syncRecord(id) {
      return state.own(state.records.get(id))?.value
    },

    async syncRecords(subscriberId, { before, limit }) {
      if (subscriberId !== state.scope) return []
      const rows = state.recordsByTime.of(subscriberId)
      const last = before === null ? undefined : state.own(state.records.get(before))?.value
      if (before !== null && !last) return []
      const earlier = last
        ? rows.filter(
            ({ value }) =>
              (byCodePoint(value.createdTime, last.createdTime) || byCodePoint(value.id, last.id)) < 0,
          )
        : rows
      return earlier
        .slice(Math.max(0, earlier.length - limit))
        .toReversed()
        .map(({ value }) => value)
    },

    async addSyncState(recordId, { status, time, message }) {
      const row = ownRecord(state, recordId)
      const { value } = row
      if (status === 'Success' && value.status !== 'Success') requireConservation(state, value)
      const [open] =
        status === 'Queued' || status === 'InProgress' ? state.openRecords.of(value.integrationId) : []
      if (open && open.value.id !== recordId)
        throw duplicate(`an open sync of integration ${value.integrationId}`)
      const added: SyncState = { status, time: canonicalInstant(time), message }
      state.records.put({
        ...row,
        value: immutableCopy({ ...value, status }),
        states: immutableCopy([...row.states, added]),
      })
    },

    async syncStates(recordId) {
      return state.own(state.records.get(recordId))?.states ?? []
    },

    async lastSuccess(integrationId) {
      const newest = state.recordsByTime
        .of(state.scope)
        .findLast(({ value }) => value.integrationId === integrationId && value.status === 'Success')
      return newest?.states.findLast(({ status }) => status === 'Success')?.time ?? null
    },

    async setSyncRange(recordId, after, through) {
      const row = ownRecord(state, recordId)
      if (int8(after) > int8(through))
        throw checkFailed(`the changes of a sync go from ${after} to ${through}`)
      state.records.put({ ...row, value: immutableCopy({ ...row.value, after, through }) })
    },
  }
}

export function ownRecord(state: State, id: string): SyncRecordRow {
  const row = state.own(state.records.get(id))
  if (!row) throw new NotStored(`Sync record ${id}`)
  return row
}

/** Refuses a row that would hang on a record that is not stored, is another subscriber's or of another integration. */
export function requireRecord(state: State, id: string, integrationId?: string): void {
  const record = state.own(state.records.get(id))?.value
  if (!record || (integrationId !== undefined && record.integrationId !== integrationId)) {
    throw dangling(`Sync record ${id}`)
  }
}
