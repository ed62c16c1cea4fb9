import { IntegratorError, LedgerpostError } from '@ledgerpost/core'
import { type Engine, Conflict } from '@ledgerpost/engine'
import type { WireOrder } from '@ledgerpost/testkit'
import { assignments, servicesAccount } from './chart.js'
import type { SubscriberPlan } from './plan.js'
import { latestAppearance } from './order-platform.js'
import { ProcessDied } from './sim-process.js'
import { type Batch, camelCased } from './trade.js'
import type { World } from './world.js'

const owner = { userId: '5000', userName: 'owner' }
const redirectUri = 'https://platform.example/callback'

export function addressOf({ id, ledger }: SubscriberPlan): { subscriberId: string; type: string } {
  return { subscriberId: id, type: ledger }
}

/** Tells about a subscriber, links its books, maps all and saves. */
export async function introduce(world: World, engine: Engine, subscriber: SubscriberPlan): Promise<void> {
  const { id, cutOff } = subscriber
  const minutes = Number(cutOff.slice(0, 2)) * 60
  await engine.saveSubscriber({
    id,
    region: 'US',
    pricingLevel: null,
    terms: {
      currency: 'USD',
      timeZone: 'America/New_York',
      cutOff: minutes,
      locations: { '2': { timeZone: 'America/Los_Angeles' } },
    },
  })
  await engine.savePlatformConfiguration(id, {
    id,
    taxRates: [],
    revenueCategories: [],
    paymentMethods: [],
    products: [],
  })
  await linkAndSave(world, engine, subscriber)
}

async function linkAndSave(world: World, engine: Engine, subscriber: SubscriberPlan): Promise<void> {
  await link(world, engine, subscriber)
  await engine.save({
    ...addressOf(subscriber),
    assignments,
    preferences: {
      summarizeData: subscriber.summarise,
      byLocation: subscriber.byLocation,
      startDate: '2000-01-01',
    },
    user: owner,
  })
}

/** Looks where the integration stands, and links it again if that is what it waits for. */
export async function repair(world: World, subscriber: SubscriberPlan): Promise<void> {
  await persist(world, `look at ${subscriber.id}`, async (engine) => {
    const { integration } = await engine.initialise(addressOf(subscriber))
    if (integration.status === 'Configured') return
    world.say(`${subscriber.id} is ${integration.status} and is linked again`)
    await linkAndSave(world, engine, subscriber)
  })
}

/** Goes through the consent page, choosing the subscriber's organisation. */
async function link(world: World, engine: Engine, subscriber: SubscriberPlan): Promise<void> {
  const address = addressOf(subscriber)
  const answer = await engine.link({ ...address, settings: {}, redirectUri, user: owner })
  if (answer.kind === 'linked') return
  const page = await world.xero.handler(
    new Request(`${answer.authorisationUrl}&fake_allow=${subscriber.tenantId}`, { redirect: 'manual' }),
  )
  await engine.finishLink({ ...address, url: page.headers.get('location') ?? '' })
}

/** The platform and the owner of a subscriber, through all of its trade. */
export async function trade(
  world: World,
  subscriber: SubscriberPlan,
  batches: readonly Batch[],
): Promise<void> {
  archiveForAWhile(world, subscriber)
  if (world.plan.isPulled) return showAll(world, subscriber, batches)
  for (const { at, orders } of batches) {
    await world.scheduler.sleep(undefined, at - world.now)
    await feed(world, subscriber, orders)
    await repair(world, subscriber)
    await syncPerhapsTwice(world, subscriber)
  }
}

/** The owner of some loose books archives an account, and takes it back when the faults end. */
function archiveForAWhile(world: World, { ledger, tenantId, isPoisoned }: SubscriberPlan): void {
  if (ledger !== 'Loose' || !isPoisoned) return
  world.scheduler.at(world.now + world.chance.integer(0, 24) * 3_600_000, 'archive', () => {
    world.say(`the owner of ${tenantId} archives an account`)
    world.loose.archived.set(tenantId, servicesAccount)
  })
}

