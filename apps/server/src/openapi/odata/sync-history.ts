import { roles } from '../../auth/principal.js'
import type { Operation, Parameter } from '../operation.js'
import { subscriberId } from '../parameters.js'
import {
  exclusionSchema,
  syncPacketSchema,
  syncRecordEntitySchema,
  syncRecordSchema,
} from '../schemas/sync-record.js'
import { collectionOperation, entityOperation } from './odata-operations.js'

const recordId: Parameter = {
  in: 'path',
  name: 'recordId',
  description: 'The Id of the SyncRecord; quotation marks in it are doubled.',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  example: '0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10',
}

const skipToken: Parameter = {
  in: 'query',
  name: '$skiptoken',
  description: 'From `@odata.nextLink` of the page before.',
  schema: { type: 'string' },
  example: '0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10',
}

const collection = { roles, problems: ['query-option-not-supported'] } as const

/** What stands in the document for the history of syncs. */
export const syncHistoryOperations = {
  listSyncHistory: collectionOperation(
    {
      ...collection,
      path: 'SyncHistory',
      operationId: 'listSyncHistory',
      summary: 'The syncs, newest first',
      description: 'Always newest first: `$orderby` is ignored. Other query options are refused.',
      parameters: [subscriberId, skipToken],
    },
    syncRecordSchema,
    'SyncRecordPage',
  ),
  getSyncRecord: entityOperation(
    {
      ...collection,
      path: "SyncHistory('{recordId}')",
      operationId: 'getSyncRecord',
      summary: 'One sync',
      description: 'Ask for it every 5 seconds or slower until its last state is Success or Failed.',
      parameters: [subscriberId, recordId],
    },
    syncRecordEntitySchema,
  ),
  listPackets: collectionOperation(
    {
      ...collection,
      path: "SyncHistory('{recordId}')/Packets",
      operationId: 'listPackets',
      summary: 'What a sync made of the orders, and what became of it',
      description: 'In the order of their making.',
      parameters: [subscriberId, recordId, skipToken],
    },
    syncPacketSchema,
    'SyncPacketPage',
  ),
  listExclusions: collectionOperation(
    {
      ...collection,
      path: "SyncHistory('{recordId}')/Exclusions",
      operationId: 'listExclusions',
      summary: 'The orders that a sync left out, and why',
      description: 'Ascending by the order’s id.',
      parameters: [subscriberId, recordId, skipToken],
    },
    exclusionSchema,
    'ExclusionPage',
  ),
} as const satisfies Readonly<Record<string, Operation>>
