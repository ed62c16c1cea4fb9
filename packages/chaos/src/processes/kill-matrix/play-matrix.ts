import { openStage, type Stage, type Workshop } from '../stage.js'
import type { ServerProcess } from '../worker/server-process.js'
import { type KillRun, NeverReached, playKill, type Successor } from './kill-run.js'
import { type KillPoint, killPoints } from './points.js'

/** One run, and what it came to. */
export interface MatrixRun {
  /** What plays it again: `Xero per order send.plan before, same name`. */
  readonly name: string
  readonly point: KillPoint
  readonly kills: number
  readonly lost: number
  readonly duplicated: number
  readonly centsOff: bigint
  /** In milliseconds, from the last kill until all work was done; null if it never was. */
  readonly recovery: number | null
  readonly faults: readonly string[]
  /** In milliseconds, all in all. */
  readonly took: number
}

export interface MatrixOptions {
  /** Plays on until so many processes were killed; default: every point once with either successor. */
  readonly kills?: number | undefined
  /** Only the runs whose name contains this. */
  readonly only?: string | undefined
  /** Runs side by side. */
  readonly lanes: number
  readonly onRun: (run: MatrixRun) => void
  readonly signal: AbortSignal
}

interface Task {
  readonly name: string
  readonly point: KillPoint
  readonly successor: Successor
}

/** Plays the matrix of kills. */
export async function playMatrix(workshop: Workshop, options: MatrixOptions): Promise<readonly MatrixRun[]> {
  const { kills = Infinity, only = '', onRun, signal } = options
  const tasks = tasksOf(only)
  const runs: MatrixRun[] = []
  let started = 0
  let killed = 0
  const isEnough = () => signal.aborted || killed >= kills || (kills === Infinity && started >= tasks.length)

  async function playLane(number: number): Promise<void> {
    const lane = openLane(workshop, number)
    try {
      while (tasks.length > 0 && !isEnough()) {
        const task = tasks[started % tasks.length]
        started += 1
        if (!task) return
        const run = await lane.play(task)
        killed += run.kills
        runs.push(run)
        onRun(run)
      }
    } finally {
      await lane.close()
    }
  }

  await Promise.all(Array.from({ length: options.lanes }, (_, index) => playLane(index + 1)))
  return runs
}

/** All points with one successor and then with the other, the two mixed. */
function tasksOf(only: string): readonly Task[] {
  const { played } = killPoints()
  const successors = ['same name', 'other name'] as const
  return successors.flatMap((_, round) =>
    played.flatMap((point, index) => {
      const successor = successors[(round + index) % 2] ?? 'same name'
      const name = `${point.name}, ${successor}`
      return name.includes(only) ? [{ name, point, successor }] : []
    }),
  )
}

interface Lane {
  play(task: Task): Promise<MatrixRun>
  close(): Promise<void>
}

/** Runs on one stage before it is made anew. */
const runsOnAStage = 100
/** How often a point that was not come to, as the machine was too slow, is tried. */
const tries = 3

/**
 * Runs one after the other. The process that took over in one run is killed in the next, so that each kill costs one
 * start; each run has a subscriber and an organisation of its own.
 */
function openLane(workshop: Workshop, number: number): Lane {
  const subscribers = Array.from({ length: runsOnAStage }, (_, index) => `lane${number}-${index + 1}`)
  let stage: Stage | undefined
  let server: ServerProcess | undefined
  let used = 0

  async function close(): Promise<void> {
    const closing = stage
    stage = undefined
    server = undefined
    used = 0
    await closing?.close()
  }

  async function once({ point, successor }: Task): Promise<KillRun> {
    if (used === runsOnAStage) await close()
    const subscriberId = subscribers[used] ?? ''
    stage ??= await openStage(workshop, { subscribers, changes: { sliceMilliseconds: 0 } })
    server ??= await stage.start(`lane ${number} worker`)
    used += 1
    const run = await playKill(stage, server, point, subscriberId, successor)
    server = run.server
    // Faults that the run had no use for would strike the next one.
    if (stage.xero.fake.faults.waiting > 0) await close()
    return run
  }

  async function attempt(task: Task): Promise<KillRun> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await once(task)
      } catch (error) {
        await close()
        if (!(error instanceof NeverReached) || attempts === tries) throw error
      }
    }
  }

  return {
    close,
    async play(task) {
      const { name, point } = task
      const began = Date.now()
      try {
        const { judgement, kills, recovery } = await attempt(task)
        return { name, point, kills, ...judgement, recovery, took: Date.now() - began }
      } catch (error) {
        const faults = [error instanceof Error ? error.message : String(error)]
        const nothing = { kills: 0, lost: 0, duplicated: 0, centsOff: 0n, recovery: null }
        return { name, point, ...nothing, faults, took: Date.now() - began }
      }
    },
  }
}
