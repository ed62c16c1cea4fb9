import { OrderSourceError } from '@ledgerpost/core'

/** The service answers what cannot be worked with. @param what ends a sentence that begins with the service */
export function unusable(what: string, cause?: unknown): OrderSourceError {
  return new OrderSourceError({
    fault: 'unusable',
    message: `The platform’s OData service ${what}. Check the address of the order source, and tell the platform; then call Sync again.`,
    cause,
  })
}
