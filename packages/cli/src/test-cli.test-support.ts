import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createClient } from '@ledgerpost/client'
import { composeServer, createLogger, readSettings, serve, serverOptionsOf } from '@ledgerpost/server'
import { developmentToken } from './access/development-token.js'
import { run } from './run.js'
import type { Asker, Surroundings } from './surroundings.js'

export interface TestServer {
  readonly url: string
  /** A directory for files, which goes away with the server. */
  readonly directory: string
  close(): Promise<void>
}

/** A whole server over loopback, as `serve --dev-tokens` runs it. */
export async function startServer(variables: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const directory = await mkdtemp(join(tmpdir(), 'cli-'))
  const environment = {
    LEDGERPOST_DATA_DIRECTORY: join(directory, 'data'),
    LEDGERPOST_JWT_SECRET: 'a secret of at least thirty-two bytes',
    LEDGERPOST_RATE_LIMIT: '0',
    ...variables,
  }
  const reading = readSettings(environment)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const composed = await composeServer({
    ...(await serverOptionsOf(
      reading.settings,
      environment,
      createLogger('silent', { write: () => undefined }),
    )),
    developmentTokens: { nodeEnvironment: undefined },
  })
  const server = await serve(composed, { port: 0, hostname: '127.0.0.1' })
  return {
    url: server.url,
    directory,
    async close() {
      await server.stop()
      await rm(directory, { recursive: true })
    },
  }
}

/** What the platform tells about a subscriber. */
export async function introduce({ url }: Pick<TestServer, 'url'>, id: string): Promise<void> {
  const signal = new AbortController().signal
  const role = 'MINDBODY Automated System'
  const token = await developmentToken({ fetch, signal }, url, { role, subscriberId: id })
  const subscriber = createClient({ baseUrl: url, token }).subscriber(id)
  await subscriber.putSubscriber({ Region: 'US', TimeZone: 'UTC', Currency: 'USD' })
  await subscriber.putConfiguration({
    TaxRates: [],
    RevenueCategories: [{ Id: '7', Name: 'Services', Status: 'Active' }],
    PaymentMethods: [{ Id: '2', Name: 'Cash', Status: 'Active' }],
  })
}

/** What a command line came to. */
export interface Ran {
  readonly code: number
  readonly output: string
  readonly messages: string
}

export interface TestCli {
  /** Runs a command line of words. */
  (...words: readonly string[]): Promise<Ran>
}

/** A shell for tests: real requests, no waiting, everything that is printed kept. */
export function testCli(
  variables: Readonly<Record<string, string>>,
  options: Partial<Pick<Surroundings, 'ask' | 'openPage' | 'signal' | 'fetch' | 'nodeVersion'>> & {
    readonly isTerminal?: boolean
    readonly input?: string
    readonly now?: () => number
  } = {},
): TestCli {
  const { isTerminal = false, input = '', now = () => Date.now() } = options
  return async (...words) => {
    const written = { output: '', messages: '' }
    let code = -1
    const sink = (name: keyof typeof written) => ({
      write(text: string) {
        written[name] += text
      },
      isTerminal,
    })
    await run(
      words,
      {
        variables,
        output: sink('output'),
        messages: sink('messages'),
        fetch: options.fetch ?? ((address, init) => fetch(address, init)),
        clock: {
          now,
          sleep: () =>
            new Promise((resolve) => {
              setImmediate(resolve)
            }),
        },
        ask: options.ask ?? null,
        openPage: options.openPage ?? (() => Promise.resolve()),
        signal: options.signal ?? new AbortController().signal,
        nodeVersion: options.nodeVersion ?? '24.0.0',
        execArgv: ['--conditions=@ledgerpost/source'],
        setExitCode(given) {
          code = given
        },
      },
      Readable.from(input === '' ? [] : [input]),
    )
    return { code, ...written }
  }
}

/** A person who answers in this order, and remembers what they were asked. */
export function asker(answers: readonly string[]): Asker & { readonly asked: string[] } {
  const left = [...answers]
  const asked: string[] = []
  const next = (question: string): Promise<string> => {
    asked.push(question)
    const answer = left.shift()
    if (answer !== undefined) return Promise.resolve(answer)
    // Nobody types anything; who asked gives up by itself.
    return new Promise(() => undefined)
  }
  return {
    asked,
    text: next,
    secret: (question) => next(`secret ${question}`),
    async choose(question, choices) {
      const answer = await next(`${question} ${choices.map(({ value }) => value).join('|')}`)
      const chosen = choices.find(({ value }) => value === answer)
      if (!chosen) throw new Error(`'${answer}' is none of the choices`)
      return chosen.value
    },
  }
}
