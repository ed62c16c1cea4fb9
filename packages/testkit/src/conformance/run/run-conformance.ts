import { conformanceRequirements } from '../requirements/index.js'
import type { ConformanceSubject } from '../subject.js'
import { readExpectedFailures } from './expected-failures.js'
import type { ConformanceReport } from './report.js'
import { verifyRequirement } from './verify-requirement.js'

export interface ConformanceOptions {
  /** The contents of `expected-failures.json`. Default: none. */
  readonly expectedFailures?: unknown
  /** Told after each requirement. */
  readonly onVerified?: (done: number, all: number) => void
}

/** Holds an adapter to all requirements, one after the other. */
export async function runConformance(
  subject: ConformanceSubject,
  { expectedFailures = [], onVerified }: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const expected = readExpectedFailures(expectedFailures)
  const requirements: ConformanceReport['requirements'][number][] = []
  for (const requirement of conformanceRequirements) {
    // Each has books of its own, but programs outside are asked by one at a time.
    const outcome = await verifyRequirement(subject, requirement, expected)
    requirements.push({ id: requirement.id, title: requirement.title, ...outcome })
    onVerified?.(requirements.length, conformanceRequirements.length)
  }
  await subject.close?.()
  return { adapter: subject.name, specVersion: 'v1', requirements }
}
