import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { runProcesses } from './processes/run-processes.js'
import { playSeed } from './run/play-seed.js'
import type { Played } from './run/played.js'
import { runSeeds } from './run/run-seeds.js'
import { tallyOf } from './run/tally-of.js'
import { Progress } from './table/progress.js'
import { tableOf } from './table/table.js'
import { teethTable } from './table/teeth-table.js'
import type { Tally } from './tally.js'
import { plants } from './teeth/plants.js'
import { runTeeth } from './teeth/run-teeth.js'

const usage = `npm run chaos -- [options]
  --seconds N   plays worlds for so long (180)
  --seeds N     plays so many worlds instead
  --first S     beginning with this seed (1)
  --seed S      replays one world and tells what happened in it
  --teeth       plants bugs instead, and plays worlds until one notices each
  --workers N   on so many threads (one for each processor)
  --json FILE   writes what it came to

  --processes [N]  kills real server processes instead, N of them (0 or none: the whole matrix), and plays all scenarios,
                   on the PostgreSQL server that LEDGERPOST_TEST_DATABASE_URL names
  --only TEXT      only the runs and scenarios whose name contains TEXT
  --lanes N        runs of the matrix side by side (2)
  --subscribers N  in the scenario with many of them (1000)
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    seeds: { type: 'string' },
    first: { type: 'string' },
    seed: { type: 'string' },
    teeth: { type: 'boolean' },
    workers: { type: 'string' },
    json: { type: 'string' },
    processes: { type: 'boolean' },
    only: { type: 'string' },
    lanes: { type: 'string' },
    subscribers: { type: 'string' },
    help: { type: 'boolean' },
  },
})

function wholeNumber(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name} is a whole number, not '${text}'.\n${usage}`)
  return Number(text)
}

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'an unknown commit'
  }
}

async function replay(seed: number): Promise<boolean> {
  const { world } = await playSeed(seed, { isLogged: true })
  process.stdout.write(`${world.lines.join('\n')}\n\n`)
  process.stdout.write(`seed ${seed}, ${world.steps} steps, log ${world.hash}\n`)
  for (const law of world.broken) process.stdout.write(`broken: ${law}\n`)
  return world.broken.length === 0
}

async function simulate(): Promise<boolean> {
  const first = wholeNumber('first', values.first, 1)
  const seconds = wholeNumber('seconds', values.seconds, 180)
  const progress = new Progress(process.stderr)
  const all: Played[] = []
  let broken = 0
  const began = performance.now()
  await runSeeds({
    first,
    threads: threads(),
    now: () => performance.now(),
    ...(values.seeds === undefined
      ? { duration: seconds * 1000 }
      : { count: wholeNumber('seeds', values.seeds, 1) }),
    onPlayed(played) {
      all.push(played)
      if (played.world.broken.length > 0) broken += 1
      const pace = (all.length * 1000) / (performance.now() - began)
      progress.show(`${all.length} worlds, ${pace.toFixed(1)} a second, ${broken} broke a law`)
    },
  })
  progress.end()
  const elapsed = ((performance.now() - began) / 1000).toFixed(0)
  const tally = tallyOf(all, commitOf())
  const title = `${all.length} simulated worlds in ${elapsed} s, seeds ${first} to ${first + all.length - 1}`
  process.stdout.write(tableOf(title, tally, 'Replay one with: npm run chaos -- --seed S'))
  writeJson(tally)
  return tally.broken.length === 0
}

/** Whether every planted bug is noticed. */
async function bite(): Promise<boolean> {
  const progress = new Progress(process.stderr)
  let done = 0
  const bites = await runTeeth({
    plants,
    root: new URL('../../../', import.meta.url),
    threads: threads(),
    mostSeeds: 1000,
    onBite() {
      done += 1
      progress.show(`${done} of ${plants.length} planted bugs`)
    },
  })
  progress.end()
  process.stdout.write(teethTable(bites))
  return bites.every(({ caught }) => caught)
}

function threads(): number {
  return wholeNumber('workers', values.workers, availableParallelism())
}

function writeJson(tally: Tally): void {
  if (values.json === undefined) return
  const text = JSON.stringify(
    tally,
    (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  )
  writeFileSync(values.json, `${text}\n`)
}

async function run(): Promise<boolean> {
  if (values.help) {
    process.stdout.write(usage)
    return true
  }
  if (values.processes) {
    // 0 is the whole matrix.
    const kills = wholeNumber('processes', positionals[0], 0) || undefined
    return runProcesses({
      kills,
      only: values.only,
      lanes: wholeNumber('lanes', values.lanes, 2),
      subscribers: wholeNumber('subscribers', values.subscribers, 1000),
      json: values.json,
    })
  }
  if (values.seed !== undefined) return replay(wholeNumber('seed', values.seed, 1))
  return values.teeth ? bite() : simulate()
}

process.exitCode = (await run()) ? 0 : 1
