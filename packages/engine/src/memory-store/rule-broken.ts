/** What a rule of the store refuses, with the SQLSTATE that PostgreSQL reports for it. The transaction is undone. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken'
  readonly code: string

  /** @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export const duplicate = (what: string) =>
  new RuleBroken('23505', `duplicate key: there is ${what} already, and there may be only one.`)

export const dangling = (what: string) =>
  new RuleBroken('23503', `foreign key: ${what} is not stored, or belongs to another subscriber.`)

export const checkFailed = (what: string) => new RuleBroken('23514', `check: ${what}.`)

export const foreignRow = (what: string) =>
  new RuleBroken('42501', `row-level security: ${what} belongs to another subscriber than the transaction.`)

export const twiceInOneCall = (what: string) =>
  new RuleBroken('21000', `${what} is named twice in one call; name it once.`)

export const missingValue = (what: string) => new RuleBroken('23502', `not null: ${what}.`)

const largest = 2n ** 63n - 1n

/** A number that 64 bits can hold. */
export function int8(value: bigint): bigint {
  if (value > largest || value < -largest - 1n) throw new RuleBroken('22003', `${value} is beyond 64 bits.`)
  return value
}

export function requireCurrency(currency: string): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw checkFailed(`'${currency}' is no currency`)
}
