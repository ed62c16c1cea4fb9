import { describe, expect, it } from 'vitest'
import { fixedHeaders } from '../http/answer-headers.js'
import type { FuzzRequest } from './described-operation.test-support.js'
import { createOracle, longestAnswer } from './oracle.test-support.js'

const oracle = createOracle()

const request: FuzzRequest = {
  described: undefined,
  method: 'GET',
  path: '/',
  caller: { role: 'MINDBODY Owner', subscribers: '*' },
  headers: {},
  body: undefined,
}

async function problems(
  body: unknown,
  status: number,
  { milliseconds = 1, ...changes }: Partial<FuzzRequest> & { milliseconds?: number; type?: string } = {},
): Promise<string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { ...fixedHeaders, 'Content-Type': changes.type ?? 'application/json' }
  const response = new Response(text, { status, headers })
  return (await oracle.problemsOf({ ...request, ...changes }, response, milliseconds)).join('\n')
}

describe('the oracle', () => {
  it('lets pass what is as it should be', async () => {
    expect(await problems({ any: 1 }, 200)).toBe('')
    expect(await problems({ code: 'not-found' }, 404)).toBe('')
    expect(await problems({ error: { code: 'not-found' } }, 404)).toBe('')
    expect(await problems('<Error><Message>x</Message><Code>not-found</Code></Error>', 404)).toBe('')
    expect(await problems('', 404, { method: 'HEAD' })).toBe('')
    expect(await problems({ status: 'live' }, 200, { described: '/health/live' })).toBe('')
  })

  it.each<[string, string, unknown, number, Parameters<typeof problems>[2]]>([
    ['an error of the server', 'answers 500', { code: 'unexpected' }, 500, {}],
    ['a late answer', 'takes 2001 ms', {}, 200, { milliseconds: longestAnswer + 1 }],
    ['a code that is not documented', 'refuses with made-up', { code: 'made-up' }, 400, {}],
    ['one in OData’s shape', 'refuses with made-up', { error: { code: 'made-up' } }, 400, {}],
    ['one in XML', 'refuses with made-up', '<Error><Code>made-up</Code></Error>', 400, {}],
    ['a refusal without a code', 'without a code', { message: 'no' }, 400, {}],
    ['a refusal without a body', 'without a code', '', 404, {}],
    ['a stack', 'shows where it runs', 'Error: x\n    at f (/a/b.js:1:2)', 200, {}],
    [
      'a member that is not described',
      'additional properties',
      { status: 'live', a: 1 },
      200,
      { described: '/health/live' },
    ],
    [
      'a status that is not described',
      'not said to answer 202',
      { status: 'live' },
      202,
      { described: '/health/live' },
    ],
    [
      'a feed that ends with an error of the server',
      'ends a feed',
      '{"Problem":{"status":500,"code":"unexpected"}}\n',
      200,
      { type: 'application/x-ndjson' },
    ],
  ])('sees %s', async (_what, problem, body, status, changes) => {
    expect(await problems(body, status, changes)).toContain(problem)
  })

  it('sees an answer without the headers for browsers', async () => {
    expect(await oracle.problemsOf(request, new Response('{}'), 1)).toContain(
      'is without X-Content-Type-Options',
    )
  })
})
