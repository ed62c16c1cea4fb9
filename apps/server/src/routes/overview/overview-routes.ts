import { type Adapter, type CalendarDate, isCalendarDate, type Logger } from '@ledgerpost/core'
import { InvalidInput } from '@ledgerpost/engine'
import { ownerAndAdmin } from '../../auth/principal.js'
import { answer } from '../../http/answer.js'
import type { Route, RouteRequest } from '../../http/routes.js'
import { typeScope } from '../../http/scope.js'
import { limits } from '../../limits.js'
import { daysRecord } from '../../wire/overview/days.js'
import { integrationTypesRecord } from '../../wire/overview/integration-types.js'
import { mappingReviewRecord } from '../../wire/overview/mapping-review.js'
import type { RouteDependencies } from '../dependencies.js'
import { overviewDocumentation } from './overview-documentation.js'

const millisecondsOfDay = 86_400_000

/** What owners look at before they decide: which ledgers there are, what is mapped, and what was posted. */
export function overviewRoutes({ engine, types, logger }: RouteDependencies): readonly Route[] {
  const typeOf = ({ context }: RouteRequest) => typeScope(context.req.param('type') ?? '', types)
  const common = { method: 'GET', roles: ownerAndAdmin } as const
  return [
    {
      ...common,
      path: '/:scope/AccountingIntegration',
      documentation: [overviewDocumentation.integrationTypes],
      async handle({ subscriberId }) {
        const offered = await engine.integrations(subscriberId)
        return answer(integrationTypesRecord(offered, (adapter) => settingsSchemaOf(adapter, logger)))
      },
    },
    {
      ...common,
      path: '/:scope/AccountingIntegration/:type/MappingReview',
      documentation: [overviewDocumentation.mappingReview],
      async handle(request) {
        const { subscriberId } = request
        return answer(
          mappingReviewRecord(await engine.mappingReview({ subscriberId, type: typeOf(request) })),
        )
      },
    },
    {
      ...common,
      path: '/:scope/AccountingIntegration/:type/Days',
      documentation: [overviewDocumentation.days],
      async handle(request) {
        const { subscriberId, context } = request
        const type = typeOf(request)
        const span = spanOf(context.req.query('from'), context.req.query('to'))
        return answer(daysRecord(await engine.days({ subscriberId, type, ...span })))
      },
    },
  ]
}

/** Null where the library that the schema is written with has no JSON Schema to give, or none of this one. */
function settingsSchemaOf({ settings, manifest }: Adapter, logger: Logger): unknown {
  try {
    return settings['~standard'].jsonSchema?.input({ target: 'draft-2020-12' }) ?? null
  } catch (error) {
    logger.warn({ error, type: manifest.type }, 'The settings of the adapter cannot be told as JSON Schema.')
    return null
  }
}

function spanOf(
  from: string | undefined,
  to: string | undefined,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const problems = [
    ...problemsOf('from', from),
    ...problemsOf('to', to),
    ...(from !== undefined && to !== undefined ? problemsOfSpan(from, to) : []),
  ]
  if (from !== undefined && to !== undefined && problems.length === 0) return { from, to }
  throw new InvalidInput(
    'The days cannot be told from this address; `errors` names the query members to correct.',
    problems,
  )
}

/** The store knows no year 0. */
function isDay(text: string | undefined): boolean {
  return text !== undefined && isCalendarDate(text) && text >= '0001'
}

function problemsOf(member: string, text: string | undefined): InvalidInput['problems'] {
  if (isDay(text)) return []
  const problem = text === undefined ? 'is missing' : 'is not a date'
  return [{ member, problem: `${problem}; write a date such as 2026-03-01` }]
}

function problemsOfSpan(from: string, to: string): InvalidInput['problems'] {
  if (!isDay(from) || !isDay(to)) return []
  if (to < from) return [{ member: 'to', problem: 'is before `from`; exchange them' }]
  const days = (Date.parse(to) - Date.parse(from)) / millisecondsOfDay + 1
  if (days <= limits.days) return []
  return [{ member: 'to', problem: `makes ${days} days; ask for at most ${limits.days} at once` }]
}
