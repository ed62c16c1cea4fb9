import { IntegratorError, LedgerpostError, type ReasonKind } from '@ledgerpost/core'
import { Conflict, InvalidInput } from '@ledgerpost/engine'
import { type MemberProblem, Refusal } from './problem.js'

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

const comeBack = 'Nothing is lost. Try again: every request here can be repeated.'

/**
 * How the engine's and the store's errors are answered, by code; an error whose code is not here is unexpected. What
 * an error says of the store is for the operator: the client gets the detail given here.
 */
const answers = new Map<
  string,
  { readonly status: number; readonly title: string; readonly detail?: string }
>([
  ['not-found', { status: 404, title: 'Not found' }],
  ['invalid-input', { status: 400, title: 'Invalid input' }],
  ['conflict', { status: 409, title: 'Not possible now' }],
  ['unsupported-capability', { status: 409, title: 'Not supported by the integrator' }],
  ['query-too-expensive', { status: 400, title: 'Query too expensive' }],
  ['store-unavailable', { status: 503, title: 'Store unavailable', detail: comeBack }],
  ['transaction-conflict', { status: 503, title: 'Store busy', detail: comeBack }],
])

/** Calls to integrators that are made while the client waits (linking, a new tax rate); waiting helps with these. */
const passing: Partial<Record<ReasonKind, number>> = { 'rate-limited': 503, quota: 503, transient: 502 }

/** The owner has to change something: what was sent, or what is at the integrator. */
const owners: Partial<Record<ReasonKind, { readonly status: number; readonly title: string }>> = {
  reauthorise: { status: 409, title: 'The ledger must be linked again' },
  duplicate: { status: 409, title: 'The integrator has another of that name' },
  tax: { status: 400, title: 'The integrator refused the tax rate' },
}

/** The answer to an error that was thrown on purpose; undefined for any other. */
export function describeError(error: unknown): ErrorDescription | undefined {
  if (error instanceof Refusal) {
    const { status, code, title, problems, headers } = error
    return { status, code, title, detail: error.message, problems, reasons: [], headers }
  }
  if (error instanceof IntegratorError) return describeIntegratorError(error)
  if (!(error instanceof LedgerpostError)) return undefined
  const answer = answers.get(error.code)
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
  const { status, title } = owners[kind] ?? {
    status: passing[kind] ?? 502,
    title: 'The integrator refused',
  }
  const seconds = Math.max(1, Math.ceil((retryAfter ?? 5000) / 1000))
  return {
    status,
    code: error.code,
    title,
    detail: message,
    problems: [],
    reasons: [],
    headers: kind in passing ? { 'Retry-After': String(seconds) } : {},
  }
}

function reasonsOf({ details }: Conflict): readonly string[] {
  const { reasons } = details
  return Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : []
}
