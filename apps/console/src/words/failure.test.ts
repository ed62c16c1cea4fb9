import { ProblemError, WaitTimedOut } from '@ledgerpost/client'
import { describe, expect, it } from 'vitest'
import { english } from '../texts/english.js'
import { describeFailure } from './failure.js'

const problem = {
  status: 409,
  code: 'conflict',
  title: 'Conflict',
  detail: 'Sync is not possible while the integration is Initialized: map it completely and Save.',
  errors: [{ member: 'Settings.url', problem: 'is no address' }],
  reasons: ['Something is not mapped.'],
  requestId: 'r1',
  retryAfter: null,
}

describe('a failure', () => {
  it('says what the server said, and what each thing is', () => {
    expect(describeFailure(new ProblemError(problem), english.failures)).toEqual({
      title: 'This is not possible at the moment',
      detail: problem.detail,
      points: ['Something is not mapped.', 'Settings.url: is no address'],
      reference: 'conflict · r1',
      isPassing: false,
    })
  })

  it('says that a connection is gone, and that trying again may help', () => {
    const failure = describeFailure(new TypeError('Failed to fetch'), english.failures)
    expect(failure).toMatchObject({ title: 'The server cannot be reached', isPassing: true })
  })

  it('says that something goes on by itself', () => {
    expect(describeFailure(new WaitTimedOut('x'), english.failures).isPassing).toBe(true)
  })

  it('never shows a stack or what a program said to itself', () => {
    const error = new Error('cannot read x of undefined')
    const said = JSON.stringify(describeFailure(error, english.failures))
    expect(said).not.toContain('undefined')
    expect(said).not.toContain(error.stack?.split('\n')[1]?.trim())
  })

  it.each([404, 418, 500, 503])('has a title for status %i without a code', (status) => {
    const { title } = describeFailure(new ProblemError({ ...problem, status, code: null }), english.failures)
    expect(title).not.toBe('')
  })
})
