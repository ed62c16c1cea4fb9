import { shown } from './alternate.js'
import type { Machine } from './machine.js'
import { median } from './median.js'
import { isMet, type Measure, type RaceResult, type Verdict } from './race.js'

export interface RaceReport extends RaceResult {
  readonly race: string
  readonly seconds: number
}

/** What a race came to, for people. */
export function reportText({ race, seconds, measures, verdicts, notes }: RaceReport): string {
  const lines = [
    '',
    `${race} (${Math.round(seconds)} s)`,
    ...measures.map(measureText),
    ...verdicts.map(verdictText),
    ...notes.map((note) => `  ${note}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The same for programs: medians and verdicts beside all that was measured. */
export function reportJson(machine: Machine, reports: readonly RaceReport[]): string {
  const races = reports.map((report) => ({
    ...report,
    measures: report.measures.map((measure) => ({ ...measure, median: median(measure.values) })),
    verdicts: report.verdicts.map((verdict) => ({ ...verdict, isMet: isMet(verdict) })),
  }))
  return `${JSON.stringify({ machine, races }, undefined, 2)}\n`
}

function measureText({ contender, role, unit, values }: Measure): string {
  const range = values.length > 1 ? ` (${shown(Math.min(...values))} to ${shown(Math.max(...values))})` : ''
  return `  ${role.padEnd(5)} ${contender.padEnd(34)} ${shown(median(values)).padStart(10)} ${unit}${range}`
}

function verdictText(verdict: Verdict): string {
  const { target, value, bound } = verdict
  return `  ${isMet(verdict) ? 'met  ' : 'MISS '} ${target.padEnd(34)} ${shown(value).padStart(10)} (${bound.kind} ${shown(bound.value)})`
}
