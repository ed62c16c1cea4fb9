/**
 * What goes wrong with one request. `when: 'before'` means that the integrator never acted on it,
 * `'after'` that it did, and only the answer is lost or wrong.
 */
export type Fault =
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly when: FaultMoment }
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop'; readonly when: FaultMoment }
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset'; readonly when: FaultMoment }
  /** No answer ever comes; the request ends when the caller gives up. */
  | { readonly kind: 'silence'; readonly when: FaultMoment }
  /** Another answer than the true one. */
  | {
      readonly kind: 'answer'
      readonly when: FaultMoment
      readonly status: number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** A login page with status 200, as proxies and portals answer. */
  | { readonly kind: 'html'; readonly when: FaultMoment }
  /**
   * The true answer, cut after some bytes: `clean` ends it as if it were whole, `abrupt` closes the
   * connection there (with 0 bytes: right after the headers).
   */
  | { readonly kind: 'truncate'; readonly bytes: number; readonly end: 'clean' | 'abrupt' }

export type FaultMoment = 'before' | 'after'
