import type { Clock } from '@ledgerpost/core'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { roles } from '../auth/principal.js'
import { jsonOrFormBody } from '../http/body.js'
import { Refusal } from '../http/problem.js'
import { bodyReader } from '../http/read-body.js'
import { isLocal } from './require-development.js'
import type { TokenIssuer } from './token-issuer.js'

const mostBytes = 65_536

const id = z.string().trim().min(1).max(100)

/** In a form, ids stand between commas. */
const subscribers = z.preprocess(
  (value) => (typeof value === 'string' && value !== '*' ? value.split(',') : value),
  z.union([z.literal('*'), z.array(id).min(1).max(10_000)], 'must be * or a list of subscriber ids'),
)

const tokenRequest = z.object({
  subscribers: subscribers.default('*'),
  role: z.enum(roles, `must be one of ${roles.join(', ')}`).default('MINDBODY Owner'),
  name: z.string().min(1, 'must not be empty').max(200, 'has more than 200 characters').default('developer'),
})

/** Headers that only a proxy sends: whoever is behind it is not on this machine. */
const proxied = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'Via']

/**
 * `POST /dev/token`: a token for whoever asks, as form or JSON `{ subscribers?, role?, name? }`. It is there on a
 * developer's machine only, and for those who call that machine by its own name: a page of somebody else's whose name
 * leads here (DNS rebinding) gets none.
 */
export function tokenRoutes(issue: TokenIssuer, clock: Clock): Hono {
  return new Hono().post('/token', async (context) => {
    requireNeighbour(context)
    const read = bodyReader(context.req.raw, clock)
    const issued = await issue(await jsonOrFormBody(context, tokenRequest, () => read(mostBytes)))
    return context.json(issued, 200, { 'Cache-Control': 'no-store' })
  })
}

function requireNeighbour({ req }: Context): void {
  const { hostname } = new URL(req.url)
  const isHere = isLocal(hostname) && proxied.every((name) => req.header(name) === undefined)
  if (isHere) return
  throw new Refusal(
    'forbidden',
    'Development tokens are for this machine alone. Call http://127.0.0.1 directly, not through a proxy or another name.',
  )
}
