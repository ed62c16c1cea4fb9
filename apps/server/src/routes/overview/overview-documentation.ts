import { ownerAndAdmin } from '../../auth/principal.js'
import { json } from '../../openapi/contents.js'
import type { Operation, Parameter } from '../../openapi/operation.js'
import { integrationType, subscriberId } from '../../openapi/parameters.js'
import { daysSchema, integrationTypesSchema, mappingReviewSchema } from '../../openapi/schemas/overview.js'

const common = {
  method: 'GET',
  roles: ownerAndAdmin,
  errorShape: 'problem',
} as const

const ofIntegration = '/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}'

function dayParameter(name: string, description: string, example: string): Parameter {
  return {
    in: 'query',
    name,
    description,
    isRequired: true,
    schema: { type: 'string', format: 'date' },
    example,
  }
}

/** What stands in the document for what owners look at. */
export const overviewDocumentation = {
  integrationTypes: {
    ...common,
    path: '/Subscriber_{subscriberId}/AccountingIntegration',
    operationId: 'integrationTypes',
    tag: 'Linking',
    summary: 'Which ledgers can be linked',
    description: 'Every integrator that the server offers, linked or not. Asking changes nothing.',
    parameters: [subscriberId],
    answers: [{ status: 200, description: 'All of them.', contents: json(integrationTypesSchema) }],
    problems: [],
  },
  mappingReview: {
    ...common,
    path: `${ofIntegration}/MappingReview`,
    operationId: 'mappingReview',
    tag: 'Mapping',
    summary: 'What to map, and how much money hangs on it',
    description:
      'Everything that is active at the platform or occurs in its orders, with what it is mapped to, what is wrong with that, and what is suggested instead. Map items for anything else are there if they are broken. It is weighed with the money of the last 90 business days, or, where these have more than 10,000 orders, of as many of the latest days as have no more. Possible when Map is.',
    parameters: [subscriberId, integrationType],
    answers: [{ status: 200, description: 'The review.', contents: json(mappingReviewSchema) }],
    problems: ['conflict'],
  },
  days: {
    ...common,
    path: `${ofIntegration}/Days`,
    operationId: 'days',
    tag: 'Syncing',
    summary: 'What was sold and what was posted, day by day',
    description:
      'Sold is what the orders say now, the other amounts are those of the packets of the day by what became of them: once all are sent and no order has changed since, Posted is Sold. Days before the integration’s start have only those orders that were posted all the same. An order that does not balance is sold and not posted.',
    parameters: [
      subscriberId,
      integrationType,
      dayParameter('from', 'The first business day.', '2026-03-01'),
      dayParameter('to', 'The last business day: at most 400 days in all.', '2026-03-31'),
    ],
    answers: [{ status: 200, description: 'The days.', contents: json(daysSchema) }],
    problems: ['invalid-input'],
  },
} as const satisfies Readonly<Record<string, Operation>>

export const overviewOperations: readonly Operation[] = Object.values<Operation>(overviewDocumentation)
