import type { Clock, Fetch } from '@ledgerpost/core'
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyOptions,
} from 'jose'
import { z } from 'zod'
import { Refusal } from '../http/problem.js'
import { type Principal, roles } from './principal.js'

/** Who calls, by the Authorization header. @throws Refusal */
export type Authenticate = (authorization: string | undefined) => Promise<Principal>

/** How bearer tokens are checked. */
export interface TokenRules {
  /** A secret shared with the issuer (HS256, at least 32 bytes), or where the issuer publishes its keys. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string }
  readonly issuer: string
  readonly audience: string
}

const sharedAlgorithms = ['HS256']
const publishedAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const leastSecretBytes = 32

const claims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  role: z.enum(roles),
  subscribers: z.union([z.literal('*'), z.array(z.string()).max(10_000)]),
})

/** Checks bearer tokens (RFC 6750, RFC 7519): algorithm, signature, issuer, audience, expiry and claims. */
export function bearerAuthentication(
  rules: TokenRules,
  { clock, fetch }: { readonly clock: Clock; readonly fetch: Fetch },
): Authenticate {
  const verify = verifier(rules, fetch)
  return async (authorization) => {
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) throw notSignedIn('Send a bearer token in the Authorization header.')
    const payload = await verifyOrRefuse(() =>
      verify(token, {
        issuer: rules.issuer,
        audience: rules.audience,
        requiredClaims: ['exp'],
        clockTolerance: 5,
        currentDate: new Date(clock.now()),
      }),
    )
    const read = claims.safeParse(payload)
    if (!read.success) {
      const missing = read.error.issues.map(({ path }) => path.join('.')).join(', ')
      throw notSignedIn(`The token's claims cannot be used: ${missing}.`)
    }
    const { sub, name, role, subscribers } = read.data
    return { userId: sub, userName: name ?? sub, role, subscribers }
  }
}

type Verify = (token: string, options: JWTVerifyOptions) => Promise<JWTPayload>

function verifier({ key }: TokenRules, fetch: Fetch): Verify {
  if ('secret' in key) {
    const secret = new TextEncoder().encode(key.secret)
    if (secret.length < leastSecretBytes) {
      throw new RangeError(`The secret of bearer tokens must have at least ${leastSecretBytes} bytes.`)
    }
    return async (token, options) =>
      (await jwtVerify(token, secret, { ...options, algorithms: sharedAlgorithms })).payload
  }
  const keys = createRemoteJWKSet(new URL(key.jwksUrl), { [customFetch]: fetch })
  return async (token, options) =>
    (await jwtVerify(token, keys, { ...options, algorithms: publishedAlgorithms })).payload
}

async function verifyOrRefuse(verify: () => Promise<JWTPayload>): Promise<JWTPayload> {
  try {
    return await verify()
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw notSignedIn('The token has expired. Get a new one.')
    const isTokenAtFault =
      error instanceof errors.JOSEError &&
      !(error instanceof errors.JWKSTimeout) &&
      !(error instanceof errors.JWKSInvalid) &&
      error.code !== 'ERR_JOSE_GENERIC'
    if (isTokenAtFault) throw notSignedIn('The token is not valid here. Get a new one.')
    throw new Refusal(
      'identity-provider-unavailable',
      'The keys that tokens are checked with cannot be read. Try again.',
      {
        headers: { 'Retry-After': '5' },
        cause: error,
      },
    )
  }
}

function notSignedIn(detail: string): Refusal {
  return new Refusal('not-signed-in', detail, { headers: { 'WWW-Authenticate': 'Bearer' } })
}
