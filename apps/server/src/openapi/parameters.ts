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

/** Of addresses that do a request once, however often it is sent. */
export const idempotencyKey: Parameter = {
  in: 'header',
  name: 'Idempotency-Key',
  description:
    'Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11',
}

/** Parameters that every address behind a token takes, whatever it does. */
export const commonParameters: readonly Parameter[] = []
