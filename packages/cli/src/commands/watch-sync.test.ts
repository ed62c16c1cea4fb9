import type { SyncRecord } from '@ledgerpost/client'
import { describe, expect, it } from 'vitest'
import { isResyncDone, isSyncDone } from './watch-sync.js'

function record(
  change: Partial<SyncRecord['Outcome']>,
  Status: SyncRecord['Status'] = 'Success',
): SyncRecord {
  return {
    Id: '1',
    CreatedTime: '2026-03-02T12:00:00.000Z',
    IntegrationId: 'i',
    IntegrationType: 'Xero',
    Status,
    UserId: '1',
    Outcome: {
      Excluded: 0,
      Held: 0,
      InDoubt: 0,
      Packed: 0,
      Pending: 0,
      Read: 0,
      Rejected: 0,
      Sending: 0,
      Sent: 0,
      Totals: [],
      Unchanged: 0,
      ...change,
    },
  }
}

const times = (count: number, one: SyncRecord): SyncRecord[] => Array.from({ length: count }, () => one)

describe('a sync', () => {
  it('is done when its record says so', () => {
    expect(isSyncDone([])).toBe(false)
    expect(isSyncDone([record({}, 'Queued'), record({}, 'InProgress')])).toBe(false)
    expect(isSyncDone([record({ Held: 3 })])).toBe(true)
    expect(isSyncDone([record({}, 'Failed')])).toBe(true)
  })
})

describe('a resync', () => {
  it('is done when all is sent, or nothing has moved for a while', () => {
    expect(isResyncDone([])).toBe(false)
    expect(isResyncDone([record({ Held: 1 }), record({ Sent: 1 })])).toBe(true)
    expect(isResyncDone([record({ Held: 1 })])).toBe(false)
    expect(isResyncDone(times(5, record({ Held: 1 })))).toBe(false)
    expect(isResyncDone(times(6, record({ Held: 1 })))).toBe(true)
  })

  it('is not done while something goes, or just went', () => {
    expect(isResyncDone(times(9, record({ Sending: 1 })))).toBe(false)
    expect(isResyncDone([...times(9, record({ Held: 2 })), record({ Held: 1, Sent: 1 })])).toBe(false)
  })
})
