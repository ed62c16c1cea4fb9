import { createFakeXero, type FakeXero } from '@ledgerpost/adapter-xero/fake'
import type { MemoryStore } from '@ledgerpost/engine/memory-store'
import { type SeededRandom, seededRandom } from '@ledgerpost/testkit'
import { type LooseEntry, LooseLedger } from '../loose/loose-ledger.js'
import { StandingLaws } from '../oracle/standing-laws.js'
import { Chronicle, type Note } from './chronicle.js'
import { looseAccounts, looseConfiguration, organisationOf } from './chart.js'
import { Fates } from './fates.js'
import { leaseMilliseconds, type Machine, type MachineParts, readerOf, startMachine } from './machine.js'
import type { Departure } from './network.js'
import { drawFault, nameOf, type NetworkFault } from './network-fault.js'
import { OrderPlatform, orderSourceOf } from './order-platform.js'
import type { WorldPlan } from './plan.js'
import { Scheduler } from './scheduler.js'
import type { SimProcess } from './sim-process.js'
import type { StoreFault } from './watched-store.js'
import { WorldLog } from './world-log.js'

/** A call that reached for the integrator. */
export type Call = Omit<Departure, 'process'>

/** Everything that exists in a simulated world, and what happens to it by chance. */
export class World {
  readonly scheduler: Scheduler
  readonly xero: FakeXero
  readonly platform = new OrderPlatform()
  readonly loose = new LooseLedger()
  readonly log: WorldLog
  readonly faults = new Map<string, number>()
  readonly calls: Call[] = []
  readonly laws: StandingLaws
  chronicle = new Chronicle()
  machines: Machine[] = []
  /** When the last fault was injected. */
  lastFault = 0
  /** Effects that are still under way, though nobody waits for them any more. */
  lateEffects = 0
  /** Of what happens in it. */
  readonly chance: SeededRandom
  readonly #fates: Fates
  readonly #parts: MachineParts
  #names = 0
  #ids = 0
  #hasFaults = false
  #voided: readonly LooseEntry[] = []

  constructor(
    readonly plan: WorldPlan,
    readonly store: MemoryStore,
    clock: { now: () => number },
    start: number,
    isLogged: boolean,
  ) {
    this.scheduler = new Scheduler(start, seededRandom(plan.seed * 16 + 2))
    clock.now = () => this.scheduler.now
    this.log = new WorldLog(isLogged)
    this.chance = seededRandom(plan.seed * 16 + 3)
    this.#fates = new Fates(plan, seededRandom(plan.seed * 16 + 4))
    this.xero = createFakeXero({
      clock: {
        now: () => this.scheduler.now,
        sleep: (milliseconds, signal) => this.scheduler.sleep(undefined, milliseconds, signal),
      },
      organisations: plan.subscribers.map(({ tenantId, id }) => organisationOf(tenantId, `Books of ${id}`)),
    })
    this.laws = new StandingLaws({
      xero: this.xero,
      loose: this.loose,
      subscribers: plan.subscribers,
      chronicle: () => this.chronicle,
      now: () => this.scheduler.now,
    })
    this.#parts = {
      scheduler: this.scheduler,
      app: this.xero.app,
      looseBooks: {
        ...looseAccounts,
        configuration: looseConfiguration,
        tenantOf: (subscriberId) => plan.subscribers.find(({ id }) => id === subscriberId)?.tenantId ?? '',
      },
      store: () => this.store,
      orderSourceOf: (process) =>
        plan.isPulled
          ? orderSourceOf(this.platform, this.scheduler, process, () => this.#isPlatformDown())
          : undefined,
      network: {
        scheduler: this.scheduler,
        integrator: (request) =>
          new URL(request.url).hostname === 'loose.example'
            ? this.loose.answer(request)
            : this.xero.handler(request),
        latency: () => this.chance.integer(20, 400),
        faultOf: (departure) => this.#depart(departure),
        answered: (departure, status) => this.laws.answered(departure, status),
        unanswered: (departure) => this.#meddle(departure),
        late: (change) => {
          this.lateEffects += change
        },
      },
      faultOf: () => () => this.#storeFault(),
      committed: (process) => (notes) => this.#committed(process, notes),
      newId: () => {
        this.#ids += 1
        return `00000000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`
      },
      log: (line) => this.say(line),
    }
    this.scheduler.mayGoOn = (process, label) => this.#mayGoOn(process, label)
  }

  get now(): number {
    return this.scheduler.now
  }

  say(line: string): void {
    this.log.add(this.now, line)
  }

