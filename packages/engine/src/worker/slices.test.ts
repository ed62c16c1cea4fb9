import type { Adapter } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'
import { createRun } from '../sync/run.js'
import { Yielded } from '../sync/yielded.js'

let database: TestStore
/** In which order documents were sent, by subscriber. */
let sent: string[]

beforeEach(async () => {
  database = await openTestStore()
  sent = []
})

afterEach(() => database.close())

/** One set of books for all, and calls that take ten seconds each. */
function slowAdapter(): Adapter {
  const plain = fakeAdapter(new FakeBooks())
  return {
    ...plain,
    connect(context) {
      const connection = plain.connect(context)
      return {
        ...connection,
        async send(submission, startBy) {
          await context.clock.sleep(10_000)
          for (let index = 0; index < submission.references.length; index += 1)
            sent.push(context.subscriberId)
          return connection.send(submission, startBy)
        },
      }
    },
  }
}

async function subscriber(id: string, adapter: Adapter, orders: number): Promise<Harness> {
  const harness = createHarness(database.store, { subscriberId: id, adapter })
  await harness.configure()
  await harness.feed(Array.from({ length: orders }, (_, index) => saleOf(`o${index}`, '1.00')))
  return harness
}

it('a job that has had its time gives way when others wait, and goes on where it stopped', async () => {
  const adapter = slowAdapter()
  const whale = await subscriber('whale', adapter, 1001)
  const small = await subscriber('small', adapter, 1)
  const { recordId } = await whale.engine.requestSync({ ...whale.address, user: owner })
  await small.engine.requestSync({ ...small.address, user: owner })
  await whale.work()
  expect([await whale.statuses(), await small.statuses()]).toEqual([{ Sent: 1001 }, { Sent: 1 }])
  expect(sent.indexOf('small')).toBe(2000)
  expect(sent).toHaveLength(2004)
  const { record, states } = await whale.engine.syncRecord('whale', recordId)
  expect(record).toMatchObject({ status: 'Success', read: 1001, packed: 1001 })
  expect(states.map(({ status }) => status)).toEqual(['Queued', 'InProgress', 'Success'])
  expect(whale.logged).toEqual([])
}, 120_000)

it('a job goes on while it has time, or while nobody waits', async () => {
  const adapter = slowAdapter()
  const one = await subscriber('one', adapter, 1)
  const other = await subscriber('other', adapter, 1)
  const { integration } = await one.engine.initialise(one.address)
  const lease = { integrationId: integration.id, fence: 0n, heldUntil: 0 }
  const run = createRun(one.environment, integration, lease, new AbortController().signal, 60_000)
  await one.engine.requestSync({ ...one.address, user: owner })
  await one.clock.advance(60_000)
  await expect(run.giveWay()).resolves.toBeUndefined()
  await other.engine.requestSync({ ...other.address, user: owner })
  await expect(run.giveWay()).rejects.toThrow(Yielded)
  const begun = createRun(one.environment, integration, lease, new AbortController().signal, 60_000)
  await one.clock.advance(59_999)
  await expect(begun.giveWay()).resolves.toBeUndefined()
})
