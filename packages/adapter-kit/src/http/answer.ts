import type { Reason } from '@ledgerpost/core'

/** An answer whose body is JSON. What the status means is the adapter's to say. */
export interface JsonAnswer {
  readonly kind: 'json'
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Why a body could not be read as JSON. */
export type UnreadableBody = 'empty' | 'not-json' | 'malformed' | 'cut-off' | 'too-large'

/** An answer that arrived and whose body cannot be relied on: a login page, an empty body, half a document. */
export interface UnreadableAnswer {
  readonly kind: 'unreadable'
  readonly status: number
  readonly headers: Headers
  readonly problem: UnreadableBody
  /** The beginning of the body, on one line, without secrets. */
  readonly excerpt: string
}

/** No answer came. The request may have arrived and may have done its work. */
export interface LostAnswer {
  readonly kind: 'lost'
  readonly message: string
}

/** The request certainly never reached the integrator, or was turned away before anything was done. */
export interface NotSent {
  readonly kind: 'not-sent'
  /** One of the connection's reasons: reauthorise, rate-limited, quota or transient. */
  readonly reason: Reason
}

export type HttpAnswer = JsonAnswer | UnreadableAnswer | LostAnswer | NotSent
