import { IntegratorError, type Reason } from '@ledgerpost/core'
import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'oauth4webapi'
import { retryAfterOf } from '../http/retry-after.js'

/** What a failed authorisation or token request means, as an IntegratorError. */
export function tokenFailure(title: string, error: unknown, now: number): IntegratorError {
  if (error instanceof IntegratorError) return error
  return new IntegratorError(reasonOf(title, error, now), error)
}

function reasonOf(title: string, error: unknown, now: number): Reason {
  if (error instanceof AuthorizationResponseError) {
    const refused = error.error === 'access_denied'
    return {
      kind: 'reauthorise',
      message: refused
        ? `${title} was not authorised: the consent was declined. Link again and allow access.`
        : `${title} did not authorise: ${error.error}${described(error.error_description)}. Link again.`,
    }
  }
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) {
    const { status } = error
    if (status === 429) {
      const retryAfter = retryAfterOf(error.response.headers, now)
      return {
        kind: 'rate-limited',
        message: `${title} wants fewer token requests; it goes on later.`,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      }
    }
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
      return {
        kind: 'reauthorise',
        message: `The consent to use ${title} has ended or was used already. Link again.`,
      }
    }
    const code = error instanceof ResponseBodyError ? error.error : 'invalid_client'
    return {
      kind: status >= 500 ? 'transient' : 'invalid',
      message:
        `${title} refused the token request: ${code}. ` +
        'Check the client id, the client secret and the redirect address that this application is configured with.',
    }
  }
  return {
    kind: 'transient',
    message: `${title} gave no usable answer to a token request: ${sentence(error)}. It is tried again later.`,
  }
}

function described(text: string | undefined): string {
  return text === undefined ? '' : ` (${text})`
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
