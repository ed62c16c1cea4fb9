import { odataService } from '../../odata/service.js'
import { ownUrl, subscriberPath } from '../../http/own-url.js'
import type { Route, RouteRequest } from '../../http/routes.js'
import { subscriberNotFound } from '../../http/scope.js'
import {
  configurationOperations,
  metadataOperation,
  orderOperations,
  serviceDocumentOperation,
  syncHistoryOperations,
} from '../../openapi/odata/odata-documentation.js'
import type { RouteDependencies } from '../dependencies.js'

const root = '/odata/v4/:scope'

/** Which addresses make up the service. Below a resource everything is the OData service's to read. */
const addresses: readonly Pick<Route, 'path' | 'documentation'>[] = [
  { path: root, documentation: [serviceDocumentOperation] },
  { path: `${root}/:metadata{(?:\\$|%24)metadata}`, documentation: [metadataOperation] },
  { path: `${root}/:resource{Configuration(?:[(/%].*)?}`, documentation: configurationOperations },
  { path: `${root}/:resource{Orders(?:[(/%].*)?}`, documentation: orderOperations },
  { path: `${root}/:resource{SyncHistory(?:[(/%].*)?}`, documentation: syncHistoryOperations },
]

/** Configuration, Orders and SyncHistory as OData 4.0, read-only. */
export function resourceRoutes({ types, reader, publicUrl }: RouteDependencies): readonly Route[] {
  const service = odataService(types)

  async function handle({ context, subscriberId }: RouteRequest): Promise<Response> {
    const { pathname, search } = new URL(context.req.url)
    const answer = await reader.read(subscriberId, (execute) =>
      service.handle({
        method: context.req.method === 'HEAD' ? 'HEAD' : 'GET',
        path: pathname.split('/').slice(4).join('/'),
        search,
        header: (name) => context.req.header(name),
        root: ownUrl(context, publicUrl, `/odata/v4/${subscriberPath(subscriberId)}`),
        scope: { subscriber: subscriberId },
        execute,
      }),
    )
    if (!answer) throw subscriberNotFound(subscriberId)
    return new Response(answer.body, answer)
  }

  return addresses.map((address) => {
    const [{ roles }] = address.documentation
    return { method: 'GET', roles: roles === 'anyone' ? [] : roles, ...address, handle }
  })
}
