import type { NotPlayed } from './kill-matrix/points.js'
import type { ScenarioOutcome } from './scenarios/scenario.js'

/** What the runs at one point came to. */
export interface PointResult {
  readonly runs: number
  readonly kills: number
  /** From the last kill until all work was done, in milliseconds; the longest of the runs. */
  readonly slowestRecovery: number | null
}

export interface ScenarioResult extends ScenarioOutcome {
  readonly name: string
  readonly seconds: number
}

/** What faults with real processes came to. */
export interface ProcessResult {
  /** Why nothing was played; null if it was. */
  readonly skipped: string | null
  /** Runs of the matrix and scenarios. */
  readonly runs: number
  /** Processes that were ended with SIGKILL in the middle of their work. */
  readonly kills: number
  readonly lost: number
  readonly duplicated: number
  readonly centsOff: bigint
  /** By the name of the point, such as `send.record-intent before`. */
  readonly points: Readonly<Record<string, PointResult>>
  readonly notPlayed: readonly NotPlayed[]
  readonly scenarios: readonly ScenarioResult[]
  /** In milliseconds, of each run of the matrix that came to its end. */
  readonly recoveries: readonly number[]
  /** Every law that was broken, as a sentence that begins with what `--only` plays again. */
  readonly broken: readonly string[]
  readonly seconds: number
}

/** The result as JSON; amounts become text. */
export function resultJson(result: ProcessResult): string {
  return `${JSON.stringify(result, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`
}
