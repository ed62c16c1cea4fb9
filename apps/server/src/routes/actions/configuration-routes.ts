import type { IntegrationView } from '@ledgerpost/engine'
import { roles } from '../../auth/principal.js'
import type { AnswerType } from '../../http/accept.js'
import { actionAnswer } from '../../http/answer.js'
import { jsonOrXmlBody } from '../../http/body.js'
import type { Route } from '../../http/routes.js'
import {
  accountingIntegration,
  accountingIntegrationContract,
  savedIntegrationInput,
} from '../../wire/contracts/accounting-integration.js'
import { accountingMapsInput, accountingMapsType } from '../../wire/contracts/accounting-map.js'
import type { RouteDependencies } from '../dependencies.js'
import { actionRoute, owner, userOf } from './action-route.js'

/** Initialize, Map, Save, Deactivate and Remove: each answers the whole AccountingIntegration. */
export function configurationRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine, types } = dependencies
  const integrationAnswer = (view: IntegrationView, { answerType }: { readonly answerType: AnswerType }) =>
    actionAnswer(accountingIntegration(view, types), answerType)
  return [
    actionRoute(dependencies, 'Initialize', 'GET', roles, async (address) =>
      integrationAnswer(await engine.initialise(address), address),
    ),
    actionRoute(dependencies, 'Map', 'POST', owner, async (request) => {
      const { context, principal, subscriberId, type } = request
      const assignments = await jsonOrXmlBody(context, accountingMapsInput, accountingMapsType)
      const user = userOf(principal)
      return integrationAnswer(await engine.map({ subscriberId, type, assignments, user }), request)
    }),
    actionRoute(dependencies, 'Save', 'POST', owner, async (request) => {
      const { context, principal, subscriberId, type } = request
      const { Maps, SynchronizationPreferences } = await jsonOrXmlBody(
        context,
        savedIntegrationInput,
        accountingIntegrationContract,
      )
      return integrationAnswer(
        await engine.save({
          subscriberId,
          type,
          assignments: Maps ?? [],
          preferences: SynchronizationPreferences ?? null,
          user: userOf(principal),
        }),
        request,
      )
    }),
    actionRoute(dependencies, 'Deactivate', 'POST', owner, async (address) =>
      integrationAnswer(await engine.deactivate(address), address),
    ),
    actionRoute(dependencies, 'Remove', 'DELETE', owner, async (address) =>
      integrationAnswer(await engine.remove(address), address),
    ),
  ]
}
