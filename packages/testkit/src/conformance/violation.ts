/** What a requirement asks is not so. */
export class RequirementViolated extends Error {
  override readonly name = 'RequirementViolated'
}

/** @throws RequirementViolated with the message unless the condition holds */
export function must(condition: boolean, message: string | (() => string)): asserts condition {
  if (!condition) throw new RequirementViolated(typeof message === 'string' ? message : message())
}

/** The value, if there is one. @throws RequirementViolated with the message otherwise */
export function present<Value>(value: Value | null | undefined, message: string): Value {
  must(value !== null && value !== undefined, message)
  return value
}
