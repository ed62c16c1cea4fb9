import { describe, expect, it } from 'vitest'
import { problemFrom, problemOf, ProblemError } from './problem-error.js'

const nothing = { errors: [], reasons: [], requestId: null, retryAfter: null }

describe('what the server says is wrong', () => {
  it('is read from problem details', async () => {
    const body = {
      title: 'Not possible now',
      status: 409,
      code: 'conflict',
      detail: 'Sync is not possible.',
      errors: [{ member: 'Maps[0]', problem: 'is odd' }],
      reasons: ['Cash is not mapped.'],
    }
    const error = await problemOf(
      Response.json(body, { status: 409, headers: { 'X-Request-Id': 'r1' } }),
      5000,
    )
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ ...body, requestId: 'r1', retryAfter: 5000 })
    expect(error.message).toBe('Sync is not possible. (conflict)')
  })

  it('is read from an error of OData', async () => {
    const details = [
      { code: 'x', target: 'Id', message: 'is odd' },
      { code: 'x', message: 'Not linked.' },
    ]
    const body = { error: { code: 'not-found', message: 'There is none.', details } }
    expect(
      await problemOf(Response.json(body, { status: 404, statusText: 'Not Found' }), null),
    ).toMatchObject({
      ...nothing,
      status: 404,
      code: 'not-found',
      title: 'Not Found',
      detail: 'There is none.',
      errors: [{ member: 'Id', problem: 'is odd' }],
      reasons: ['Not linked.'],
    })
  })

  it.each(['<html>', '', '[]', 'null', '{"code":1}', '{"error":"x"}'])(
    'is told by its status where it is %j',
    async (body) => {
      const error = await problemOf(new Response(body, { status: 502, statusText: 'Bad Gateway' }), null)
      expect(error).toMatchObject({ ...nothing, status: 502, code: null, title: 'Bad Gateway' })
      expect(error.message).toContain('502 Bad Gateway')
    },
  )

  it('is read from the last line of receipts', () => {
    expect(problemFrom({ title: 'T', status: 503, code: 'store-unavailable', detail: 'D.' })).toMatchObject({
      status: 503,
      code: 'store-unavailable',
    })
    expect(problemFrom(null)).toMatchObject({ status: 500, code: null })
  })
})
