import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Books } from '../books/books.js'
import { bothJudgements, type Judgement, judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave, laterSale, secondWave } from '../platform/orders.js'
import type { Stage } from '../stage.js'
import type { Arm, Setup } from '../worker/messages.js'
import type { ServerProcess } from '../worker/server-process.js'
import { faultsOfSweep, makeDue, type Recurring, recurring, untilDone } from './ahead.js'
import type { KillPoint } from './points.js'

/** Who goes on: a process under the name of the one that died, at once; or another, when the lease has lapsed. */
export type Successor = 'same name' | 'other name'

export interface KillRun {
  readonly judgement: Judgement
  readonly kills: number
  /** From the last kill until no job was left, in milliseconds. */
  readonly recovery: number
  /** The process that took over, which may be the next to be killed. */
  readonly server: ServerProcess
}

const waves = { first: firstWave(), second: secondWave() }
/** More than a job reads at once. */
const many = Array.from({ length: 500 }, (_, index) => laterSale(`many-${index + 1}`))

/** A point that was armed for was not come to although all work is done. */
export class NeverReached extends Error {
  override readonly name = 'NeverReached'
}

/** Has one subscriber's orders booked while the process that does it is killed at a point, and judges the books. */
export async function playKill(
  stage: Stage,
  victim: ServerProcess,
  point: KillPoint,
  subscriberId: string,
  successor: Successor,
): Promise<KillRun> {
  const books = point.books === 'Xero' ? stage.xero : stage.plainText
  const play = new Play(stage, victim, point, subscriberId, successor, books)
  await stage.apiOf(victim).configure(subscriberId, books.plan(subscriberId, point.summarise))
  await play.comeToThePoint()
  await play.succeed()
  const killed = Date.now()
  await stage.rest(subscriberId)
  const recovery = Date.now() - killed
  const faults = await play.comeBack()
  const look = () => judge(books, stage.database, subscriberId, play.fed)
  // What cannot be found out any more is left to the next sync, and a refresh books nothing.
  const isBooked = !['never-booked', 'queued', 'refresh'].includes(point.circumstance)
  const first = isBooked ? await look() : undefined
  await play.deliverTheRest()
  const last = await look()
  const judgement = first ? bothJudgements(first, last) : last
  return {
    judgement: { ...judgement, faults: [...judgement.faults, ...faults] },
    kills: play.kills,
    recovery,
    server: play.server,
  }
}

class Play {
  readonly fed: object[] = []
  kills = 0
  readonly #arm: Arm
  #ahead: Recurring | undefined
  #refreshes = 0

  constructor(
    readonly stage: Stage,
    public server: ServerProcess,
    readonly point: KillPoint,
    readonly subscriberId: string,
    readonly successor: Successor,
    readonly books: Books,
  ) {
    const { step, moment, occurrence } = point
    this.#arm = { step, moment, occurrence, deed: 'wait' }
  }

