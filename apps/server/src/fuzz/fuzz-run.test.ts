import { fc } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import type { FuzzRequest } from './described-operation.test-support.js'
import { fuzz } from './fuzz-run.test-support.js'
import { longestAnswer } from './oracle.test-support.js'

const request: FuzzRequest = {
  described: '/once',
  method: 'POST',
  path: '/once',
  caller: { role: 'MINDBODY Owner', subscribers: '*' },
  headers: {},
  body: undefined,
}

/** Works so long for each answer; what there was to do once is not there again. */
async function judged(
  ...efforts: readonly number[]
): Promise<readonly [status: number, milliseconds: number]> {
  let worked = 0
  let answers = 0
  const judgements: [number, number][] = []
  const server = {
    request(): Promise<Response> {
      worked += efforts[answers] ?? 0
      answers += 1
      return Promise.resolve(new Response(null, { status: answers === 1 ? 200 : 404 }))
    },
    runJobs: () => Promise.resolve(0),
  }
  const oracle = {
    met: new Map(),
    problemsOf(_request: FuzzRequest, response: Response, milliseconds: number) {
      judgements.push([response.status, milliseconds])
      return Promise.resolve([])
    },
  }
  const settings = { requests: 1, seed: 1, worked: () => worked }
  expect(await fuzz(server, oracle, fc.constant(request), settings)).toBe('')
  return judgements[0] ?? [0, 0]
}

it('judges what a slow request did at first, and how long it takes at best', async () => {
  expect(await judged(longestAnswer + 1, 7)).toEqual([200, 7])
})

it('finds slow what is slow each time', async () => {
  const slow = longestAnswer + 1
  expect(await judged(slow, slow + 2, slow + 1)).toEqual([200, slow])
})
