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
  /** Milliseconds that processors have worked so far: a machine that does something else is not a slow server. */
  readonly worked?: () => number
}

function workedHere(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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
  { requests: numRuns, seed, place = 0, restore, examples = [], worked = workedHere }: FuzzSettings,
): Promise<string> {
  let sent = 0
  const property = fc.asyncProperty(requests, async (request) => {
    if (sent % requestsBetween === 0) {
      await restore?.()
      await server.runJobs()
    }
    sent += 1
    const problems = await problemsOf(server, oracle, request, worked)
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

async function problemsOf(
  server: Pick<Server, 'request'>,
  oracle: Oracle,
  request: FuzzRequest,
  worked: () => number,
): Promise<readonly string[]> {
  const begin = worked()
  const response = await answerTo(server, request)
  let milliseconds = worked() - begin
  // The first answer is the one that is judged: a state that is used up, or a thing removed, is not there again.
  for (let again = 1; again <= 2 && milliseconds > longestAnswer; again += 1) {
    const beginAgain = worked()
    await answerTo(server, request)
    milliseconds = Math.min(milliseconds, worked() - beginAgain)
  }
  return oracle.problemsOf(request, response, milliseconds)
}

async function answerTo(
  server: Pick<Server, 'request'>,
  { method, path, caller, headers, body }: FuzzRequest,
): Promise<Response> {
  const isBodyless = body === undefined || /^(?:GET|HEAD)$/i.test(method)
  const response = await server.request(method, path, {
    ...caller,
    headers,
    ...(isBodyless ? {} : { body }),
  })
  await response.clone().arrayBuffer()
  return response
}

function shown({ method, path, caller, headers, body }: FuzzRequest): string {
  const text = typeof body === 'string' ? body : body && `bytes ${Buffer.from(body).toString('hex')}`
  return [
    `${method} ${path.slice(0, 1000)} (${caller.role}, ${JSON.stringify(caller.subscribers)})`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value.slice(0, 300)}`),
    ...(text === undefined ? [] : [`${JSON.stringify(text.slice(0, 3000))} (${text.length} characters)`]),
  ].join('\n')
}
