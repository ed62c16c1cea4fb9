import type { Fault, FaultMoment } from '../../fake/faults/fault.js'

const json = { 'content-type': 'application/json' }
const problem = JSON.stringify({ Message: 'Something went wrong' })

/** Whether the integrator has done what was asked when it happens. */
export function momentOf(fault: Fault): FaultMoment {
  return fault.kind === 'truncate' ? 'after' : fault.when
}

/** For people. */
export function nameOfFault(fault: Fault): string {
  const what =
    fault.kind === 'answer' ? `status ${fault.status} with '${fault.body ?? ''}'` : names[fault.kind]
  return `${what} ${momentOf(fault)} the effect`
}

const names = {
  delay: 'a delay',
  drop: 'a dropped connection',
  reset: 'a reset connection',
  silence: 'silence',
  html: 'a page with status 200',
  truncate: 'an answer that is cut short',
} as const

/** Bytes of an answer that is cut short: enough to look like one. */
const beginning = 20

const answer = (when: FaultMoment, status: number, body: string): Fault => ({
  kind: 'answer',
  when,
  status,
  body,
  headers: json,
})

/** What happens to calls after which nobody can know what became of them. */
export const lostAnswers: readonly Fault[] = [
  ...(['before', 'after'] as const).flatMap((when): Fault[] => [
    { kind: 'drop', when },
    { kind: 'silence', when },
    { kind: 'html', when },
    answer(when, 200, ''),
    answer(when, 200, '{"a":'),
    answer(when, 200, '{}'),
    answer(when, 500, problem),
    answer(when, 502, '<html><body>Bad gateway</body></html>'),
    answer(when, 503, ''),
    answer(when, 504, problem),
  ]),
  { kind: 'truncate', bytes: beginning, end: 'clean' },
]
