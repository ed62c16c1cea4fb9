import { createHmac } from 'node:crypto'

/** Signs a token that a server with this secret accepts for everything (RFC 7519, HS256). */
export function tokenFor(role: 'MINDBODY Owner' | 'MINDBODY Automated System', secret: string): string {
  const issued = Math.floor(Date.now() / 1000)
  const claims = {
    sub: 'chaos',
    name: 'chaos',
    role,
    subscribers: '*',
    iss: 'ledgerpost',
    aud: 'ledgerpost',
    iat: issued,
    // Some servers have clocks that are weeks ahead.
    exp: issued + 60 * 24 * 60 * 60,
  }
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}
