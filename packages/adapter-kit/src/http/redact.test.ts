import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { redact, redactText } from './redact.js'

const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/).map((text) => `S3cr3t${text}`)
const secretMember = fc.constantFrom(
  'access_token',
  'refreshToken',
  'Authorization',
  'client_secret',
  'code_verifier',
  'code',
  'password',
  'set-cookie',
  'apiKey',
  'accessToken',
)

describe('redact', () => {
  test.prop([secret, secretMember])('masks secret members at any depth', (text, member) => {
    const value = { outer: [{ [member]: text, kept: 'kept' }] }
    expect(JSON.stringify(redact(value))).not.toContain(text)
    expect(JSON.stringify(redact(value))).toContain('kept')
  })

  test.prop([secret])('masks what looks secret inside texts', (text) => {
    for (const carrier of [
      `authorization: Bearer ${text}`,
      `Basic ${text}`,
      `{"access_token":"${text}","x":1}`,
      `grant_type=refresh_token&refresh_token=${text}`,
      `?code=${text}&state=1`,
      `client_secret=${text}`,
      `eyJ${text}.${text}.${text}`,
    ]) {
      expect(redactText(carrier)).not.toContain(text)
    }
  })

  it('leaves the rest as it is', () => {
    const value = { status: 200, path: '/Invoices', list: [1, null, true], error: new Headers({ a: 'b' }) }
    expect(redact(value)).toEqual({
      status: 200,
      path: '/Invoices',
      list: [1, null, true],
      error: { a: 'b' },
    })
    expect(redactText('Account code 200 is not valid')).toBe('Account code 200 is not valid')
  })

  it('ends on what refers to itself', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(JSON.stringify(redact(circle))).toContain('[too deep]')
  })
})
