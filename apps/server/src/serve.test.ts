import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { ComposedServer } from './compose.js'
import type { AppEnvironment } from './http/routes.js'
import { serve } from './serve.js'

const anywhere = { port: 0, hostname: '127.0.0.1' }

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** A server whose every answer waits for the gate, and a list of what happens to it. */
function gatedServer() {
  const events: string[] = []
  const gate = withResolvers()
  const entered = withResolvers()
  const app = new Hono<AppEnvironment>().get('/', async (context) => {
    entered.resolve()
    await gate.promise
    events.push('answered')
    return context.text('done')
  })
  const composed: Pick<ComposedServer, 'app' | 'run' | 'drain' | 'close'> = {
    app,
    run: (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          events.push('worker stopped')
          resolve()
        })
      }),
    drain: () => events.push('draining'),
    close: () => {
      events.push('closed')
      return Promise.resolve()
    },
  }
  return { composed, events, gate, entered: entered.promise }
}

describe('serving', () => {
  it('finishes what is under way before it closes, and stops once however often it is asked', async () => {
    const { composed, events, gate, entered } = gatedServer()
    const server = await serve(composed, anywhere)
    const answer = fetch(server.url)
    await entered
    const stopping = [server.stop(), server.stop()]
    await expect(fetch(`${server.url}/late`)).rejects.toThrow('fetch failed')
    expect(events).toEqual(['draining', 'worker stopped'])
    gate.resolve()
    expect(await (await answer).text()).toBe('done')
    await Promise.all(stopping)
    expect(events).toEqual(['draining', 'worker stopped', 'answered', 'closed'])
  })

  it('says what to do where something else listens, and leaves nothing open', async () => {
    const first = await serve(gatedServer().composed, anywhere)
    const { composed, events } = gatedServer()
    const port = Number(new URL(first.url).port)
    await expect(serve(composed, { ...anywhere, port })).rejects.toThrow(/EADDRINUSE.*Choose another PORT/)
    expect(events).toEqual(['closed'])
    await first.stop()
  })
})
