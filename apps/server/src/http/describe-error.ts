import { IntegratorError, LedgerpostError, type ReasonKind } from '@ledgerpost/core'
import { Conflict, InvalidInput } from '@ledgerpost/engine'
import { type MemberProblem, Refusal, type RefusalCode, refusals } from './problem.js'

/** An error as a client is told it. */
export interface ErrorDescription {
  readonly status: number
  readonly code: string
  readonly title: string
  /** What happened and what to do next. */
  readonly detail: string
  readonly problems: readonly MemberProblem[]
  readonly reasons: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

export interface StatusAndTitle {
  readonly status: number
  readonly title: string
}

const comeBack = 'Nothing is lost. Try again: every request here can be repeated.'

/**
 * How the engine's and the store's errors are answered, by code; an error whose code is not here is unexpected. What
 * an error says of the store is for the operator: the client gets the detail given here.
 */
const answers = {
  'not-found': { status: 404, title: 'Not found' },
  'invalid-input': { status: 400, title: 'Invalid input' },
  conflict: { status: 409, title: 'Not possible now' },
  'unsupported-capability': { status: 409, title: 'Not supported by the integrator' },
  'query-too-expensive': { status: 400, title: 'Query too expensive' },
  'store-unavailable': { status: 503, title: 'Store unavailable', detail: comeBack },
  'transaction-conflict': { status: 503, title: 'Store busy', detail: comeBack },
} as const satisfies Record<string, StatusAndTitle & { readonly detail?: string }>

const answersByCode: ReadonlyMap<string, StatusAndTitle & { readonly detail?: string }> = new Map(
  Object.entries(answers),
)

const refused = { status: 502, title: 'The integrator refused' }
const passes = { status: 503, title: 'The integrator refused' }

/** Calls to integrators that are made while the client waits (linking, a new tax rate). */
const integratorAnswers: Readonly<Record<ReasonKind, StatusAndTitle>> = {
  unbalanced: refused,
  'period-locked': refused,
  'unknown-account': refused,
  tax: { status: 400, title: 'The integrator refused the tax rate' },
  contact: refused,
  duplicate: { status: 409, title: 'The integrator has another of that name' },
  quota: passes,
  'rate-limited': passes,
  reauthorise: { status: 409, title: 'The ledger must be linked again' },
  stale: refused,
  invalid: refused,
  transient: refused,
}

/** With these of an integrator, waiting helps. */
const passing: ReadonlySet<ReasonKind> = new Set(['rate-limited', 'quota', 'transient'])

const unforeseen = { status: 500, title: 'Unexpected error' }

/** Every code that an answer can have. */
export type ProblemCode = RefusalCode | keyof typeof answers | IntegratorProblemCode | 'unexpected'
export type IntegratorProblemCode = `integrator-${ReasonKind}`

/** What each code is answered with, whatever brought it about. */
export const statusesAndTitles: Readonly<Record<ProblemCode, StatusAndTitle>> = {
  ...refusals,
  ...answers,
  'integrator-unbalanced': integratorAnswers.unbalanced,
  'integrator-period-locked': integratorAnswers['period-locked'],
  'integrator-unknown-account': integratorAnswers['unknown-account'],
  'integrator-tax': integratorAnswers.tax,
  'integrator-contact': integratorAnswers.contact,
  'integrator-duplicate': integratorAnswers.duplicate,
  'integrator-quota': integratorAnswers.quota,
  'integrator-rate-limited': integratorAnswers['rate-limited'],
  'integrator-reauthorise': integratorAnswers.reauthorise,
  'integrator-stale': integratorAnswers.stale,
  'integrator-invalid': integratorAnswers.invalid,
  'integrator-transient': integratorAnswers.transient,
  unexpected: unforeseen,
}

/** The answer to an error that was thrown on purpose; undefined for any other. */
export function describeError(error: unknown): ErrorDescription | undefined {
  if (error instanceof Refusal) {
    const { status, code, title, problems, headers } = error
    return { status, code, title, detail: error.message, problems, reasons: [], headers }
  }
  if (error instanceof IntegratorError) return describeIntegratorError(error)
  if (!(error instanceof LedgerpostError)) return undefined
  const answer = answersByCode.get(error.code)
  if (!answer) return undefined
  return {
    status: answer.status,
    title: answer.title,
    code: error.code,
    detail: answer.detail ?? error.message,
    problems: error instanceof InvalidInput ? error.problems : [],
    reasons: error instanceof Conflict ? reasonsOf(error) : [],
    headers: answer.status === 503 ? { 'Retry-After': '5' } : {},
  }
}

function describeIntegratorError(error: IntegratorError): ErrorDescription {
  const { kind, message, retryAfter } = error.reason
  const { status, title } = integratorAnswers[kind]
  const seconds = Math.max(1, Math.ceil((retryAfter ?? 5000) / 1000))
  return {
    status,
    code: error.code,
    title,
    detail: message,
    problems: [],
    reasons: [],
    headers: passing.has(kind) ? { 'Retry-After': String(seconds) } : {},
  }
}

function reasonsOf({ details }: Conflict): readonly string[] {
  const { reasons } = details
  return Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : []
}
