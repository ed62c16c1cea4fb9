import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import type { VirtualClock } from '../../clock/virtual-clock.js'
import type { WatchedNetwork } from './watched-network.js'

/** Turns of the event loop in which nothing may happen before time passes: promises need a few. */
const idleTurns = 20
/** Real milliseconds in which an adapter may wait for neither a call nor the clock: it hashes, or reads a file. */
const patience = 10_000

/**
 * Lets the clock go on from sleeper to sleeper while the work waits for it, and stand still while a call is under way.
 * @throws Error when the work waits for something that is neither a call nor the clock
 */
export async function drive<Result>(
  clock: VirtualClock,
  network: WatchedNetwork,
  work: Promise<Result>,
): Promise<Result> {
  const state = { isSettled: false }
  const settle = (): void => {
    state.isSettled = true
  }
  void work.then(settle, settle)
  let idle = 0
  while (!state.isSettled) {
    // Programs outside take their time, and get the processor meanwhile.
    await (idle < idleTurns ? turn() : pause(1))
    idle += 1
    if (idle < idleTurns || network.inFlight > 0) continue
    if (clock.sleeping > 0) {
      await clock.advanceToNext()
      idle = 0
    } else if (idle > patience) {
      throw new Error('The adapter waits for something that is neither a call nor the clock.')
    }
  }
  return work
}
