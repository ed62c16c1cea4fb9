import { describe, expect, it } from 'vitest'
import { authorisedFetch } from './authorised-fetch.js'
import { readHandedOver } from './handed-over.js'
import { readTokenClaims } from './token-claims.js'
import { createTokenSource } from './token-source.js'

const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

describe('a token', () => {
  it('is read from the fragment, and a route is none', () => {
    expect(readHandedOver('#token=a.b.c&subscriber=1234')).toEqual({ token: 'a.b.c', subscriberId: '1234' })
    for (const hash of ['', '#', '#/Xero?token=a']) {
      expect(readHandedOver(hash)).toEqual({ token: null, subscriberId: null })
    }
  })

  it('tells who it is for', () => {
    const owner = tokenOf({ role: 'MINDBODY Owner', name: 'Zoë', subscribers: ['7'] })
    expect(readTokenClaims(owner)).toEqual({ name: 'Zoë', isOwner: true, onlySubscriber: '7' })
    const admin = tokenOf({ role: 'MINDBODY Admin', subscribers: '*' })
    expect(readTokenClaims(admin)).toEqual({ name: null, isOwner: false, onlySubscriber: null })
  })

  it.each([null, '', 'opaque', 'x.@@.x', 'x.bnVsbA.x'])(
    'that cannot be read (%s) is left to the server',
    (token) => {
      expect(readTokenClaims(token)).toEqual({ name: null, isOwner: true, onlySubscriber: null })
    },
  )

  it('that came meanwhile is not ended by an answer to the one before', () => {
    const tokens = createTokenSource('first')
    tokens.set('second')
    tokens.expire('first')
    expect([tokens.state(), tokens.current()]).toEqual(['usable', 'second'])
  })

  it('tells its listeners of changes alone', () => {
    const tokens = createTokenSource(null)
    const states: string[] = []
    const stop = tokens.subscribe(() => states.push(tokens.state()))
    tokens.set('first')
    tokens.set('first')
    tokens.expire('first')
    tokens.expire('first')
    stop()
    tokens.set(null)
    expect(states).toEqual(['usable', 'expired'])
  })
})

describe('a request', () => {
  const answering = (accepted: string) => {
    const seen: string[] = []
    const fetch = (_input: string, init: RequestInit = {}) => {
      const sent = new Headers(init.headers).get('Authorization') ?? ''
      seen.push(`${sent} ${JSON.stringify(init.body)}`)
      return Promise.resolve(new Response(null, { status: sent === `Bearer ${accepted}` ? 204 : 401 }))
    }
    return { seen, fetch }
  }

  it('that was refused for its token waits for the next one, and loses nothing', async () => {
    const tokens = createTokenSource('old')
    const { seen, fetch } = answering('new')
    const answer = authorisedFetch(tokens, fetch)('/', { method: 'POST', body: 'typed' })
    await new Promise<void>((resolve) => {
      const stop = tokens.subscribe(() => {
        stop()
        resolve()
      })
    })
    expect(tokens.state()).toBe('expired')
    tokens.set('new')
    expect((await answer).status).toBe(204)
    expect(seen).toEqual(['Bearer old "typed"', 'Bearer new "typed"'])
  })

  it('can be given up while it waits', async () => {
    const stop = new AbortController()
    const waiting = authorisedFetch(createTokenSource(null), answering('x').fetch)('/', {
      signal: stop.signal,
    })
    stop.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
  })
})
