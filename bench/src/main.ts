import { writeFileSync } from 'node:fs'
import { databaseVersion } from './scene/databases.js'
import { readArguments, UnknownArgument } from './runner/arguments.js'
import { machineOf } from './runner/machine.js'
import type { RaceContext } from './runner/race.js'
import { type RaceReport, reportJson, reportText } from './runner/report.js'
import { races } from './races/races.js'

async function main(): Promise<void> {
  const wanted = readArguments(
    process.argv.slice(2),
    races.map(({ name }) => name),
  )
  const databaseUrl = process.env['LEDGERPOST_BENCH_DATABASE_URL']
  if (databaseUrl === undefined) {
    throw new UnknownArgument(
      'LEDGERPOST_BENCH_DATABASE_URL is not set: it names a PostgreSQL server, postgres://user:password@host:5432/database, whose user may create databases and roles.\n',
    )
  }
  const machine = machineOf(await databaseVersion(databaseUrl))
  print(
    `${Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n`,
  )
  const reports: RaceReport[] = []
  for (const race of races.filter(({ name }) => wanted.races.includes(name))) {
    print(`\n${race.name}: ${race.title}\n`)
    const start = performance.now()
    const context: RaceContext = {
      round: wanted.round,
      repetitions: wanted.repetitions,
      seed: wanted.seed,
      databaseUrl,
      say: (text) => print(`  ${text}\n`),
    }
    const result = await race.run(context)
    const report = { race: race.name, seconds: (performance.now() - start) / 1000, ...result }
    reports.push(report)
    print(reportText(report))
    // After each race, so that a later one that fails does not cost the figures of the others.
    if (wanted.json !== undefined) writeFileSync(wanted.json, reportJson(machine, reports))
  }
}

function print(text: string): void {
  process.stdout.write(text)
}

main().then(
  // Peers keep connections of their own that would keep the process.
  () => process.exit(0),
  (error: unknown) => {
    const isUsage = error instanceof UnknownArgument
    const text =
      error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : String(error)
    process.stderr.write(`${text}\n`)
    process.exit(isUsage ? 2 : 1)
  },
)
