import { conformanceRequirements } from '../requirements/index.js'

/** A requirement that an adapter is known not to meet yet, and why. */
export interface ExpectedFailure {
  readonly id: string
  readonly reason: string
}

/**
 * Reads the contents of an `expected-failures.json`: `[{ "id": "FIND-4", "reason": "…" }]`.
 * @throws TypeError when it is anything else, names no requirement, or one twice
 */
export function readExpectedFailures(contents: unknown): readonly ExpectedFailure[] {
  if (!Array.isArray(contents)) throw new TypeError('Expected failures are a list of { id, reason }.')
  const failures = contents.map((entry: unknown): ExpectedFailure => {
    if (!isExpectedFailure(entry) || entry.reason.trim() === '')
      throw new TypeError(`An expected failure has an id and a reason, not ${JSON.stringify(entry)}.`)
    const { id, reason } = entry
    if (!conformanceRequirements.some((requirement) => requirement.id === id))
      throw new TypeError(`There is no requirement ${id}; remove it from the expected failures.`)
    return { id, reason }
  })
  const twice = failures.find(({ id }, index) => failures.findIndex((each) => each.id === id) !== index)
  if (twice) throw new TypeError(`${twice.id} is expected to fail twice.`)
  return failures
}

function isExpectedFailure(value: unknown): value is ExpectedFailure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'reason' in value &&
    typeof value.id === 'string' &&
    typeof value.reason === 'string'
  )
}
