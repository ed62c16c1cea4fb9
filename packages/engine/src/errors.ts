import { LedgerpostError } from '@ledgerpost/core'

/** The worker no longer holds the integration: another took over, and nothing more may be written. */
export class LeaseLost extends LedgerpostError {
  override readonly name = 'LeaseLost'

  constructor(integrationId: string) {
    super({
      code: 'lease-lost',
      message: `The lease on integration ${integrationId} has lapsed and another worker may hold it. Nothing was written; the job goes on there.`,
      isRetryable: true,
      details: { integrationId },
    })
  }
}

/** What was asked for does not exist, or not for this subscriber. */
export class NotFound extends LedgerpostError {
  override readonly name = 'NotFound'

  constructor(what: string, advice: string) {
    super({ code: 'not-found', message: `${what} does not exist. ${advice}` })
  }
}

/** The state of things does not allow what was asked for. */
export class Conflict extends LedgerpostError {
  override readonly name = 'Conflict'

  constructor(message: string, reasons: readonly string[] = []) {
    super({ code: 'conflict', message, details: { reasons } })
  }
}

/** What was sent cannot be used. `problems` name the members. */
export class InvalidInput extends LedgerpostError {
  override readonly name = 'InvalidInput'
  readonly problems: readonly { readonly member: string; readonly problem: string }[]

  constructor(message: string, problems: InvalidInput['problems'] = []) {
    super({ code: 'invalid-input', message, details: { problems } })
    this.problems = problems
  }
}

/** A write went to something that is not stored, or not in a form that can take it. The transaction is undone. */
export class NotStored extends LedgerpostError {
  override readonly name = 'NotStored'

  constructor(what: string) {
    super({
      code: 'not-stored',
      message: `${what} is not stored, so nothing was written. Read it again before you go on.`,
    })
  }
}

/** A status was to follow another that it may not follow. The transaction is undone. */
export class TransitionRefused extends LedgerpostError {
  override readonly name = 'TransitionRefused'

  constructor(what: string, from: string, to: string) {
    super({
      code: 'transition-refused',
      message: `${what} is ${from} and cannot become ${to}, so nothing was written. Read it again before you go on.`,
      details: { from, to },
    })
  }
}
