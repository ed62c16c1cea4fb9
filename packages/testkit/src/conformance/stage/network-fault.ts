/** What happens to one call; `before` the integrator heard of it, or `after` it has done what was asked. */
export type NetworkFault =
  | { readonly kind: 'drop' | 'silence' | 'html' | 'empty'; readonly when: 'before' | 'after' }
  | {
      readonly kind: 'answer'
      readonly when: 'before' | 'after'
      readonly status: number
      readonly body: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The true answer, cut in the middle. */
  | { readonly kind: 'truncate'; readonly when: 'after' }

/** For people. */
export function nameOfFault(fault: NetworkFault): string {
  const what = fault.kind === 'answer' ? `status ${fault.status}` : names[fault.kind]
  return `${what} ${fault.when} the effect`
}

const names = {
  drop: 'a dropped connection',
  silence: 'silence',
  html: 'a page with status 200',
  empty: 'an empty body with status 200',
  truncate: 'an answer cut in the middle',
} as const

const problem = JSON.stringify({ Message: 'Something went wrong' })

/** Answers after which nobody can know what became of a call. */
export const lostAnswers: readonly NetworkFault[] = (['before', 'after'] as const).flatMap(
  (when): NetworkFault[] => [
    { kind: 'drop', when },
    { kind: 'silence', when },
    { kind: 'html', when },
    { kind: 'empty', when },
    { kind: 'answer', when, status: 200, body: '{"a":' },
    { kind: 'answer', when, status: 200, body: '{}' },
    { kind: 'answer', when, status: 500, body: problem },
    { kind: 'answer', when, status: 502, body: '<html><body>Bad gateway</body></html>' },
    { kind: 'answer', when, status: 503, body: '' },
    { kind: 'answer', when, status: 504, body: problem },
    ...(when === 'after' ? [{ kind: 'truncate', when } as const] : []),
  ],
)
