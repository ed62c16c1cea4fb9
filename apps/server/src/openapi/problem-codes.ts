import type { IntegratorProblemCode, ProblemCode } from '../http/describe-error.js'

/** What any address behind a token may answer. */
export const commonProblems: readonly ProblemCode[] = [
  'scope-not-supported',
  'not-signed-in',
  'forbidden',
  'not-found',
  'rate-limited',
  'unexpected',
  'store-unavailable',
  'transaction-conflict',
  'identity-provider-unavailable',
]

/** What addresses add that read a JSON body. */
export const jsonBodyProblems: readonly ProblemCode[] = [
  'malformed-json',
  'invalid-body',
  'body-too-large',
  'body-too-slow',
  'unsupported-media-type',
]

/** What addresses add that read a JSON or XML body. */
export const bodyProblems: readonly ProblemCode[] = [...jsonBodyProblems, 'malformed-xml']

/** What addresses add that take an `Idempotency-Key`. */
export const repeatableProblems: readonly ProblemCode[] = [
  'idempotency-key-malformed',
  'idempotency-key-in-use',
  'idempotency-key-reused',
  'body-too-large',
  'body-too-slow',
  'unsupported-media-type',
]

/** What addresses add that call the integrator while the client waits. */
export const integratorProblems: readonly IntegratorProblemCode[] = [
  'integrator-unbalanced',
  'integrator-period-locked',
  'integrator-unknown-account',
  'integrator-tax',
  'integrator-contact',
  'integrator-duplicate',
  'integrator-quota',
  'integrator-rate-limited',
  'integrator-reauthorise',
  'integrator-stale',
  'integrator-invalid',
  'integrator-transient',
]
