import { LedgerpostError } from '@ledgerpost/core'
import type { AroundStep } from '@ledgerpost/engine'
import type { Arm, Point } from './messages.js'

/** Stands around every step of the jobs of a process and does what it was armed for. */
export interface Gate {
  readonly aroundStep: AroundStep
  /** Takes the place of what was armed before. */
  arm(arms: readonly Arm[]): void
  /** Lets go on what stands still now. */
  release(): void
  /** From now on `onPassed` is told of every point. */
  trace(): void
}

export function createGate(tell: {
  readonly onReached: (point: Point) => void
  readonly onPassed: (point: Point) => void
}): Gate {
  let armed: { readonly arm: Arm; left: number }[] = []
  let isTracing = false
  let waiting: (() => void)[] = []

  async function pass(point: Point): Promise<void> {
    if (isTracing) tell.onPassed(point)
    for (const entry of armed) {
      const { arm } = entry
      if (arm.step !== point.step || arm.moment !== point.moment) continue
      entry.left -= 1
      if (entry.left !== 0) continue
      if (arm.deed !== 'wait') throw failure(arm)
      const released = new Promise<void>((resolve) => waiting.push(resolve))
      tell.onReached(point)
      await released
    }
  }

  return {
    async aroundStep(step, work) {
      await pass({ step, moment: 'before' })
      const result = await work()
      await pass({ step, moment: 'after' })
      return result
    },
    arm(arms) {
      armed = arms.map((arm) => ({ arm, left: arm.occurrence }))
    },
    release() {
      const released = waiting
      waiting = []
      for (const resolve of released) resolve()
    },
    trace() {
      isTracing = true
    },
  }
}

function failure({ step, deed }: Arm): Error {
  const message = `The harness has ${step} fail.`
  return deed === 'fail' ? new Error(message) : new LedgerpostError({ code: 'unexpected', message })
}
