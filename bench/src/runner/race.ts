/** What races are told. */
export interface RaceContext {
  /** `short` ends in minutes; `full` has the numbers of the table in README.md. */
  readonly round: Round
  /** How often each contender runs; the medians count. */
  readonly repetitions: number
  readonly seed: number
  /** A PostgreSQL server whose user may create databases and roles; races make databases of their own there. */
  readonly databaseUrl: string
  /** Tells how far the race is. */
  say(text: string): void
}

export type Round = 'short' | 'full'

export type ContenderRole = 'ours' | 'limit' | 'peer'

/** What was measured of one contender, repetition by repetition. */
export interface Measure {
  readonly contender: string
  readonly role: ContenderRole
  /** What a value counts: `orders/s`, `MB`. */
  readonly unit: string
  readonly values: readonly number[]
}

/** A target and how far it is met; the value is a ratio or another figure that does not depend on the machine. */
export interface Verdict {
  readonly target: string
  readonly value: number
  readonly bound: { readonly kind: 'at least' | 'at most'; readonly value: number }
}

export interface RaceResult {
  readonly measures: readonly Measure[]
  readonly verdicts: readonly Verdict[]
  /** What has to be known to read the figures. */
  readonly notes: readonly string[]
}

export interface Race {
  readonly name: string
  /** What is raced, in a line. */
  readonly title: string
  run(context: RaceContext): Promise<RaceResult>
}

export function isMet({ value, bound }: Verdict): boolean {
  return bound.kind === 'at least' ? value >= bound.value : value <= bound.value
}
