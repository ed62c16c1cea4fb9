/** Thrown where QuickBooks answers with a validation fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    /** Intuit's error code. */
    readonly code: string,
    override readonly message: string,
    readonly detail: string = message,
  ) {
    super(message)
  }
}

/** The catch-all of the accounting service. */
export function businessRefusal(detail: string): Refusal {
  return new Refusal(
    '6000',
    'A business validation error has occurred while processing your request',
    `Business Validation Error: ${detail}`,
  )
}

export function missing(parameter: string): Refusal {
  return new Refusal(
    '2020',
    'Required param missing, need to supply the required value for the API',
    `Required parameter ${parameter} is missing in the request`,
  )
}

export function invalidReference(what: string): Refusal {
  return new Refusal('2500', 'Invalid Reference Id', `Invalid Reference Id : ${what} not found`)
}

export function inactiveReference(what: string): Refusal {
  return new Refusal(
    '610',
    'Object Not Found',
    `Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees. (${what})`,
  )
}
