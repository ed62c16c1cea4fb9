/** What a look at one thing came to. */
export interface Finding {
  readonly about: string
  /** `warning`: it works, and somebody should know. */
  readonly verdict: 'fine' | 'warning' | 'wrong'
  readonly message: string
  /** What to do; there unless all is fine. */
  readonly advice?: string
}
