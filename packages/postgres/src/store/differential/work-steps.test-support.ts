import { fc } from '@fast-check/vitest'
import type { CommonTransaction, JobTask, RateBucket } from '@ledgerpost/engine'
import { limit, times, which } from './names.test-support.js'
import { type CommonStep, durations, leaseOf, type Player, scoped, step, weeks } from './step.test-support.js'

const task = fc.oneof(
  fc.record({
    kind: fc.constantFrom('sync' as const, 'sync' as const, 'resync' as const),
    record: which.record,
  }),
  fc.record({ kind: fc.constantFrom('refresh' as const, 'sweep' as const, 'keep-alive' as const) }),
)

/** Steps about the jobs and schedules of a subscriber. */
export const jobSteps = [
  scoped(
    'addJob',
    fc.tuple(which.job, which.integration, task, fc.option(durations, { nil: undefined })),
    (tx, [job, integration, chosen, delayMilliseconds], { names }) => {
      const wanted: JobTask =
        'record' in chosen
          ? { kind: chosen.kind, recordId: names.of('record', chosen.record) }
          : { kind: chosen.kind }
      return tx.addJob({
        id: names.of('job', job),
        integrationId: names.of('integration', integration),
        task: wanted,
        ...(delayMilliseconds === undefined ? {} : { delayMilliseconds }),
      })
    },
  ),
  scoped('assertLease', which.claim, (tx, claim, player) => tx.assertLease(leaseOf(player, claim).lease)),
  scoped('finishJob', fc.tuple(which.claim, which.claim), (tx, [claim, job], player) =>
    tx.finishJob(leaseOf(player, job).jobId, leaseOf(player, claim).lease),
  ),
  scoped('postponeJob', fc.tuple(which.claim, which.claim, durations), (tx, [claim, job, delay], player) =>
    tx.postponeJob(leaseOf(player, job).jobId, leaseOf(player, claim).lease, delay),
  ),
  scoped('lockSchedule', which.integration, (tx, integration, { names }) =>
    tx.lockSchedule(names.of('integration', integration)),
  ),
  scoped(
    'saveSchedule',
    fc.tuple(which.integration, fc.option(times)),
    (tx, [integration, dueAt], { names }) => tx.saveSchedule(names.of('integration', integration), dueAt),
  ),
]

const buckets = fc.uniqueArray(
  fc.constantFrom<RateBucket>(
    { key: 'app', count: 3, span: 3 * weeks, burst: 2 },
    { key: 'organisation', count: 4, span: 6 * weeks, burst: 1 },
  ),
  { maxLength: 2 },
)
/** No whole number of weeks, which the clocks would not agree about. */
const longestWaits = fc.constantFrom(0, 0.5 * weeks, 1.5 * weeks, 9.5 * weeks)

/** Steps about what belongs to no subscriber. Times are told in tenths of weeks. */
export const commonSteps = [
  common(
    'claimJob',
    fc.tuple(fc.constantFrom('one', 'other'), durations, fc.option(which.job)),
    async (tx, [worker, milliseconds, job], { names, claims }) => {
      const claim = await tx.claimJob(worker, milliseconds, job === null ? undefined : names.of('job', job))
      if (claim) claims.push(claim)
      return claim
    },
  ),
  common('extendLease', fc.tuple(which.claim, durations), (tx, [claim, milliseconds], player) =>
    tx.extendLease(leaseOf(player, claim).lease, milliseconds),
  ),
  common('othersWait', which.integration, (tx, integration, { names }) =>
    tx.othersWait(names.of('integration', integration)),
  ),
  common('backlog', fc.constant(null), async (tx) => {
    const { due, age } = await tx.backlog()
    return { due, age: inWeeks(age) }
  }),
  common('dueSchedules', fc.tuple(times, limit), (tx, [time, most]) => tx.dueSchedules(time, most)),
  common('saveLookUpUntil', times, (tx, time) => tx.saveLookUpUntil(time)),
  common('lookUpUntil', fc.constant(null), (tx) => tx.lookUpUntil()),
  common('takeTurn', fc.tuple(buckets, longestWaits), async (tx, [wanted, longestWait]) => {
    const { isTaken, wait } = await tx.takeTurn(wanted, longestWait)
    return { isTaken, wait: inWeeks(wait) }
  }),
  common(
    'pauseBucket',
    fc.tuple(fc.constantFrom('app', 'organisation'), durations),
    (tx, [key, milliseconds]) => tx.pauseBucket(key, milliseconds),
  ),
]

/** To the tenth. */
export const inWeeks = (milliseconds: number): number => Math.round(milliseconds / (weeks / 10)) / 10

function common<Parameters>(
  name: string,
  parameters: fc.Arbitrary<Parameters>,
  run: (transaction: CommonTransaction, parameters: Parameters, player: Player) => Promise<unknown>,
): fc.Arbitrary<CommonStep> {
  return step(name, parameters, run)
}
