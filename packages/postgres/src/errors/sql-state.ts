const shape = /^[0-9A-Z]{5}$/

/**
 * The SQLSTATE of an error that PostgreSQL reported, or undefined if it comes from elsewhere.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function sqlStateOf(error: unknown): string | undefined {
  const code = memberOf(error, 'code')
  // Node's own codes (EPIPE) can have the same shape; only the server gives a severity.
  return code !== undefined && shape.test(code) && severityOf(error) !== undefined ? code : undefined
}

/** `ERROR`, `FATAL` or `PANIC` of an error that PostgreSQL reported. */
export function severityOf(error: unknown): string | undefined {
  return memberOf(error, 'severity')
}

/** Whether a row with the same key exists already; `constraint` narrows it to one constraint or unique index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlStateOf(error) !== '23505') return false
  return constraint === undefined || memberOf(error, 'constraint') === constraint
}

function memberOf(error: unknown, member: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = Reflect.get(error, member)
  return typeof value === 'string' ? value : undefined
}
