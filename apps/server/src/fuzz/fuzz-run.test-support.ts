import { fc } from '@fast-check/vitest'
import type { TestServer } from '../test-support/server.test-support.js'
import type { FuzzRequest } from './described-operation.test-support.js'
import { longestAnswer, type Oracle } from './oracle.test-support.js'

type Server = Pick<TestServer, 'request' | 'runJobs'>

export interface FuzzSettings {
  readonly requests: number
  readonly seed: number
  /** Added to the seed, so that suites of one seed are not asked the same. */
  readonly place?: number
  /** Puts things right again now and then, so that not all that follows a removal is refused for it. */
  readonly restore?: () => Promise<void>
  /** Sent before all others. */
  readonly examples?: readonly FuzzRequest[]
}

/** How many requests, and from which seed on: `LEDGERPOST_FUZZ_REQUESTS` and `LEDGERPOST_FUZZ_SEED`. */
export const fuzzSettings: FuzzSettings = {
  requests: Number(process.env['LEDGERPOST_FUZZ_REQUESTS'] ?? 1000),
  // Another one each time; the names of the tests tell it.
  seed: Number(process.env['LEDGERPOST_FUZZ_SEED'] ?? Date.now() % 0x7f_ff_ff_ff),
}

/** After so many requests, jobs are done and things put right, so that what follows meets that. */
const requestsBetween = 10

/** Sends so many requests; answers what is wrong with the smallest one that is answered wrongly, or nothing. */
export async function fuzz(
  server: Server,
  oracle: Oracle,
  requests: fc.Arbitrary<FuzzRequest>,
  { requests: numRuns, seed, place = 0, restore, examples = [] }: FuzzSettings,
): Promise<string> {
  let sent = 0
  const property = fc.asyncProperty(requests, async (request) => {
    if (sent % requestsBetween === 0) {
      await restore?.()
      await server.runJobs()
    }
    sent += 1
    const problems = await problemsOf(server, oracle, request)
    if (problems.length > 0) throw new Error([...problems, shown(request)].join('\n'))
  })
  const result = await fc.check(property, {
    seed: seed + place,
    numRuns,
    examples: examples.map((each) => [each]),
  })
  if (!result.failed) return ''
  const { errorInstance, numShrinks } = result
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return `${reason}\nMade smaller ${numShrinks} times. Again: LEDGERPOST_FUZZ_SEED=${seed} LEDGERPOST_FUZZ_REQUESTS=${fuzzSettings.requests}`
}

async function problemsOf(server: Server, oracle: Oracle, request: FuzzRequest): Promise<readonly string[]> {
  let [response, milliseconds] = await timed(server, request)
  // A machine that does something else is not a slow server.
  for (let again = 1; again <= 2 && milliseconds > longestAnswer; again += 1) {
    ;[response, milliseconds] = await timed(server, request)
  }
  return oracle.problemsOf(request, response, milliseconds)
}

async function timed(server: Server, request: FuzzRequest): Promise<readonly [Response, number]> {
  const { method, path, caller, headers, body } = request
  const isBodyless = body === undefined || /^(?:GET|HEAD)$/i.test(method)
  const begin = performance.now()
  const response = await server.request(method, path, {
    ...caller,
    headers,
    ...(isBodyless ? {} : { body }),
  })
  await response.clone().arrayBuffer()
  return [response, performance.now() - begin]
}

function shown({ method, path, caller, headers, body }: FuzzRequest): string {
  const text = typeof body === 'string' ? body : body && `bytes ${Buffer.from(body).toString('hex')}`
  return [
    `${method} ${path.slice(0, 1000)} (${caller.role}, ${JSON.stringify(caller.subscribers)})`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value.slice(0, 300)}`),
    ...(text === undefined ? [] : [`${JSON.stringify(text.slice(0, 3000))} (${text.length} characters)`]),
  ].join('\n')
}
