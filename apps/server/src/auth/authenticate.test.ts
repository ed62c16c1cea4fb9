import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../system-clock.js'
import { bearer, testSecret, testTokens } from '../test-support/tokens.test-support.js'
import { bearerAuthentication } from './authenticate.js'

const noFetch = () => Promise.reject(new Error('No call was expected.'))
const secret = new TextEncoder().encode(testSecret)
const claims = { name: 'uname', role: 'MINDBODY Owner', subscribers: ['1234'] }
const authenticate = bearerAuthentication(testTokens, { clock: systemClock, fetch: noFetch })

function token(changes: {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly issuer?: string
  readonly audience?: string
  readonly expires?: string | number
  readonly key?: Uint8Array
  readonly algorithm?: string
}) {
  return new SignJWT({ ...claims, ...changes.claims })
    .setProtectedHeader({ alg: changes.algorithm ?? 'HS256' })
    .setSubject('5000')
    .setIssuer(changes.issuer ?? testTokens.issuer)
    .setAudience(changes.audience ?? testTokens.audience)
    .setExpirationTime(changes.expires ?? '1h')
    .sign(changes.key ?? secret)
}

const refused = { status: 401, code: 'not-signed-in', headers: { 'WWW-Authenticate': 'Bearer' } }

describe('a bearer token with a shared secret', () => {
  it('says who calls', async () => {
    expect(await authenticate(await bearer({ role: 'MINDBODY Admin', subscribers: '*' }))).toEqual({
      userId: '5000',
      userName: 'uname',
      role: 'MINDBODY Admin',
      subscribers: '*',
    })
  })

  it.each([
    ['another issuer', { issuer: 'somebody' }],
    ['another audience', { audience: 'something' }],
    ['another secret', { key: new TextEncoder().encode('x'.repeat(40)) }],
    ['another algorithm', { algorithm: 'HS512' }],
    ['an expiry in the past', { expires: 1_000_000 }],
    ['an unknown role', { claims: { role: 'Owner' } }],
    ['no subscribers', { claims: { subscribers: undefined } }],
  ])('with %s is refused', async (_name, changes) => {
    await expect(authenticate(`Bearer ${await token(changes)}`)).rejects.toMatchObject(refused)
  })

  it('without an expiry, without a signature or in another scheme is refused', async () => {
    const withoutExpiry = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('5000')
      .setIssuer(testTokens.issuer)
      .setAudience(testTokens.audience)
      .sign(secret)
    const [, payload] = (await token({})).split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    const attempts = [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      `Basic ${await token({})}`,
      `Bearer ${withoutExpiry}`,
      `Bearer ${unsigned}`,
    ]
    for (const attempt of attempts) await expect(authenticate(attempt)).rejects.toMatchObject(refused)
  })

  it('needs a secret that cannot be guessed', () => {
    const rules = { ...testTokens, key: { secret: 'short' } }
    expect(() => bearerAuthentication(rules, { clock: systemClock, fetch: noFetch })).toThrow('32 bytes')
  })
})

describe('a bearer token with published keys', () => {
  let privateKey: CryptoKey
  let keySet: string
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256')
    privateKey = pair.privateKey
    keySet = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'one' }] })
  })
  const rules = { ...testTokens, key: { jwksUrl: 'https://issuer.example/keys' } }
  const signed = (key: CryptoKey, kid = 'one') =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject('5000')
      .setIssuer(rules.issuer)
      .setAudience(rules.audience)
      .setExpirationTime('1h')
      .sign(key)

  it('is checked with the key that it names', async () => {
    const published = bearerAuthentication(rules, {
      clock: systemClock,
      fetch: () => Promise.resolve(new Response(keySet)),
    })
    expect(await published(`Bearer ${await signed(privateKey)}`)).toMatchObject({ userId: '5000' })
    const { privateKey: other } = await generateKeyPair('ES256')
    await expect(published(`Bearer ${await signed(other)}`)).rejects.toMatchObject(refused)
    await expect(published(`Bearer ${await signed(privateKey, 'two')}`)).rejects.toMatchObject(refused)
  })

  it('signed with the shared-secret algorithm is refused', async () => {
    const published = bearerAuthentication(rules, {
      clock: systemClock,
      fetch: () => Promise.resolve(new Response(keySet)),
    })
    await expect(published(`Bearer ${await token({})}`)).rejects.toMatchObject(refused)
  })

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers an error', () => Promise.resolve(new Response('', { status: 500 }))],
    ['answers nonsense', () => Promise.resolve(new Response('nonsense'))],
  ])('is not held against the caller when the issuer %s', async (_name, fetch) => {
    const published = bearerAuthentication(rules, { clock: systemClock, fetch })
    await expect(published(`Bearer ${await signed(privateKey)}`)).rejects.toMatchObject({
      status: 503,
      code: 'identity-provider-unavailable',
    })
  })
})
