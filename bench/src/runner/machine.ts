import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'

/** Where and with what it was measured. */
export interface Machine {
  readonly processor: string
  readonly processors: number
  readonly memoryGigabytes: number
  readonly node: string
  readonly postgresql: string
  readonly commit: string
}

export function machineOf(postgresql: string): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgresql,
    commit: commitOf(),
  }
}

function commitOf(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  } catch {
    // Not every copy of the sources has its history.
    return 'unknown'
  }
}
