import { conformanceRequirements } from '../requirements/index.js'
import type { ConformanceSubject } from '../subject.js'
import { RequirementViolated } from '../violation.js'
import { readExpectedFailures } from './expected-failures.js'
import { verifyRequirement } from './verify-requirement.js'

/** What the kit needs of a test runner; that of vitest, jest, mocha or Node has it. */
export interface Runner {
  describe(name: string, define: () => void): unknown
  it(name: string, verify: () => Promise<void>): unknown
  /** Needed for subjects that start something for all of their books. */
  afterAll?(end: () => Promise<void>): unknown
}

/**
 * Defines one test for each requirement. One that does not concern an adapter passes; none can be left out.
 * @param expectedFailures the contents of `expected-failures.json`; one that is met all the same fails
 */
export function describeConformance(
  { describe, it, afterAll }: Runner,
  subject: ConformanceSubject,
  expectedFailures: unknown = [],
): void {
  const expected = readExpectedFailures(expectedFailures)
  describe(`${subject.name} conforms`, () => {
    afterAll?.(async () => subject.close?.())
    for (const requirement of conformanceRequirements) {
      it(`${requirement.id} ${requirement.title}`, async () => {
        const outcome = await verifyRequirement(subject, requirement, expected)
        if (outcome.outcome === 'failed') throw new RequirementViolated(outcome.message)
      })
    }
  })
}
