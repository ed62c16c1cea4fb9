import type { Bite } from '../teeth/run-teeth.js'

/** Which planted bugs were noticed, by which seed and law. */
export function teethTable(bites: readonly Bite[]): string {
  const width = Math.max(...bites.map(({ plant }) => plant.name.length))
  const lines = bites.map(({ plant, caught, seeds }) => {
    const found = caught ? `seed ${caught.seed}`.padEnd(9) : 'MISSED   '
    return `  ${plant.name.padEnd(width)}  ${found}  ${(caught?.law ?? `by ${seeds} worlds`).slice(0, 100)}`
  })
  const missed = bites.filter(({ caught }) => !caught).length
  return `${['Planted bugs', '', ...lines, '', `${bites.length} planted, ${missed} missed`].join('\n')}\n`
}