  count(fault: string): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1)
    this.lastFault = this.now
  }

  /** From now on things go wrong, or no more. What is stopped goes on, and what is dead is started again. */
  setFaults(isOn: boolean): void {
    this.#hasFaults = isOn
    this.#fates.isOver = !isOn
    for (const { process } of this.machines) {
      process.skew = isOn ? process.skew : 0
      if (process.state === 'paused') process.state = 'running'
    }
    if (!isOn) {
      for (const entry of this.#voided) entry.isVoided = false
      this.loose.archived.clear()
    }
    while (this.machines.length < this.plan.processes) this.start()
  }

  /** A process that asks and is never harmed, for those who look on. */
  observer(): Machine {
    return startMachine(this.#parts, 'observer', 0, false)
  }

  /** Reads what the store holds, while nothing goes on. */
  reader(): ReturnType<typeof readerOf> {
    return readerOf(this.#parts)
  }

  start(name = this.#newName()): void {
    const skew = this.plan.skew === 0 ? 0 : this.chance.integer(-this.plan.skew, this.plan.skew)
    const machine = startMachine(this.#parts, name, this.#hasFaults ? skew : 0, true)
    this.machines = [...this.machines, machine]
    this.say(`${name} starts`)
    const gone = (): void => {
      if (machine.process.state === 'dead') return
      machine.process.kill()
      this.scheduler.drop(machine.process)
      this.#bury(machine, name)
    }
    machine.stopped.then(gone, (error: unknown) => {
      this.laws.broken.push(`I6 the worker ${name} gave up: ${String(error)}`)
      gone()
    })
  }

  /** One of the processes that run, by chance. */
  anyMachine(): Machine | undefined {
    const running = this.machines.filter(({ process }) => process.state === 'running')
    return running.length === 0 ? undefined : this.chance.pick(running)
  }

  wakeAll(): void {
    for (const machine of this.machines) if (machine.process.state === 'running') machine.wake()
  }

  #newName(): string {
    this.#names += 1
    return `worker-${this.#names}`
  }

  #committed(process: SimProcess, notes: readonly Note[]): void {
    this.chronicle.add(notes)
    this.laws.committed(process, notes)
    for (const note of notes) {
      if (note.kind === 'due') this.wakeAfter(note.delay + this.chance.integer(1, 2000))
      if (note.kind === 'status')
        this.say(`the integration ${note.integrationId.slice(-4)} becomes ${note.status}`)
    }
  }

  wakeAfter(milliseconds: number): void {
    this.scheduler.at(this.now + milliseconds, 'alarm', () => this.wakeAll())
  }

  #storeFault(): StoreFault {
    if (!this.#hasFaults || this.chance.integer(1, 1000) > this.plan.storeFaults) return undefined
    const fault = this.chance.pick(['before', 'after'] as const)
    this.count(fault === 'before' ? 'transaction refused' : 'commit without answer')
    this.say(`the store fails ${fault} the commit`)
    return fault
  }

  /** The owner voids by hand what was booked and not answered; it stays so until the faults end. */
  #meddle({ kind, path, body }: Departure): void {
    const [, , tenantId = '', operation] = path.split('/')
    if (kind !== 'write-unguarded' || operation !== 'payments' || !this.chance.chance(50)) return
    const entry = this.loose
      .entries(tenantId)
      .find((each) => !each.isVoided && body.includes(`"${each.reference}"`))
    if (!entry) return
    this.count('document voided by hand')
    this.say(`the owner voids ${entry.reference}`)
    entry.isVoided = true
    this.#voided = [...this.#voided, entry]
  }

  #isPlatformDown(): boolean {
    if (!this.#hasFaults || !this.chance.chance(this.plan.networkFaults)) return false
    this.count('platform unavailable')
    return true
  }

  #depart(departure: Departure): NetworkFault | undefined {
    const { process, kind, method, path, body } = departure
    this.calls.push({ kind, method, path, query: departure.query, body })
    const isHit = this.#hasFaults && this.chance.chance(this.plan.networkFaults)
    const fault = isHit ? drawFault(this.chance, kind) : undefined
    this.laws.departed(departure, fault !== undefined)
    if (fault) this.count(nameOf(fault))
    this.say(`${process.name} calls ${method} ${path}${fault ? `: ${nameOf(fault)}` : ''}`)
    return fault
  }

  #mayGoOn(process: SimProcess, label: string): boolean {
    if (!this.#hasFaults) return true
    const machine = this.machines.find((each) => each.process === process)
    const fate = machine && this.#fates.draw(process.step)
    if (!fate) return true
    this.count(
      { kill: 'process killed', pause: 'process stopped', drain: 'process drained', jump: 'clock jump' }[
        fate
      ],
    )
    this.say(`${fate} ${process.name} at ${label}`)
    if (fate === 'kill') {
      process.kill()
      this.scheduler.drop(process)
      this.#bury(machine, this.chance.chance(60) ? process.name : undefined)
      return false
    }
    if (fate === 'pause') {
      process.state = 'paused'
      const end = this.chance.integer(5000, 30 * 60_000)
      this.scheduler.at(this.now + end, 'resume', () => {
        if (process.state !== 'paused') return
        process.state = 'running'
        this.say(`${process.name} goes on`)
      })
      this.wakeAfter(leaseMilliseconds + 1000)
      return false
    }
    if (fate === 'drain') machine.drain()
    else process.skew += this.chance.integer(-30_000, 30_000)
    return true
  }

  /** Another process is started in its place after a while, perhaps under its name. */
  #bury(machine: Machine, name: string | undefined): void {
    this.machines = this.machines.filter((each) => each !== machine)
    this.scheduler.at(this.now + this.chance.integer(0, 180_000), 'restart', () => {
      if (this.machines.length < this.plan.processes) this.start(name)
    })
    this.wakeAfter(leaseMilliseconds + 1000)
  }
}
