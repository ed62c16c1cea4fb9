import { z } from 'zod'
import { ownerAndPlatform, roles } from '../../auth/principal.js'
import { configuration } from '../../odata/model/configuration.js'
import { enumType } from '../../odata/model/enumerations.js'
import { orders } from '../../odata/model/orders.js'
import { syncHistory } from '../../odata/model/sync-history.js'
import { numbered } from '../../wire/enumeration.js'
import type { Operation, Parameter } from '../operation.js'
import { subscriberId } from '../parameters.js'
import { text } from '../schemas/scalars.js'
import { odataProblems } from './odata-codes.js'
import { operationsOf, serviceRoot } from './odata-operations.js'

const key = (name: string, of: string, example: string): Parameter => ({
  in: 'path',
  name,
  description: `The Id of the ${of}; quotation marks in it are doubled.`,
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  example,
})

const query = 'Query options beside these, and what they may hold, are in `docs/api/odata.md`.'

export const configurationOperations = operationsOf(configuration, {
  roles: ownerAndPlatform,
  key: key('configurationId', 'configuration, which is the one of the subscriber', '1234'),
  list: 'What the platform told there is to map',
  entity: 'What the platform told there is to map, by its key, the id of the subscriber',
  description: query,
})

export const orderOperations = operationsOf(orders, {
  roles: ownerAndPlatform,
  key: key('orderId', 'order', '1041'),
  list: 'The orders as they are now',
  entity: 'One order',
  description: `\`$expand=Purchaser,Items,Cost,Payments\` answers what an order contains. ${query}`,
})

/** Which types there are is up to each server. */
const anyType = enumType(
  'EAccountingIntegrationType',
  numbered(['Xero', 'QuickBooksOnline', 'PlainText', 'Tryton']),
)

export const syncHistoryOperations = operationsOf(syncHistory(anyType), {
  roles,
  key: key('recordId', 'SyncRecord', '0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10'),
  list: 'The syncs, newest first',
  entity: 'One sync; ask for it every 5 seconds or slower until its Status is Success or Failed',
  description: `Always newest first: \`$orderby\` is ignored for the syncs themselves. ${query}`,
})

const service = {
  method: 'GET',
  tag: 'Resources',
  roles,
  parameters: [subscriberId],
  errorShape: 'odata',
  problems: odataProblems,
} as const

const serviceDocument = z
  .object({
    '@odata.context': text,
    value: z.array(z.object({ name: text, kind: text.optional(), url: text })),
  })
  .meta({ id: 'ServiceDocument', description: 'The resources that there are.' })

export const serviceDocumentOperation: Operation = {
  ...service,
  path: serviceRoot,
  operationId: 'getServiceDocument',
  summary: 'The resources that there are',
  description: 'The service document of OData.',
  answers: [
    {
      status: 200,
      description: 'The names and addresses of the resources.',
      headers: ['OData-Version'],
      contents: [{ types: ['application/json'], schema: serviceDocument }],
    },
  ],
}

export const metadataOperation: Operation = {
  ...service,
  path: `${serviceRoot}/$metadata`,
  operationId: 'getMetadata',
  summary: 'The resources described, for clients that generate code',
  description: 'CSDL 4.0, as XML.',
  answers: [
    {
      status: 200,
      description: 'The metadata document.',
      headers: ['OData-Version'],
      contents: [{ types: ['application/xml'], schema: text }],
    },
  ],
}

/** Everything under `/odata`. */
export const odataOperations: readonly Operation[] = [
  serviceDocumentOperation,
  metadataOperation,
  ...configurationOperations,
  ...orderOperations,
  ...syncHistoryOperations,
]
