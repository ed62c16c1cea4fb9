import { median } from './median.js'
import type { Measure, Verdict } from './race.js'

/**
 * The median of the ratios repetition by repetition: what slows the machine down for a while slows both down.
 * @throws RangeError if the two were not measured equally often
 */
export function ratioOf(one: Measure, other: Measure): number {
  if (one.values.length !== other.values.length)
    throw new RangeError(`${one.contender} and ${other.contender} were not measured side by side.`)
  return median(one.values.map((value, index) => value / (other.values[index] ?? Number.NaN)))
}

/** How many times as fast ours is as another contender, as a verdict. @throws RangeError if either was not measured */
export function fasterThan(
  measures: readonly Measure[],
  contender: string,
  atLeast: number,
  name = `ours / ${contender}`,
): Verdict {
  const ours = measures.find(({ role }) => role === 'ours')
  const other = measures.find((measure) => measure.contender === contender)
  if (!ours || !other) throw new RangeError(`Ours or ${contender} was not measured.`)
  return { target: name, value: ratioOf(ours, other), bound: { kind: 'at least', value: atLeast } }
}
