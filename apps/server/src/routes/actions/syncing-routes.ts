import { NotFound } from '@ledgerpost/engine'
import { accepted, acceptedWith } from '../../http/answer.js'
import { jsonOrXmlBody } from '../../http/body.js'
import { keyPath, ownUrl, subscriberPath } from '../../http/own-url.js'
import type { Route } from '../../http/routes.js'
import { isId } from '../../http/scope.js'
import { syncRecordContract, syncRecordInput, syncRecordReference } from '../../wire/contracts/sync-record.js'
import type { RouteDependencies } from '../dependencies.js'
import { type ActionRequest, actionRoute, owner, userOf } from './action-route.js'

/** Refresh, Sync and Resync: each queues work and answers 202. Sync and Resync name the SyncRecord to look at. */
export function syncingRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine, wake, publicUrl } = dependencies

  function queued({ context, subscriberId, answerType }: ActionRequest, recordId: string): Response {
    wake()
    const path = `/odata/v4/${subscriberPath(subscriberId)}/SyncHistory${keyPath(recordId)}`
    return acceptedWith(syncRecordReference(recordId), answerType, {
      Location: ownUrl(context, publicUrl, path),
    })
  }

  return [
    actionRoute(dependencies, 'Refresh', 'POST', owner, async ({ subscriberId, type }) => {
      await engine.requestRefresh({ subscriberId, type })
      wake()
      return accepted()
    }),
    actionRoute(dependencies, 'Sync', 'POST', owner, async (request) => {
      const { principal, subscriberId, type } = request
      const { recordId } = await engine.requestSync({ subscriberId, type, user: userOf(principal) })
      return queued(request, recordId)
    }),
    actionRoute(dependencies, 'Resync', 'POST', owner, async (request) => {
      const { context, subscriberId, type } = request
      const { Id } = await jsonOrXmlBody(context, syncRecordInput, syncRecordContract)
      if (!isId(Id))
        throw new NotFound('That sync record', 'Take the Id from SyncHistory of this subscriber.')
      await engine.requestResync({ subscriberId, type, recordId: Id })
      return queued(request, Id)
    }),
  ]
}
