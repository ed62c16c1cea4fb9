import type { Judgement } from '../judge.js'
import type { Workshop } from '../stage.js'

/** What a scenario is played with. */
export interface ScenarioContext {
  readonly workshop: Workshop
  /** How many subscribers the big ones have. */
  readonly subscribers: number
  /** Takes a line for people. */
  say(line: string): void
}

export interface ScenarioOutcome {
  readonly kills: number
  readonly lost: number
  readonly duplicated: number
  readonly centsOff: bigint
  /** Sentences. */
  readonly violations: readonly string[]
}

/** Faults of one kind, played with real processes. */
export interface Scenario {
  /** For `--only`. */
  readonly name: string
  play(context: ScenarioContext): Promise<ScenarioOutcome>
}

/** Collects what a scenario comes to. */
export class Outcome implements ScenarioOutcome {
  kills = 0
  lost = 0
  duplicated = 0
  centsOff = 0n
  readonly violations: string[] = []

  /** @param where begins the sentences */
  add(where: string, { lost, duplicated, centsOff, faults }: Judgement): void {
    this.lost += lost
    this.duplicated += duplicated
    this.centsOff += centsOff
    this.violations.push(...faults.map((fault) => `${where}: ${fault}`))
  }

  /** Adds the sentence unless it is so. */
  expect(isSo: boolean, violation: string): void {
    if (!isSo) this.violations.push(violation)
  }
}
