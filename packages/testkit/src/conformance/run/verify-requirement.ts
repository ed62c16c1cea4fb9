import type { ConformanceRequirement } from '../conformance-requirement.js'
import { openStage } from '../stage/open-stage.js'
import type { Stage } from '../stage/stage.js'
import type { ConformanceSubject } from '../subject.js'
import type { ExpectedFailure } from './expected-failures.js'

/** What became of one requirement. */
export type RequirementOutcome =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'exempt'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly message: string }
  | { readonly outcome: 'expected-failure'; readonly reason: string; readonly message: string }

/** Holds an adapter to one requirement, on books of its own. Never throws. */
export async function verifyRequirement(
  subject: ConformanceSubject,
  requirement: ConformanceRequirement,
  expected: readonly ExpectedFailure[] = [],
): Promise<RequirementOutcome> {
  const expectation = expected.find(({ id }) => id === requirement.id)
  const outcome = await verified(subject, requirement)
  if (!expectation) return outcome
  if (outcome.outcome === 'failed') {
    return { outcome: 'expected-failure', reason: expectation.reason, message: outcome.message }
  }
  return {
    outcome: 'failed',
    message: `${requirement.id} is met, or does not concern this adapter: remove it from the expected failures.`,
  }
}

async function verified(
  subject: ConformanceSubject,
  requirement: ConformanceRequirement,
): Promise<RequirementOutcome> {
  const opened: Stage[] = []
  const open = async (): Promise<Stage> => {
    const stage = await openStage(subject)
    opened.push(stage)
    return stage
  }
  try {
    const first = await open()
    const exemption = requirement.exemption?.(first.adapter.manifest, subject)
    if (exemption !== undefined) return { outcome: 'exempt', reason: exemption }
    let isTaken = false
    await requirement.verify(() => {
      if (isTaken) return open()
      isTaken = true
      return Promise.resolve(first)
    })
    return { outcome: 'passed' }
  } catch (error) {
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) }
  } finally {
    for (const stage of opened) {
      await stage.connection.close()
      await stage.scene.close()
    }
  }
}
