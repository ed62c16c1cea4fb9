import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { playProcesses, type ProcessResult, resultJson } from './index.js'

const usage = `main.ts [--kills N] [--only TEXT] [--lanes N] [--subscribers N] [--json FILE]

Plays faults with real server processes on the PostgreSQL server that LEDGERPOST_TEST_DATABASE_URL names.
  --kills N        the matrix of kills goes on until so many processes were killed; 0 leaves it out (default: each point twice)
  --only TEXT      only the runs and scenarios whose name contains TEXT
  --lanes N        runs of the matrix side by side (default: 2)
  --subscribers N  in the scenario with many of them (default: 1000)
  --json FILE      writes the result there
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string' },
      only: { type: 'string' },
      lanes: { type: 'string' },
      subscribers: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    process.stdout.write(usage)
    return
  }
  const broken = new AbortController()
  process.once('SIGINT', () => broken.abort())
  process.once('SIGTERM', () => broken.abort())
  const result = await playProcesses({
    serverUrl: process.env['LEDGERPOST_TEST_DATABASE_URL'],
    kills: whole('kills', values.kills),
    only: values.only,
    lanes: whole('lanes', values.lanes),
    subscribers: whole('subscribers', values.subscribers),
    say: (line) => void process.stdout.write(`${line}\n`),
    signal: broken.signal,
  })
  if (values.json !== undefined) await writeFile(values.json, resultJson(result))
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

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) throw new RangeError(`--${name} must be a whole number, not ${text}.`)
  return Number(text)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
