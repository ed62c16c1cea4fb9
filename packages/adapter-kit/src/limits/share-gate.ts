import type { Clock, SharedTurns } from '@ledgerpost/core'
import type { Gate } from './gate.js'

/** A gate that tells other processes of a pause; nobody may be let in by any of them once that is told. */
export interface SharedGate extends Omit<Gate, 'pause'> {
  pause(milliseconds: number): Promise<void>
}

/**
 * A gate whose calls also take a turn that all processes share. The turn comes last, so that a call follows at once
 * when it has come.
 * @param gate says how many calls are under way at a time; its own pace can be without limit (`count: Infinity`)
 * @param longestWait in milliseconds, for both together
 */
export function shareGate(gate: Gate, turns: SharedTurns, clock: Clock, longestWait: number): SharedGate {
  return {
    async enter(signal, until = Infinity) {
      const arrived = clock.now()
      const passage = await gate.enter(signal, until)
      if (!passage.isOpen) return passage
      const latest = Math.min(arrived + longestWait, until)
      const left = Math.max(0, latest - clock.now())
      const reason = await turns.take(left, signal)
      if (reason === undefined) return passage
      passage.leave()
      return { isOpen: false, reason, leave: () => undefined }
    },
    async pause(milliseconds) {
      gate.pause(milliseconds)
      await turns.pause(milliseconds)
    },
    isIdle: () => gate.isIdle(),
  }
}
