import { platform } from '../../auth/principal.js'
import { noContent } from '../../http/answer.js'
import { jsonBody } from '../../http/body.js'
import type { Route } from '../../http/routes.js'
import { limits } from '../../limits.js'
import { accountingConfigurationInput } from '../../wire/contracts/accounting-configuration-input.js'
import { subscriberInput } from '../../wire/contracts/subscriber-input.js'
import type { RouteDependencies } from '../dependencies.js'
import { feedOrders } from './feed-orders.js'
import { feedingDocumentation } from './feeding-documentation.js'

/** What the platform tells: about a subscriber, its accounting configuration, and its orders. */
export function feedingRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine } = dependencies
  return [
    {
      method: 'PUT',
      path: '/:scope',
      roles: platform,
      documentation: [feedingDocumentation.putSubscriber],
      async handle({ context, subscriberId }) {
        await engine.saveSubscriber(await jsonBody(context, subscriberInput(subscriberId)))
        return noContent()
      },
    },
    {
      method: 'PUT',
      path: '/:scope/Configuration',
      roles: platform,
      documentation: [feedingDocumentation.putConfiguration],
      async handle({ context, subscriberId }) {
        const schema = accountingConfigurationInput(subscriberId)
        const configuration = await jsonBody(context, schema, { limit: limits.configurationBytes })
        await engine.savePlatformConfiguration(subscriberId, configuration)
        return noContent()
      },
    },
    {
      method: 'POST',
      path: '/:scope/Orders',
      roles: platform,
      documentation: [feedingDocumentation.feedOrders],
      handle: (request) => feedOrders(request, dependencies),
    },
  ]
}
