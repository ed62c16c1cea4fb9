import type { Document, DocumentIdentity, SendResult } from '@ledgerpost/core'
import { mswHandlers, VirtualClock } from '@ledgerpost/testkit'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, beforeEach } from 'vitest'
import { accountId, createFakeXero, type FakeXero } from '../fake/index.js'
import { type XeroScene, xeroScene } from './xero-scene.test-support.js'

/** A fake and a linked adapter for the test that is running. */
export interface MswScene {
  readonly fake: FakeXero
  readonly scene: XeroScene
}

/**
 * Makes a fresh fake for each test of a file. Everything goes through the built-in fetch to Xero's real addresses,
 * which msw answers from the fake; a request to any other address fails.
 */
export function useMswScene(): MswScene {
  let current: (MswScene & { close(): void }) | undefined
  beforeEach(async () => {
    const clock = new VirtualClock()
    const fake = createFakeXero({ clock, rateLimits: false })
    const server = setupServer(...mswHandlers(http, fake.handler, fake.hosts))
    server.listen({ onUnhandledRequest: 'error' })
    const scene = await xeroScene({ fake, clock, fetch: (...call) => fetch(...call) })
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

export function outcomesOf(results: Iterable<SendResult>): string[] {
  return [...results].map(({ outcome }) => outcome)
}

export function identitiesOf(documents: Iterable<DocumentIdentity>): DocumentIdentity[] {
  return [...documents].map(({ reference, kind, date }) => ({ reference, kind, date }))
}

/** The wire element within a document. */
export function elementIn({ content }: Document): object {
  const { element } = content
  return typeof element === 'object' && element !== null ? element : {}
}

export function balanceOf(fake: FakeXero, code: string): bigint {
  return fake.books().ledger.balance(accountId(code))
}
