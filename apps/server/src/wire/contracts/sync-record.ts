import { z } from 'zod'
import { contract } from '../contract.js'
import { contractRecord, type WireContract } from '../tree.js'
import { identifierInput } from './scalars.js'

/** Actions say of a SyncRecord which it is, and read no more of one; the rest is among the resources. */
export const syncRecordContract = contract('SyncRecord', { Id: 'text' })

/** SyncRecord { Id }: the one to look at in the history. */
export function syncRecordReference(id: string): WireContract {
  return contractRecord(syncRecordContract, { Id: id })
}

/** Of a SyncRecord that a client sends back, only the Id is read. */
export const syncRecordInput = z
  .object({ Id: identifierInput })
  .meta({ id: 'SyncRecordInput', contract: syncRecordContract })
