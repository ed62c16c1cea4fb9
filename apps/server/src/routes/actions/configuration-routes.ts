import type { IntegrationView } from '@ledgerpost/engine'
import { roles } from '../../auth/principal.js'
import { answer } from '../../http/answer.js'
import { jsonBody } from '../../http/json-body.js'
import type { Route } from '../../http/routes.js'
import { accountingIntegration, savedIntegrationInput } from '../../wire/contracts/accounting-integration.js'
import { accountingMapsInput } from '../../wire/contracts/accounting-map.js'
import type { RouteDependencies } from '../dependencies.js'
import { actionRoute, owner, userOf } from './action-route.js'

/** Initialize, Map, Save, Deactivate and Remove: each answers the whole AccountingIntegration. */
export function configurationRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine, types } = dependencies
  const integrationAnswer = (view: IntegrationView) => answer(accountingIntegration(view, types))
  return [
    actionRoute(dependencies, 'Initialize', 'GET', roles, async (address) =>
      integrationAnswer(await engine.initialise(address)),
    ),
    actionRoute(dependencies, 'Map', 'POST', owner, async (request) => {
      const { context, principal, subscriberId, type } = request
      const assignments = await jsonBody(context, accountingMapsInput)
      return integrationAnswer(await engine.map({ subscriberId, type, assignments, user: userOf(principal) }))
    }),
    actionRoute(dependencies, 'Save', 'POST', owner, async (request) => {
      const { context, principal, subscriberId, type } = request
      const { Maps, SynchronizationPreferences } = await jsonBody(context, savedIntegrationInput)
      return integrationAnswer(
        await engine.save({
          subscriberId,
          type,
          assignments: Maps ?? [],
          preferences: SynchronizationPreferences ?? null,
          user: userOf(principal),
        }),
      )
    }),
    actionRoute(dependencies, 'Deactivate', 'POST', owner, async (address) =>
      integrationAnswer(await engine.deactivate(address)),
    ),
    actionRoute(dependencies, 'Remove', 'DELETE', owner, async (address) =>
      integrationAnswer(await engine.remove(address)),
    ),
  ]
}
