import { accepted } from '../../http/answer.js'
import { jsonOrXmlBody } from '../../http/body.js'
import { Refusal } from '../../http/problem.js'
import type { Route } from '../../http/routes.js'
import { saveXeroTaxRateContract, saveXeroTaxRateInput } from '../../wire/contracts/xero-tax-rate.js'
import type { RouteDependencies } from '../dependencies.js'
import { actionRoute, owner, userOf } from './action-route.js'

/** The one type whose tax rates can be saved: the action bears its name. */
const xero = 'Xero'

/** SaveXeroTaxRate: creates a tax rate in Xero, then queues a Refresh and answers 202. */
export function taxRateRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine, wake } = dependencies
  return [
    actionRoute(dependencies, 'SaveXeroTaxRate', 'POST', owner, async (request) => {
      const { context, principal, subscriberId, type } = request
      if (type !== xero) {
        throw new Refusal(
          'route-not-found',
          `SaveXeroTaxRate is not there for ${type}. Address Type_${xero}.`,
        )
      }
      const draft = await jsonOrXmlBody(context, saveXeroTaxRateInput, saveXeroTaxRateContract)
      await engine.saveTaxRate({ subscriberId, type, draft, user: userOf(principal) })
      wake()
      return accepted()
    }),
  ]
}
