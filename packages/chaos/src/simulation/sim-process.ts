import type { Clock } from '@ledgerpost/core'
import type { Scheduler } from './scheduler.js'

/** The client of a process waited for an answer, and the process died. */
export class ProcessDied extends Error {
  override readonly name = 'ProcessDied'
}

/** A simulated process: its promises go on only while it runs. What it had in memory is lost with it. */
export class SimProcess {
  state: 'running' | 'paused' | 'dead' = 'running'
  /** By how much its clock is ahead of the true time, in milliseconds. */
  skew = 0
  /** The step of its job that began last, for the log. */
  step = 'start'
  /** Rejects when it dies. */
  readonly died: Promise<never>
  #die: (error: ProcessDied) => void = () => undefined

  constructor(readonly name: string) {
    this.died = new Promise<never>((_resolve, reject) => {
      this.#die = reject
    })
    this.died.catch(() => undefined)
  }

  kill(): void {
    this.state = 'dead'
    this.#die(new ProcessDied(`${this.name} died`))
  }
}

/** The clock on the wall of a process: it may be wrong, and what it sleeps it sleeps in true time. */
export function clockOf(process: SimProcess, scheduler: Scheduler): Clock {
  return {
    now: () => scheduler.now + process.skew,
    sleep: (milliseconds, signal) => scheduler.sleep(process, milliseconds, signal),
  }
}
