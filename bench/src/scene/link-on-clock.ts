import type { Fetch } from '@ledgerpost/core'
import type { Engine, IntegrationAddress } from '@ledgerpost/engine'
import type { VirtualClock } from '@ledgerpost/testkit'
import { studioTerms } from './books.js'

/** Turns of the event loop that a thread is given before time passes. */
const patience = 50

/** The owner of everything. */
export const user = { userId: '1', userName: 'bench' }

/** Introduces the subscriber and links its books, as a browser would, on a clock that stands still unless something waits. */
export async function linkOnClock(
  clock: VirtualClock,
  engine: Engine,
  address: IntegrationAddress,
  fetch: Fetch,
): Promise<void> {
  await besideThreads(clock, link(engine, address, fetch))
}

async function link(engine: Engine, address: IntegrationAddress, fetch: Fetch): Promise<void> {
  const { subscriberId } = address
  await engine.saveSubscriber({ id: subscriberId, region: 'US', pricingLevel: null, terms: studioTerms })
  await engine.savePlatformConfiguration(subscriberId, {
    id: subscriberId,
    taxRates: [],
    revenueCategories: [],
    paymentMethods: [],
    products: [],
  })
  const answer = await engine.link({
    ...address,
    settings: {},
    redirectUri: 'https://platform.example/callback',
    user,
  })
  if (answer.kind === 'linked') return
  const page = await fetch(answer.authorisationUrl, { redirect: 'manual' })
  const back = page.headers.get('location')
  if (back === null) throw new Error(`The consent page answered ${page.status}.`)
  await engine.finishLink({ ...address, url: back })
}

/** Lets time pass while something waits for it, though the work also waits for threads of the runtime that hash for it. */
async function besideThreads(clock: VirtualClock, work: Promise<void>): Promise<void> {
  const progress = { isDone: false }
  const end = (): void => {
    progress.isDone = true
  }
  work.then(end, end)
  while (!progress.isDone) {
    for (let turn = 0; turn < patience && !progress.isDone; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
    if (!progress.isDone) await clock.advanceToNext()
  }
  await work
}
