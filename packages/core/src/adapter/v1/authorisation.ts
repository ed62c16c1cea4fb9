import type { AdapterEnvironment } from './context.js'

/** A token grant: one consent of one user. JSON; stored encrypted. Times are milliseconds since 1970 UTC. */
export interface Grant {
  readonly accessToken: string
  readonly refreshToken: string | null
  /** When the access token lapses. */
  readonly expiresAt: number
  /**
   * Until when the refresh token can be exchanged, if the integrator tells. It may move with every exchange, or be the end
   * of the consent: the owner is asked to link again in time, and once it has passed nobody is asked for tokens any more.
   */
  readonly refreshExpiresAt?: number
  readonly scopes: readonly string[]
  /** What the adapter wants to keep of the consent, for example its id. */
  readonly extension?: Readonly<Record<string, unknown>>
}

/** A set of books that a grant opens. */
export interface Organisation {
  readonly id: string
  readonly name: string
}

export interface AuthorisationRequest {
  /** Where the browser is to be sent. */
  readonly url: string
  /** What must be kept until the callback (the PKCE verifier); secret. */
  readonly secret: string
}

/** How a ledger is linked. */
export type Authorisation =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'oauth2'
      /** Begins the authorisation code flow (RFC 6749 section 4.1, with PKCE, RFC 7636). */
      start(
        environment: AdapterEnvironment,
        request: { readonly state: string; readonly redirectUri: string },
      ): Promise<AuthorisationRequest>
      /** Exchanges the code of the callback for a grant. @throws IntegratorError */
      complete(
        environment: AdapterEnvironment,
        callback: {
          readonly url: string
          readonly state: string
          readonly secret: string
          readonly redirectUri: string
        },
      ): Promise<Grant>
      /**
       * Exchanges the refresh token. Never called twice at a time for a grant, by however many machines; what it answers is
       * stored before it is used. An answer that takes longer than 10 s is not waited for, and the next call may come with the
       * same refresh token again.
       * @throws IntegratorError with reason `reauthorise` when the consent is gone
       */
      refresh(environment: AdapterEnvironment, grant: Grant): Promise<Grant>
      /** The books that the grant opens, those of this consent first. */
      organisations(environment: AdapterEnvironment, grant: Grant): Promise<readonly Organisation[]>
    }
