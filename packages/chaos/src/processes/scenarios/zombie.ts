import { type StepName, stepNames } from '@ledgerpost/engine'
import { passages } from '../kill-matrix/passages.js'
import { judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave } from '../platform/orders.js'
import { openStage, type Stage } from '../stage.js'
import type { Moment } from '../worker/messages.js'
import { inParallel } from './in-parallel.js'
import { type Kind, kinds } from './kinds.js'
import { Outcome, type Scenario } from './scenario.js'

const sendSteps = stepNames.filter((step) => {
  const passage = passages[step]
  return step.startsWith('send.') && 'circumstance' in passage && passage.circumstance === 'sync'
})

/**
 * A process is stopped (SIGSTOP) at each step of sending until its lease has lapsed and another has done the job; then
 * it goes on (SIGCONT) and believes that the job is its own. It changes nothing any more, and nothing is booked twice.
 */
export const zombie: Scenario = {
  name: 'stopped past the lease and continued',
  async play({ workshop, say }) {
    const outcome = new Outcome()
    for (const kind of kinds.filter(({ summarise }) => !summarise)) {
      const runs = sendSteps.flatMap((step) => [
        { step, moment: 'before' } as const,
        { step, moment: 'after' } as const,
      ])
      await inParallel(2, runs, async ({ step, moment }) => {
        const id = `${kind.id}-${step.replace('.', '-')}-${moment}`
        const stage = await openStage(workshop, { subscribers: [id] })
        try {
          await playZombie(stage, { ...kind, id }, step, moment, outcome)
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error)
          outcome.violations.push(`${kind.name} ${step} ${moment}: broke off: ${message}`)
        } finally {
          await stage.close()
        }
      })
      say(`${kind.name}: every step of sending, ${outcome.violations.length} violations so far`)
    }
    return outcome
  },
}

async function playZombie(
  stage: Stage,
  kind: Kind,
  step: StepName,
  moment: Moment,
  outcome: Outcome,
): Promise<void> {
  const { id } = kind
  const where = `${kind.name} ${step} ${moment}`
  const books = kind.books(stage)
  const stopped = await stage.start('stopped')
  const api = stage.apiOf(stopped)
  await api.configure(id, books.plan(id, kind.summarise))
  await api.feed(id, firstWave())
  await stopped.arm({ step, moment, occurrence: 1, deed: 'wait' })
  await api.sync(id, books.type)
  await until(30_000, where, () => stopped.takeReached() !== undefined)
  stopped.signal('SIGSTOP')
  const other = await stage.start('other')
  await stage.rest(id)
  await other.stop()
  const left = await stateOf(stage, id)
  let isIdle = false
  stopped.trace((point) => {
    // It takes up another job only when it has given up this one.
    if (point.step === 'job.claim') isIdle = true
  })
  stopped.signal('SIGCONT')
  stopped.release()
  await api.refresh(id, books.type)
  await until(30_000, `The end of the job in the process that was stopped at ${where}`, () => isIdle)
  await stage.rest(id)
  outcome.expect(
    (await stateOf(stage, id)) === left,
    `${where}: the process that was stopped has written something`,
  )
  outcome.add(where, await judge(books, stage.database, id, firstWave()))
  await stopped.stop()
}

/** Everything that a worker writes of a subscriber, as one text. */
async function stateOf(stage: Stage, subscriberId: string): Promise<string> {
  const tables = [
    'packet_state',
    'packet_status',
    'document',
    'submission',
    'submission_answer',
    'sync_state',
    'sync_record',
  ]
  const states = await Promise.all(
    tables.map((table) =>
      stage.database.query(
        subscriberId,
        `select to_jsonb(entry) as entry from ledgerpost.${table} as entry order by 1`,
      ),
    ),
  )
  return JSON.stringify(states)
}
