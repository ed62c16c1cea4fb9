import { LedgerpostError } from '@ledgerpost/core'

/** A query of a client's making took longer than it may. It changed nothing. */
export class QueryTooExpensive extends LedgerpostError {
  override readonly name = 'QueryTooExpensive'

  constructor(milliseconds: number, cause: unknown) {
    super({
      code: 'query-too-expensive',
      message: `The query was stopped after ${milliseconds / 1000} seconds. Narrow it to fewer rows, such as orders of some days (OrderDate ge … and OrderDate lt …) or with a LastModifiedTime, or sort by Id, OrderDate or LastModifiedTime.`,
      cause,
      details: { milliseconds },
    })
  }
}
