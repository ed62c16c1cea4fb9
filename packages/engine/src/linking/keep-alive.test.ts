import type { Adapter } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, owner } from '../harness.test-support.js'
import type { JobStore } from '../ports/job-store.js'
import type { Store } from '../ports/store.js'
import { day, FakeTokenEndpoint, minute } from './grant-scene.test-support.js'

let database: TestStore
let harness: Harness
let endpoint: FakeTokenEndpoint
let added: Parameters<JobStore['addJob']>[0][]

beforeEach(async () => {
  database = await openTestStore()
  added = []
  harness = createHarness(watched(database.store), { adapter: consentAdapter() })
  endpoint = new FakeTokenEndpoint(harness.clock, 30 * minute)
  await harness.configure({ link })
})

afterEach(() => database.close())

/** Fake books that are linked by a consent page, and ask for a token when they are inspected. */
function consentAdapter(): Adapter {
  const plain = fakeAdapter(new FakeBooks())
  return {
    ...plain,
    authorisation: {
      kind: 'oauth2',
      start: (_environment, { state }) =>
        Promise.resolve({ url: `https://consent.example/?state=${state}`, secret: '' }),
      complete: () => Promise.resolve(endpoint.issue()),
      refresh: (environment, grant) => endpoint.refresh(environment, grant),
      organisations: () => Promise.resolve([{ id: 'books', name: 'Books' }]),
    },
    connect(context) {
      const connection = plain.connect(context)
      return {
        ...connection,
        async inspect() {
          await context.tokens?.accessToken()
          return connection.inspect()
        },
      }
    },
  }
}

function watched(store: Store): Store {
  return {
    acrossSubscribers: (work) => store.acrossSubscribers(work),
    transaction: (of, work) =>
      store.transaction(of, (transaction) =>
        work({
          ...transaction,
          addJob(job) {
            added.push(job)
            return transaction.addJob(job)
          },
        }),
      ),
  }
}

async function link(): Promise<void> {
  const redirectUri = 'https://platform.example/callback'
  const answer = await harness.engine.link({ ...harness.address, settings: {}, redirectUri, user: owner })
  const url = answer.kind === 'redirect' ? answer.authorisationUrl : ''
  await harness.engine.finishLink({ ...harness.address, url })
}

/** Days pass for the integrator and for the database, and what is due then is done. */
async function pass(days: number): Promise<void> {
  await harness.clock.advance(days * day)
  await database.timePasses()
  await harness.work()
}

const delays = () =>
  added.flatMap(({ task, delayMilliseconds = 0 }) =>
    task.kind === 'keep-alive' ? [delayMilliseconds / day] : [],
  )
const status = async () => (await harness.engine.initialise(harness.address)).integration.status

it('refreshes a grant that was idle for 20 days, and looks after it again in 20 days', async () => {
  expect(delays()).toEqual([20])
  await pass(20)
  await pass(20)
  await pass(20)
  expect(endpoint.asked).toEqual(['refresh 1', 'refresh 2', 'refresh 3'])
  expect(delays()).toEqual([20, 20, 20, 20])
  expect(await status()).toBe('Configured')
})

it('leaves a grant alone that was used meanwhile, and looks after it when it may have been idle', async () => {
  await harness.clock.advance(15 * day)
  await harness.engine.requestRefresh(harness.address)
  await harness.work()
  expect(endpoint.asked).toHaveLength(1)
  await pass(5)
  expect(endpoint.asked).toHaveLength(1)
  expect(delays()).toEqual([20, 15])
})

it('shows that the owner must link again, then rests, and begins anew once that was done', async () => {
  endpoint.forget('refresh 1')
  await pass(20)
  expect(await status()).toBe('Error')
  await pass(20)
  expect(endpoint.asked).toEqual(['refresh 1'])
  await link()
  expect(delays()).toEqual([20, 20])
  await pass(20)
  expect(endpoint.asked).toEqual(['refresh 1', 'refresh 2'])
})

it('is put off while the integrator is away', async () => {
  endpoint.answer = (call) => (call <= 3 ? 'lost-before' : 'normal')
  for (let attempt = 1; attempt <= 4; attempt += 1) await pass(attempt === 1 ? 20 : 0)
  expect(endpoint.asked).toEqual(['refresh 1', 'refresh 1', 'refresh 1', 'refresh 1'])
  expect(await status()).toBe('Configured')
  expect(harness.logged).toContainEqual(expect.stringContaining('could not be kept alive'))
  expect(delays()).toEqual([20, 20])
})

it('ends with the link', async () => {
  await harness.engine.remove(harness.address)
  await pass(20)
  expect(delays()).toEqual([20])
  expect(endpoint.asked).toEqual([])
})

it('is not for integrations that are not linked by a consent', async () => {
  added = []
  const plain = createHarness(watched(database.store), { subscriberId: 'no consent' })
  await plain.configure()
  expect(added).toEqual([])
})
