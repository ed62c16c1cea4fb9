import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabases } from './database/databases.js'
import { type MatrixRun, playMatrix } from './kill-matrix/play-matrix.js'
import { killPoints } from './kill-matrix/points.js'
import type { PointResult, ProcessResult, ScenarioResult } from './result.js'
import { scenarios } from './scenarios/index.js'
import { Outcome } from './scenarios/scenario.js'
import type { Workshop } from './stage.js'
import { bundleWorkerProcess } from './worker/bundle.js'
import { killAllProcesses } from './worker/server-process.js'

export { type ProcessResult, resultJson } from './result.js'

export interface ProcessOptions {
  /** A PostgreSQL server whose user may create databases and roles; undefined: nothing is played. */
  readonly serverUrl: string | undefined
  /** The matrix goes on until so many processes were killed; 0 leaves it out. Default: each point twice. */
  readonly kills?: number | undefined
  /** Only the runs and scenarios whose name contains this. */
  readonly only?: string | undefined
  /** Runs of the matrix side by side. Default: 2. */
  readonly lanes?: number | undefined
  /** In the scenarios with many of them. Default: 1,000. */
  readonly subscribers?: number | undefined
  /** Takes lines for people as results come. */
  readonly say?: (line: string) => void
  /** Aborts: everything is ended and removed, and what was played until then is the result. */
  readonly signal?: AbortSignal
}

/** Says how to name a server. */
export const serverMissing =
  'Faults with real processes need a PostgreSQL server: set LEDGERPOST_TEST_DATABASE_URL=postgres://… (its user needs createdb and createrole).'

/** Plays faults with real processes, a real PostgreSQL server, real sockets and SIGKILL. */
export async function playProcesses(options: ProcessOptions): Promise<ProcessResult> {
  const { serverUrl, signal = new AbortController().signal, say = () => undefined } = options
  const began = Date.now()
  const runs: MatrixRun[] = []
  const played: ScenarioResult[] = []
  if (serverUrl === undefined || serverUrl === '') return resultOf(runs, played, began, serverMissing)
  process.on('exit', killAllProcesses)
  const directory = await mkdtemp(join(tmpdir(), 'ledgerpost-chaos-'))
  const bundle = await bundleWorkerProcess()
  const removeFiles = async () => {
    await bundle.remove()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    const databases = await openDatabases(serverUrl)
    try {
      const workshop = { databases, bundle: bundle.path, directory }
      await unlessAborted(signal, playAll(workshop, { ...options, say, signal }, runs, played))
    } finally {
      killAllProcesses()
      // Side by side: whoever interrupts may not wait for long.
      await Promise.all([databases.close(), removeFiles()])
    }
  } finally {
    process.off('exit', killAllProcesses)
    await removeFiles()
  }
  return resultOf(runs, played, began, null)
}

async function playAll(
  workshop: Workshop,
  options: ProcessOptions & { readonly say: (line: string) => void; readonly signal: AbortSignal },
  runs: MatrixRun[],
  played: ScenarioResult[],
): Promise<void> {
  const { kills, only = '', lanes = 2, subscribers = 1000, say, signal } = options
  for (const { name, play } of scenarios) {
    if (signal.aborted || !name.includes(only)) continue
    const start = Date.now()
    const outcome = await play({ workshop, subscribers, say: (line) => say(`${name}: ${line}`) }).catch(
      brokenOff,
    )
    const seconds = (Date.now() - start) / 1000
    played.push({ ...outcomeOf(outcome), name, seconds })
    say(`${name}: ${verdict(outcome.violations)} (${seconds.toFixed(1)} s)`)
  }
  if (kills === 0) return
  await playMatrix(workshop, {
    kills,
    only,
    lanes,
    signal,
    onRun(run) {
      runs.push(run)
      const recovery = run.recovery === null ? 'never at rest' : `at rest after ${run.recovery} ms`
      say(`${run.name}: ${verdict(run.faults)}, ${recovery}`)
    },
  })
}

/** A scenario that breaks off has not shown what it is to show. */
function brokenOff(error: unknown): Outcome {
  const outcome = new Outcome()
  outcome.violations.push(`broke off: ${error instanceof Error ? error.message : String(error)}`)
  return outcome
}

function outcomeOf({
  kills,
  lost,
  duplicated,
  centsOff,
  violations,
}: Omit<ScenarioResult, 'name' | 'seconds'>) {
  return { kills, lost, duplicated, centsOff, violations }
}

function verdict(violations: readonly string[]): string {
  return violations.length === 0 ? 'exact' : `BROKEN: ${violations.join('; ')}`
}

/** Resolves early when the signal aborts; what is under way fails when its processes and databases go. */
async function unlessAborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([work, aborted])
}

function resultOf(
  runs: readonly MatrixRun[],
  played: readonly ScenarioResult[],
  began: number,
  skipped: string | null,
): ProcessResult {
  const all = [...runs, ...played]
  return {
    skipped,
    runs: all.length,
    kills: all.reduce((sum, { kills }) => sum + kills, 0),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    duplicated: all.reduce((sum, { duplicated }) => sum + duplicated, 0),
    centsOff: all.reduce((sum, { centsOff }) => sum + centsOff, 0n),
    points: pointsOf(runs),
    notPlayed: killPoints().notPlayed,
    scenarios: played,
    recoveries: runs.flatMap(({ recovery }) => recovery ?? []),
    broken: [
      ...runs.flatMap(({ name, faults }) => faults.map((fault) => `--only "${name}": ${fault}`)),
      ...played.flatMap(({ name, violations }) => violations.map((fault) => `--only "${name}": ${fault}`)),
    ],
    seconds: (Date.now() - began) / 1000,
  }
}

function pointsOf(runs: readonly MatrixRun[]): Record<string, PointResult> {
  const points: Record<string, PointResult> = {}
  for (const { point, kills, recovery } of runs) {
    const name = `${point.step} ${point.moment}`
    const known = points[name] ?? { runs: 0, kills: 0, slowestRecovery: null }
    points[name] = {
      runs: known.runs + 1,
      kills: known.kills + kills,
      slowestRecovery:
        recovery === null ? known.slowestRecovery : Math.max(known.slowestRecovery ?? 0, recovery),
    }
  }
  return points
}
