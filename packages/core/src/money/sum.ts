import type { MinorUnits } from './amount.js'

/** The sum of the amounts that `amountOf` picks from each element. */
export function sumOf<T>(elements: Iterable<T>, amountOf: (element: T) => MinorUnits): MinorUnits {
  let sum = 0n
  for (const element of elements) sum += amountOf(element)
  return sum
}
