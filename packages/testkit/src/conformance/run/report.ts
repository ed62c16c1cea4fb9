import type { RequirementOutcome } from './verify-requirement.js'

/** What an adapter came to, for machines: JSON as it is. */
export interface ConformanceReport {
  /** The name of its package. */
  readonly adapter: string
  /** Of the adapter contract. */
  readonly specVersion: 'v1'
  readonly requirements: readonly ({ readonly id: string; readonly title: string } & RequirementOutcome)[]
}

/** Whether nothing failed but what was expected to. */
export function isConforming({ requirements }: ConformanceReport): boolean {
  return requirements.every(({ outcome }) => outcome !== 'failed')
}

const marks = { passed: 'yes', exempt: '–', failed: '**no**', 'expected-failure': 'not yet' } as const

/** A table in Markdown: a row for each requirement, a column for each adapter, and below what is not met or exempt. */
export function conformanceTable(reports: readonly ConformanceReport[]): string {
  const [first] = reports
  if (!first) return ''
  const head = ['Requirement', ...reports.map(({ adapter }) => `\`${adapter}\``)]
  const rows = first.requirements.map(({ id, title }) => [
    `**${id}** ${title}`,
    ...reports.map(({ requirements }) => {
      const found = requirements.find((each) => each.id === id)
      return found ? marks[found.outcome] : '?'
    }),
  ])
  const notes = reports.flatMap(({ adapter, requirements }) =>
    requirements.flatMap(({ id, ...rest }) =>
      rest.outcome === 'passed' ? [] : [`- \`${adapter}\` ${id}: ${noteOf(rest)}`],
    ),
  )
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat(notes.length === 0 ? [] : ['', ...notes])
    .join('\n')
}

function noteOf(outcome: Exclude<RequirementOutcome, { outcome: 'passed' }>): string {
  if (outcome.outcome === 'exempt') return outcome.reason
  if (outcome.outcome === 'failed') return outcome.message
  return `${outcome.reason} (${outcome.message})`
}
