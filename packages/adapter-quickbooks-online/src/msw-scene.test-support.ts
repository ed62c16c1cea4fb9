import { mswHandlers, VirtualClock } from '@ledgerpost/testkit'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, beforeEach } from 'vitest'
import { createFakeQuickBooksOnline, type FakeQuickBooksOnline } from '../fake/index.js'
import { createScene, type Scene } from './scene.test-support.js'

/** A fake and a linked adapter for the test that is running. */
export interface MswScene {
  readonly fake: FakeQuickBooksOnline
  readonly scene: Scene
}

/**
 * Makes a fresh fake for each test of a file. Everything goes through the built-in fetch to Intuit's real addresses, which
 * msw answers from the fake; a request to any other address fails.
 */
export function useMswScene(): MswScene {
  let current: (MswScene & { close(): void }) | undefined
  beforeEach(async () => {
    const clock = new VirtualClock()
    const fake = createFakeQuickBooksOnline({ clock, rateLimits: false })
    const server = setupServer(...mswHandlers(http, fake.handler, fake.hosts))
    server.listen({ onUnhandledRequest: 'error' })
    const scene = await createScene({ fake, clock, fetch: (...call) => fetch(...call) })
    current = { fake, scene, close: () => server.close() }
  })
  afterEach(() => {
    current?.close()
    current = undefined
  })
  const now = (): MswScene => {
    if (!current) throw new Error('the scene is there while a test runs')
    return current
  }
  return {
    get fake() {
      return now().fake
    },
    get scene() {
      return now().scene
    },
  }
}