  /** Brings the process to the point at which it is to die. */
  async comeToThePoint(): Promise<void> {
    const { circumstance, moment } = this.point
    const { faults } = this.stage.xero.fake
    switch (circumstance) {
      case 'sync':
      case 'pull':
        // Edits, refunds and voids are under way in half of the runs.
        if (moment === 'after') {
          await this.deliver(waves.first)
          await this.sync()
          await this.stage.rest(this.subscriberId)
        }
        return this.#syncTo(this.#arm)
      case 'refresh':
        await this.server.arm(this.#arm)
        await this.stage.apiOf(this.server).refresh(this.subscriberId, this.books.type)
        return this.#atThePoint()
      case 'long':
        return this.#syncTo(waitAt('send.record-intent'), this.#arm)
      case 'drained':
        await this.#syncTo(waitAt('send.record-intent'))
        await this.server.arm(this.#arm)
        this.server.signal('SIGTERM')
        return this.#atThePoint()
      case 'failing':
        return this.#syncTo({ ...waitAt('send.read-rules'), deed: 'fail' }, this.#arm)
      case 'unreachable':
        return this.#syncTo({ ...waitAt('job.claim'), deed: 'fail' }, this.#arm)
      case 'yielding':
        await this.deliver(many)
        return this.#syncTo(this.#arm)
      case 'failed-before':
        await this.#syncFailing('pack.seal')
        return this.#syncTo(this.#arm)
      case 'killed-before':
        await this.#syncTo(waitAt('send.record-outcomes'))
        await this.succeed([this.#arm])
        return this.#atThePoint()
      case 'late-answer':
        await this.#restartPatient()
        faults.order({ fault: { kind: 'drop', when: 'after' }, method: 'PUT', path: '/Invoices' })
        return this.#syncTo(this.#arm)
      case 'busy':
        faults.order({ fault: { kind: 'drop', when: 'after' }, method: 'PUT', path: '/Invoices' })
        faults.order({
          fault: { kind: 'answer', when: 'before', status: 503 },
          method: 'GET',
          path: '/Invoices',
          times: 3,
        })
        return this.#syncTo(this.#arm)
      case 'never-booked':
        faults.order({ fault: { kind: 'drop', when: 'before' }, method: 'PUT', path: '/Invoices', times: 3 })
        return this.#syncTo(this.#arm)
      case 'queued':
        await this.#syncFailing('send.read-waiting')
        faults.order({ fault: { kind: 'drop', when: 'before' }, method: 'PUT', path: '/Invoices', times: 3 })
        return this.#syncTo(this.#arm)
      case 'restored':
        return this.#restoreTo(this.#arm)
      case 'swept':
      case 'kept-alive':
        await this.deliver(waves.first)
        await this.sync()
        await this.stage.rest(this.subscriberId)
        return this.#goAhead(recurring[circumstance])
    }
  }

  /** Kills the process and starts the one that takes over. */
  async succeed(arms: readonly Arm[] = []): Promise<void> {
    await this.server.kill()
    this.kills += 1
    const name =
      this.successor === 'same name' ? this.server.workerName : `${this.subscriberId} worker ${this.kills}`
    this.server = await this.stage.start(name, { arms: [...arms], clockAhead: this.#ahead?.clockAhead ?? 0 })
  }

  /** Back to what other runs begin with. Answers what is wrong with what was done meanwhile. */
  async comeBack(): Promise<readonly string[]> {
    const faults: string[] = []
    if (this.#ahead) {
      await untilDone(this.stage, this.subscriberId, this.#ahead)
      await this.#restart({})
      const refreshes = this.stage.xero.fake.identity.tokens.refreshes - this.#refreshes
      if (this.#ahead.kind === 'sweep') faults.push(...(await faultsOfSweep(this.stage, this.subscriberId)))
      else if (refreshes !== 1) faults.push(`the grant was refreshed ${refreshes} times`)
    }
    if (this.point.circumstance === 'restored') {
      await this.stage.database.query('', 'delete from ledgerpost.restoration')
    }
    return faults
  }

  /** Whatever was not fed yet, so that the books are complete; then a sync has nothing left to hide behind. */
  async deliverTheRest(): Promise<void> {
    for (const wave of [waves.first, waves.second]) {
      if (!wave.every((order) => this.fed.includes(order))) await this.deliver(wave)
    }
    await this.sync()
    await this.stage.rest(this.subscriberId)
  }

  async deliver(orders: readonly object[]): Promise<void> {
    this.fed.push(...orders)
    await this.#feed(orders)
  }

  async #feed(orders: readonly object[]): Promise<void> {
    if (this.point.circumstance === 'pull') {
      const file = join(this.stage.ordersDirectory, `${this.subscriberId}.ndjson`)
      await appendFile(file, orders.map((order) => `${JSON.stringify(order)}\n`).join(''))
      return
    }
    await this.stage.apiOf(this.server).feed(this.subscriberId, orders)
  }

  async sync(): Promise<void> {
    await this.stage.apiOf(this.server).sync(this.subscriberId, this.books.type)
  }

  async #syncTo(...arms: readonly Arm[]): Promise<void> {
    const isFirst = !this.fed.includes(waves.first[0] ?? {})
    await this.server.arm(...arms)
    await this.deliver(isFirst ? waves.first : waves.second)
    await this.sync()
    const last = arms.at(-1)
    if (last) await this.#at(last)
  }

  /** A sync that fails before the step and is not tried again. */
  async #syncFailing(step: Arm['step']): Promise<void> {
    await this.server.arm({ ...waitAt(step), deed: 'fail-for-good' })
    await this.deliver(waves.first)
    await this.sync()
    await this.stage.rest(this.subscriberId)
  }

  /** All that a sync did is in the books, and the database knows nothing of it. */
  async #restoreTo(arm: Arm): Promise<void> {
    const { databases, database } = this.stage
    await this.server.stop()
    const copy = await databases.copy(database.name)
    await this.#restart({})
    await this.deliver(waves.first)
    await this.sync()
    await this.stage.rest(this.subscriberId)
    await this.server.stop()
    await databases.restore(database, copy)
    await this.#restart({ isRestored: true, arms: [arm] })
    await this.#feed(waves.first)
    await this.sync()
    await this.#at(arm)
  }

  async #goAhead(ahead: Recurring): Promise<void> {
    this.#ahead = ahead
    this.#refreshes = this.stage.xero.fake.identity.tokens.refreshes
    await this.#restart({ clockAhead: ahead.clockAhead, arms: [this.#arm] })
    await makeDue(this.stage, this.subscriberId, ahead)
    await this.#atThePoint()
  }

  /** A process that is too slow would find that the time to settle has passed already. */
  #restartPatient(): Promise<void> {
    return this.#restart({ xero: { ...this.stage.xeroSetup, settlingTime: 10_000 } })
  }

  /** Ends the process, if it still runs, and starts one of its name. */
  async #restart(changes: Partial<Setup>): Promise<void> {
    await this.server.stop()
    this.server = await this.stage.start(this.server.workerName, changes)
  }

  #atThePoint(): Promise<void> {
    return this.#at(this.#arm)
  }

  /** Waits until the process stands at the point. @throws NeverReached if all work is done before */
  async #at({ step, moment }: Arm): Promise<void> {
    let restedAt: number | undefined
    await until(longestWay, `${step} ${moment}`, async () => {
      const reached = this.server.takeReached()
      if (reached) return reached.step === step && reached.moment === moment
      restedAt = (await this.stage.isAtRest(this.subscriberId)) ? (restedAt ?? Date.now()) : undefined
      // After the last step the process may still be about to say that it stands there.
      if (restedAt !== undefined && Date.now() - restedAt > 3000) {
        throw new NeverReached(`${step} ${moment} was not come to.`)
      }
      return false
    })
  }
}

/** How long a process may take to come to the point, in milliseconds. */
const longestWay = 30_000

function waitAt(step: Arm['step']): Arm {
  return { step, moment: 'before', occurrence: 1, deed: 'wait' }
}
