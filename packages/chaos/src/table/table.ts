import type { Tally } from '../tally.js'

/** Rows of two columns, the second aligned to the right. */
function rows(cells: readonly (readonly [string, string])[]): string[] {
  const name = Math.max(...cells.map(([left]) => left.length))
  const value = Math.max(...cells.map(([, right]) => right.length))
  return cells.map(([left, right]) => `  ${left.padEnd(name)}  ${right.padStart(value)}`)
}

/** What a run came to, for people. */
export function tableOf(title: string, tally: Tally, replay: string): string {
  const faults = Object.entries(tally.faults).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const injected = faults.reduce((sum, [, count]) => sum + count, 0)
  const over = tally.calls - tally.minimumCalls
  const worlds = new Set(tally.broken.map((law) => law.split(':')[0]))
  const lines = [
    title,
    '',
    'Faults injected',
    ...rows([
      ...faults.map(([name, count]) => [name, numeral(count)] as const),
      ['in all', numeral(injected)],
    ]),
    '',
    'What became of the books',
    ...rows([
      ['runs', numeral(tally.runs)],
      ['lost', numeral(tally.lost)],
      ['duplicated', numeral(tally.duplicated)],
      ['minor units off', tally.centsOff.toString()],
      ['calls made, where measured', numeral(tally.calls)],
      ['calls over the minimum', numeral(over)],
      ['recovery, median', durationText(median(tally.recoveries))],
      ['recovery, worst', durationText(Math.max(0, ...tally.recoveries))],
      ['runs that broke a law', numeral(worlds.size)],
    ]),
  ]
  if (tally.broken.length > 0) {
    lines.push('', 'Broken laws', ...tally.broken.slice(0, mostShown).map((law) => `  ${law}`))
    if (tally.broken.length > mostShown) lines.push(`  and ${tally.broken.length - mostShown} more`)
    lines.push(`  ${replay}`)
  }
  return `${lines.join('\n')}\n`
}

const mostShown = 40

function numeral(count: number): string {
  return count.toLocaleString('en-US')
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
