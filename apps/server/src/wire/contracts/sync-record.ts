import { formatAmount, minorUnitDigits, packetStatuses, type SyncState } from '@ledgerpost/core'
import type { Exclusion, RecordView } from '@ledgerpost/engine'
import { z } from 'zod'
import { contract } from '../contract.js'
import {
  byName,
  contractRecord,
  decimal,
  list,
  moment,
  record,
  type WireContract,
  whole,
  type WireRecord,
} from '../tree.js'
import { identifierInput } from './scalars.js'

/**
 * SyncRecord { Id, States[], UserId, IntegrationType, IntegrationId } and our Outcome: how many packets stand where,
 * what became of the orders, and how much their changes come to by currency. Packets have an address of their own.
 */
export function syncRecord({ record: sync, integration, states, packetCounts }: RecordView): WireRecord {
  return record({
    Id: sync.id,
    States: list(states.map(syncState)),
    UserId: sync.userId,
    IntegrationType: byName(integration.type),
    IntegrationId: integration.id,
    Outcome: record({
      ...Object.fromEntries(packetStatuses.map((status) => [status, whole(packetCounts[status] ?? 0)])),
      Read: whole(sync.read),
      Packed: whole(sync.packed),
      Unchanged: whole(sync.unchanged),
      Excluded: whole(sync.excluded),
      Totals: list(
        Object.entries(sync.minorUnitsIn).map(([currency, amount]) =>
          record({
            Currency: currency,
            Amount: decimal(formatAmount(amount, minorUnitDigits(currency))),
          }),
        ),
      ),
    }),
  })
}

function syncState({ status, time, message }: SyncState): WireRecord {
  return record({ Status: byName(status), Time: moment(time), Message: message ?? undefined })
}

/** Exclusion { OrderId, Reason, Message }: an order that a sync left out, and why. */
export function exclusion({ orderId, reason, message }: Exclusion): WireRecord {
  return record({ OrderId: orderId, Reason: byName(reason), Message: message })
}

/** The history is JSON alone: all that XML says of a SyncRecord, or is read of one, is which it is. */
export const syncRecordContract = contract('SyncRecord', { Id: 'text' })

/** SyncRecord { Id }: the one to look at in the history. */
export function syncRecordReference(id: string): WireContract {
  return contractRecord(syncRecordContract, { Id: id })
}

/** Of a SyncRecord that a client sends back, only the Id is read. */
export const syncRecordInput = z
  .object({ Id: identifierInput })
  .meta({ id: 'SyncRecordInput', contract: syncRecordContract })
