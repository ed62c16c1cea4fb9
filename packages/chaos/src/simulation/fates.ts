import type { SeededRandom } from '@ledgerpost/testkit'
import type { WorldPlan } from './plan.js'

export type Fate = 'kill' | 'pause' | 'drain' | 'jump'

/** Decides what happens to processes, and when: more likely in the middle of a job than while one waits for work. */
export class Fates {
  readonly #random: SeededRandom
  readonly #left: Record<Fate, number>
  isOver = false

  constructor(plan: WorldPlan, random: SeededRandom) {
    this.#random = random
    this.#left = { kill: plan.kills, pause: plan.pauses, drain: plan.drains, jump: plan.jumps }
  }

  /** What happens to a process instead of its going on; undefined for nothing. */
  draw(step: string): Fate | undefined {
    if (this.isOver) return undefined
    const isIdle = step === 'start' || step === 'job.claim'
    if (this.#random.integer(1, 1000) > (isIdle ? 1 : 15)) return undefined
    const possible = (['kill', 'pause', 'drain', 'jump'] as const).filter((fate) => this.#left[fate] > 0)
    if (possible.length === 0) return undefined
    const fate = this.#random.pick(possible)
    this.#left[fate] -= 1
    return fate
  }
}
