import { NotFound } from '@ledgerpost/engine'
import { roles } from '../../auth/principal.js'
import type { Route, RouteRequest } from '../../http/routes.js'
import { isId } from '../../http/scope.js'
import { syncHistoryOperations } from '../../openapi/odata/sync-history.js'
import { mostOrderIds, syncPacket } from '../../wire/contracts/sync-packet.js'
import { exclusion, syncRecord } from '../../wire/contracts/sync-record.js'
import type { RouteDependencies } from '../dependencies.js'
import { entityAnswer, pageAnswer, pageSize } from './page.js'
import { badSkipToken, skipTokenOf } from './query.js'

const collection = '/odata/v4/:scope/SyncHistory'
const entity = "/odata/v4/:scope/:entity{SyncHistory\\('(?:[^'/]|'')+'\\)}"

/** The history of sent data, read-only: syncs newest first, and the packets and exclusions of each. */
export function historyRoutes({ engine, publicUrl }: RouteDependencies): readonly Route[] {
  const get = (path: string, documentation: Route['documentation'], handle: Route['handle']): Route => ({
    method: 'GET',
    path,
    roles,
    documentation,
    handle,
  })
  const limit = pageSize + 1
  return [
    get(collection, [syncHistoryOperations.listSyncHistory], async ({ context, subscriberId }) => {
      const before = skipTokenOf(context)
      if (before !== null && !isId(before)) throw badSkipToken()
      const views = await engine.syncHistory(subscriberId, { before, limit })
      return pageAnswer(
        { context, publicUrl, kind: 'SyncHistory' },
        views,
        syncRecord,
        ({ record }) => record.id,
      )
    }),
    get(entity, [syncHistoryOperations.getSyncRecord], async (request) => {
      skipTokenOf(request.context)
      const view = await engine.syncRecord(request.subscriberId, recordIdOf(request))
      return entityAnswer(
        { context: request.context, publicUrl, kind: 'SyncHistory/$entity' },
        syncRecord(view),
      )
    }),
    get(`${entity}/Packets`, [syncHistoryOperations.listPackets], async (request) => {
      const { context, subscriberId } = request
      const token = skipTokenOf(context) ?? '0'
      if (!/^\d{1,18}$/.test(token)) throw badSkipToken()
      const page = { after: BigInt(token), limit, orderIds: mostOrderIds + 1 }
      const views = await engine.packetsOfRecord(subscriberId, recordIdOf(request), page)
      return pageAnswer(
        { context, publicUrl, kind: 'SyncHistory/Packets' },
        views,
        syncPacket,
        ({ packet }) => String(packet.ordinal),
      )
    }),
    get(`${entity}/Exclusions`, [syncHistoryOperations.listExclusions], async (request) => {
      const { context, subscriberId } = request
      const after = skipTokenOf(context)
      if (after !== null && !isId(after)) throw badSkipToken()
      const exclusions = await engine.exclusionsOfRecord(subscriberId, recordIdOf(request), { after, limit })
      return pageAnswer(
        { context, publicUrl, kind: 'SyncHistory/Exclusions' },
        exclusions,
        exclusion,
        ({ orderId }) => orderId,
      )
    }),
  ]
}

/** The key of `SyncHistory('…')`. */
function recordIdOf({ context }: RouteRequest): string {
  const id = (context.req.param('entity') ?? '')
    .slice("SyncHistory('".length, -"')".length)
    .replaceAll("''", "'")
  if (!isId(id)) throw new NotFound('That sync record', 'Take the Id from SyncHistory of this subscriber.')
  return id
}
