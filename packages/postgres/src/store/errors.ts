import { LedgerpostError } from '@ledgerpost/core'

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
