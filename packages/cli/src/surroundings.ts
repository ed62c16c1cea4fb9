import type { Clock } from '@ledgerpost/core'
import type { Fetch } from '@ledgerpost/client'

/** Where a command writes. */
export interface Sink {
  write(text: string): void
  /** Whether a person looks at it: then lines may be drawn anew. */
  readonly isTerminal: boolean
}

/** Asks the person at the terminal. Every question throws `Interrupted` when it is called off. */
export interface Asker {
  text(question: string, options?: { readonly signal?: AbortSignal }): Promise<string>
  /** What is typed is never shown. */
  secret(question: string): Promise<string>
  choose<Value extends string>(
    question: string,
    choices: readonly { readonly value: Value; readonly label: string }[],
  ): Promise<Value>
}

/** All that commands take from outside. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** What was asked for; the standard output. */
  readonly output: Sink
  /** How it goes, and what went wrong; the standard error output. */
  readonly messages: Sink
  readonly fetch: Fetch
  readonly clock: Clock
  /** Null where nobody can be asked. */
  readonly ask: Asker | null
  /** Shows an address in the browser, if there is one; never throws. */
  openPage(url: string): Promise<void>
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal
  /** As `process.versions.node` and `process.execArgv` have them. */
  readonly nodeVersion: string
  readonly execArgv: readonly string[]
  setExitCode(code: number): void
}
