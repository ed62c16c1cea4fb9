import { syncRecordContract } from '../../wire/contracts/sync-record.js'
import { described } from './described.js'
import { text } from './scalars.js'

export const syncRecordReferenceSchema = described(
  'SyncRecordReference',
  'Which sync to look at in SyncHistory.',
  syncRecordContract,
  { Id: text },
)
