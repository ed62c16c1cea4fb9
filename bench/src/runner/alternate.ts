import type { ContenderRole, Measure, RaceContext } from './race.js'

/** Somebody who runs the same work as others. */
export interface Contender {
  readonly name: string
  readonly role: ContenderRole
  /** Does the work once; how much of it a second, in the race's unit. */
  run(repetition: number): Promise<number>
}

/**
 * Lets contenders run by turns, as often as the context says, beginning each round with another one. A first round warms
 * up and is not counted, unless `warmUp` is false.
 */
export async function alternate(
  contenders: readonly Contender[],
  unit: string,
  context: Pick<RaceContext, 'repetitions' | 'say'>,
  { warmUp = true } = {},
): Promise<readonly Measure[]> {
  const values = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]))
  const first = warmUp ? 0 : 1
  for (let round = first; round <= context.repetitions; round += 1) {
    const told: string[] = []
    for (const contender of rotated(contenders, round)) {
      const value = await contender.run(round)
      if (round > 0) values.get(contender)?.push(value)
      told.push(`${contender.name} ${shown(value)}`)
    }
    context.say(`${round === 0 ? 'warm-up' : `${round}/${context.repetitions}`}: ${told.join(' · ')} ${unit}`)
  }
  return contenders.map((contender) => ({
    contender: contender.name,
    role: contender.role,
    unit,
    values: values.get(contender) ?? [],
  }))
}

function rotated<Element>(elements: readonly Element[], by: number): readonly Element[] {
  const start = by % elements.length
  return [...elements.slice(start), ...elements.slice(0, start)]
}

/** With three significant digits, whole from a hundred up. */
export function shown(value: number): string {
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-US')
    : Number(value.toPrecision(3)).toString()
}
