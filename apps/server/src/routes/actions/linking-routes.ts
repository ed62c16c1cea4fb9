import { InvalidInput } from '@ledgerpost/engine'
import { actionAnswer } from '../../http/answer.js'
import { jsonBody } from '../../http/body.js'
import { ownUrl, subscriberPath } from '../../http/own-url.js'
import type { Route } from '../../http/routes.js'
import { accountingIntegration } from '../../wire/contracts/accounting-integration.js'
import { linkAnswerContract } from '../../wire/contracts/link-answer.js'
import { contractRecord } from '../../wire/tree.js'
import type { RouteDependencies } from '../dependencies.js'
import { type ActionRequest, actionRoute, owner, userOf } from './action-route.js'
import { linkInput } from './schema.js'

/**
 * Link answers { AuthorisationUrl, AccountingIntegration }: either where the browser is to go, or the integration, if it
 * is linked already. Callback completes what Link began and answers the AccountingIntegration. It takes the owner's
 * token too: whoever was only talked into opening a consent page cannot be linked to a stranger's subscriber.
 */
export function linkingRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { engine, types, publicUrl } = dependencies
  const pathOf = ({ subscriberId, type }: ActionRequest) =>
    `/${subscriberPath(subscriberId)}/AccountingIntegration/Type_${encodeURIComponent(type)}/Callback`

  async function link(request: ActionRequest): Promise<Response> {
    const { context, principal, subscriberId, type, answerType } = request
    const { Settings, RedirectUri } = await jsonBody(context, linkInput, { absent: {} })
    const linked = await namingSettings(() =>
      engine.link({
        subscriberId,
        type,
        settings: Settings ?? {},
        redirectUri: RedirectUri ?? ownUrl(context, publicUrl, pathOf(request)),
        user: userOf(principal),
      }),
    )
    return actionAnswer(
      linked.kind === 'redirect'
        ? contractRecord(linkAnswerContract, {
            AuthorisationUrl: linked.authorisationUrl,
            AccountingIntegration: null,
          })
        : contractRecord(linkAnswerContract, {
            AuthorisationUrl: null,
            AccountingIntegration: accountingIntegration(
              await engine.initialise({ subscriberId, type }),
              types,
            ),
          }),
      answerType,
    )
  }

  async function callback(request: ActionRequest): Promise<Response> {
    const { context, subscriberId, type, answerType } = request
    const { search } = new URL(context.req.url)
    await engine.finishLink({ subscriberId, type, url: ownUrl(context, publicUrl, pathOf(request)) + search })
    const view = await engine.initialise({ subscriberId, type })
    return actionAnswer(accountingIntegration(view, types), answerType)
  }

  return [
    actionRoute(dependencies, 'Link', 'POST', owner, link),
    actionRoute(dependencies, 'Callback', 'GET', owner, callback),
  ]
}

/** The engine names members of the settings; the client sent them inside of Settings. */
async function namingSettings<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new InvalidInput(
      error.message,
      error.problems.map(({ member, problem }) => ({
        member: member === '' ? 'Settings' : `Settings.${member}`,
        problem,
      })),
    )
  }
}
