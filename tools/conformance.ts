import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type ConformanceReport,
  conformanceTable,
  isConforming,
  runConformance,
} from '@ledgerpost/testkit/conformance'
import { adapterSubjects } from './conformance/adapter-subjects.js'
import { conformancePage, conformancePageFile } from './conformance/conformance-page.js'
import { repositoryRoot } from './workspace.js'

const usage = `npm run conformance -- [options]
  --only TEXT   adapters whose package's name contains TEXT
  --json FILE   writes the reports, a list of one for each adapter
  --docs        writes ${conformancePageFile} anew
`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    docs: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

async function run(): Promise<boolean> {
  if (values.help) {
    process.stdout.write(usage)
    return true
  }
  if (values.docs && values.only !== undefined) {
    process.stderr.write('The page tells of all adapters: leave out --only, or leave out --docs.\n')
    return false
  }
  const reports: ConformanceReport[] = []
  let isComplete = true
  const subjects = await adapterSubjects((name) => name.includes(values.only ?? ''))
  for (const { subject, expectedFailures } of subjects) {
    const lack = subject.unavailable?.()
    if (lack !== undefined) {
      process.stdout.write(`${subject.name}: not held to anything, for ${lack}\n`)
      isComplete = false
      continue
    }
    const report = await runConformance(subject, {
      expectedFailures,
      onVerified: (done, all) => progress(`${subject.name}: ${done} of ${all} requirements`),
    })
    progress('')
    process.stdout.write(`${subject.name}: ${summary(report)}\n`)
    reports.push(report)
  }
  process.stdout.write(`\n${conformanceTable(reports)}\n`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(reports, null, 2)}\n`)
  if (values.docs && !isComplete) {
    process.stderr.write(
      'The page was not written: it tells of all adapters, so it is written where all can be held to it.\n',
    )
    return false
  }
  if (values.docs) writeFileSync(join(repositoryRoot, conformancePageFile), conformancePage(reports))
  const mayLack = process.env['LEDGERPOST_REQUIRE_ALL'] !== '1'
  return reports.length > 0 && reports.every(isConforming) && (isComplete || mayLack)
}

function summary({ requirements }: ConformanceReport): string {
  const count = (outcome: string): number => requirements.filter((each) => each.outcome === outcome).length
  return `${count('passed')} met, ${count('exempt')} not its concern, ${count('expected-failure')} not yet met, ${count('failed')} failed`
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`)
}

process.exitCode = (await run()) ? 0 : 1
