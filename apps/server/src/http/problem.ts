import { LedgerpostError } from '@ledgerpost/core'

/** What the server itself refuses, by stable code. */
export const refusals = {
  'not-signed-in': { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'route-not-found': { status: 404, title: 'No such address' },
  'scope-not-supported': { status: 400, title: 'Scope not supported' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'Not acceptable' },
  'malformed-request': { status: 400, title: 'Malformed request' },
  'malformed-json': { status: 400, title: 'Malformed JSON' },
  'malformed-xml': { status: 400, title: 'Malformed XML' },
  'invalid-body': { status: 400, title: 'Invalid body' },
  'body-too-slow': { status: 408, title: 'Body too slow' },
  'body-too-large': { status: 413, title: 'Body too large' },
  'headers-too-large': { status: 431, title: 'Headers too large' },
  'headers-too-slow': { status: 408, title: 'Headers too slow' },
  'idempotency-key-malformed': { status: 400, title: 'Malformed Idempotency-Key' },
  'idempotency-key-in-use': { status: 409, title: 'Still being done' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency-Key reused' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'identity-provider-unavailable': { status: 503, title: 'Identity provider unavailable' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>

export type RefusalCode = keyof typeof refusals

/** What is wrong with one member of what was sent; `member` is a path such as `Maps[0].MapType`. */
export interface MemberProblem {
  readonly member: string
  readonly problem: string
}

/** A request that the server refuses before it reaches the engine. */
export class Refusal extends LedgerpostError {
  override readonly name = 'Refusal'
  readonly status: number
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
  readonly problems: readonly MemberProblem[]

  constructor(
    code: RefusalCode,
    message: string,
    extras: {
      readonly headers?: Readonly<Record<string, string>>
      readonly problems?: readonly MemberProblem[]
      readonly cause?: unknown
    } = {},
  ) {
    super({ code, message, cause: extras.cause })
    const { status, title } = refusals[code]
    this.status = status
    this.title = title
    this.headers = extras.headers ?? {}
    this.problems = extras.problems ?? []
  }
}
