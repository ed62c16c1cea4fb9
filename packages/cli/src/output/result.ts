/** What a command came to. */
export interface Result {
  /** For machines: what `--json` prints. */
  readonly json: unknown
  /** For people. */
  readonly lines: readonly string[]
  /** Whether all is as it should be. Default: yes. */
  readonly isWell?: boolean
  /** What to do next: a command, or a sentence. */
  readonly next?: string | undefined
}