/** Has every revision appear at the platform a little after its modification, and asks for syncs right in between. */
async function showAll(world: World, subscriber: SubscriberPlan, batches: readonly Batch[]): Promise<void> {
  const { scheduler, chance } = world
  const orders = batches.flatMap((batch) => batch.orders)
  let until = world.now
  for (const [place, order] of orders.entries()) {
    const appears = Date.parse(order.LastModifiedTime) + chance.integer(0, latestAppearance)
    scheduler.at(appears, 'appearance', () => world.platform.show(subscriber.id, order, place))
    until = Math.max(until, appears)
  }
  for (const order of orders) {
    if (!chance.chance(40)) continue
    const moment = Date.parse(order.LastModifiedTime) + chance.integer(0, latestAppearance)
    await scheduler.sleep(undefined, moment - world.now)
    await repair(world, subscriber)
    await syncPerhapsTwice(world, subscriber)
  }
  await scheduler.sleep(undefined, until - world.now)
}

/** Now and then somebody asks twice at once, and the owner has a tax rate created meanwhile, which needs a token too. */
async function syncPerhapsTwice(world: World, subscriber: SubscriberPlan): Promise<void> {
  const times = world.chance.chance(20) ? 2 : 1
  const asking = Array.from({ length: times }, () => sync(world, subscriber))
  if (subscriber.ledger === 'Xero' && world.chance.chance(30)) asking.push(createTaxRate(world, subscriber))
  await Promise.all(asking)
}

async function createTaxRate(world: World, subscriber: SubscriberPlan): Promise<void> {
  const draft = {
    name: 'A rate of the owner',
    reportType: 'OUTPUT',
    components: [{ name: 'state', percent: '4.5', isCompound: false }],
  }
  const machine = world.anyMachine()
  if (!machine) return
  try {
    const asked = machine.engine.saveTaxRate({ ...addressOf(subscriber), draft, user: owner })
    await Promise.race([asked, machine.process.died])
  } catch (error) {
    // The owner lets it be.
    world.say(`no tax rate for ${subscriber.id}: ${String(error)}`)
  }
}

/** Feeds until it is certain that all has arrived. */
async function feed(world: World, { id }: SubscriberPlan, orders: readonly WireOrder[]): Promise<void> {
  const fed = orders.map((order) => ({ input: camelCased(order) }))
  await persist(world, `feed ${id}`, async (engine) => {
    for await (const receipt of engine.feedOrders(id, fed)) {
      if (receipt.outcome === 'rejected') throw new Error(`An order was rejected: ${JSON.stringify(receipt)}`)
    }
  })
}

/** Asks for a sync until one is queued, or refused because of where the integration stands. */
export async function sync(world: World, subscriber: SubscriberPlan): Promise<void> {
  await unlessRefused(world, `sync ${subscriber.id}`, async (engine) => {
    await engine.requestSync({ ...addressOf(subscriber), user: owner })
  })
}

/** Asks until it is done, or refused because of where the integration stands: its owner has to do something first. */
export async function unlessRefused(
  world: World,
  what: string,
  ask: (engine: Engine) => Promise<void>,
): Promise<void> {
  await persist(world, what, async (engine) => {
    try {
      await ask(engine)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      world.say(`${what} is refused: ${error.message}`)
    }
  })
}

/** Asks one process after the other until one of them has answered. */
async function persist(world: World, what: string, ask: (engine: Engine) => Promise<void>): Promise<void> {
  for (;;) {
    const machine = world.anyMachine()
    if (machine) {
      try {
        world.say(`${what} at ${machine.process.name}`)
        await Promise.race([ask(machine.engine), machine.process.died])
        return
      } catch (error) {
        const isPassing =
          error instanceof ProcessDied ||
          error instanceof Conflict ||
          error instanceof IntegratorError ||
          (error instanceof LedgerpostError && error.isRetryable)
        world.say(`${what} at ${machine.process.name} fails: ${String(error)}`)
        if (!isPassing) throw error
      }
    }
    await world.scheduler.sleep(undefined, 10_000)
  }
}
