import { createODataService, defineModel, type ODataService } from '@ledgerpost/odata'
import { mainNamespace } from '../wire/contract.js'
import type { Enumeration } from '../wire/enumeration.js'
import { configuration } from './model/configuration.js'
import { enumType } from './model/enumerations.js'
import { orders } from './model/orders.js'
import { syncHistory } from './model/sync-history.js'

/** The documented resources, read-only. @param types the integration types that the server offers */
export function odataService(types: Enumeration<string>): ODataService {
  return createODataService(
    defineModel({
      namespace: mainNamespace,
      container: 'Subscriber',
      sets: [configuration, orders, syncHistory(enumType('EAccountingIntegrationType', types))],
    }),
  )
}
