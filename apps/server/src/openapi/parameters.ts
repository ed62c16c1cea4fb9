import type { Parameter } from './operation.js'

export const subscriberId: Parameter = {
  in: 'path',
  name: 'subscriberId',
  description:
    'The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  example: '1234',
}

export const integrationType: Parameter = {
  in: 'path',
  name: 'integrationType',
  description:
    'The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.',
  schema: { type: 'string', minLength: 1 },
  example: 'PlainText',
}

/** Parameters that every address behind a token takes, whatever it does. */
export const commonParameters: readonly Parameter[] = []
