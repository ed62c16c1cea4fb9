import { writeFile } from 'node:fs/promises'
import { playProcesses, type ProcessResult, resultJson } from './index.js'

/** What of the command line concerns real processes. */
export interface ProcessArguments {
  /** The matrix goes on until so many processes were killed; undefined: the whole matrix, and all scenarios. */
  readonly kills: number | undefined
  readonly only: string | undefined
  readonly lanes: number | undefined
  readonly subscribers: number | undefined
  /** The file that the result is written to. */
  readonly json: string | undefined
}

/** Plays faults with real processes, tells what they came to, and ends this process. */
export async function runProcesses({ json, ...options }: ProcessArguments): Promise<never> {
  const broken = new AbortController()
  process.once('SIGINT', () => broken.abort())
  process.once('SIGTERM', () => broken.abort())
  const result = await playProcesses({
    serverUrl: process.env['LEDGERPOST_TEST_DATABASE_URL'],
    ...options,
    say: (line) => void process.stdout.write(`${line}\n`),
    signal: broken.signal,
  })
  if (json !== undefined) await writeFile(json, resultJson(result))
  process.stdout.write(summaryOf(result))
  // What was broken off may still wait for something.
  process.exit(exitCodeOf(result, broken.signal.aborted))
}

function exitCodeOf({ skipped, broken }: ProcessResult, isAborted: boolean): number {
  if (skipped !== null) return 2
  if (isAborted) return 130
  return broken.length === 0 ? 0 : 1
}

function summaryOf(result: ProcessResult): string {
  if (result.skipped !== null) return `${result.skipped}\n`
  const { runs, kills, seconds, lost, duplicated, centsOff, notPlayed, broken, recoveries } = result
  const slowest = recoveries.reduce((longest, recovery) => Math.max(longest, recovery), 0)
  return [
    '',
    `${runs} runs with ${kills} kills in ${seconds.toFixed(0)} s: ${lost} lost, ${duplicated} duplicated, ${centsOff} cents off; at rest after at most ${slowest} ms`,
    ...notPlayed.map(({ name, reason }) => `not played: ${name}: ${reason}`),
    ...broken.map((sentence) => `BROKEN: ${sentence}`),
    '',
  ].join('\n')
}
