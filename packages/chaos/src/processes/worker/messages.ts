import { type StepName, stepNames } from '@ledgerpost/engine'
import { serverRoles } from '@ledgerpost/server'
import { z } from 'zod'

const step = z.enum(stepNames)
const moment = z.enum(['before', 'after'])
/** Right before a step begins, or right after its work is done: for a transaction, after its commit. */
export type Moment = z.output<typeof moment>

/**
 * What a process is to do when it comes to a point of a job:
 * - wait: says so and stands still there until it is released or killed
 * - fail: throws there, as anything unexpected does
 * - fail-for-good: throws there what no repetition helps against
 */
const arm = z.object({
  step,
  moment,
  /** The how manieth passing of the point it is; 1 is the first from now on. */
  occurrence: z.int().min(1),
  deed: z.enum(['wait', 'fail', 'fail-for-good']),
})
export type Arm = z.output<typeof arm>

/** Where the process stands: `send.send before`. */
export interface Point {
  readonly step: StepName
  readonly moment: Moment
}

const xero = z.object({
  url: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** In milliseconds: what would take minutes against Xero itself. */
  settlingTime: z.number(),
  answerTimeout: z.number(),
})

/** How a process is set up; it comes in the environment variable that `setupVariable` names. */
export const setup = z.object({
  databaseUrl: z.string(),
  poolSize: z.number(),
  workerName: z.string(),
  leaseMilliseconds: z.number(),
  pollMilliseconds: z.number(),
  /** A job that has taken so long gives way when others wait. */
  sliceMilliseconds: z.number(),
  /** How far its clock is ahead, in milliseconds; that of the database is not. */
  clockAhead: z.number(),
  /** Whether it starts on a database that was restored from a copy, as `--restored` says. */
  isRestored: z.boolean(),
  roles: z.array(z.enum(serverRoles)),
  dataDirectory: z.string(),
  /** Where `SUBSCRIBER.ndjson` holds what the order source has of a subscriber. */
  ordersDirectory: z.string(),
  secretKey: z.string(),
  tokenSecret: z.string(),
  xero: xero.nullable(),
  arms: z.array(arm),
})
export type Setup = z.output<typeof setup>
export const setupVariable = 'LEDGERPOST_CHAOS_SETUP'

/** What the process that plays says to a server process. */
export const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arm'), arms: z.array(arm) }),
  /** Lets go on what stands still. */
  z.object({ kind: z.literal('release') }),
  /** From now on every point that is passed is told. */
  z.object({ kind: z.literal('trace') }),
])
export type Order = z.output<typeof order>

/** What a server process says. */
export const report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), url: z.string() }),
  z.object({ kind: z.literal('armed') }),
  z.object({ kind: z.literal('reached'), step, moment }),
  z.object({ kind: z.literal('passed'), step, moment }),
])
export type Report = z.output<typeof report>
