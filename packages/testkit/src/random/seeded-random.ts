/** Reproducible chance: the same seed gives the same draws on any machine. Not for secrets. */
export interface SeededRandom {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean
  /** One of the choices; throws a RangeError if there is none. */
  pick<T>(choices: readonly T[]): T
  /** The same members in another order. */
  shuffle<T>(members: readonly T[]): T[]
}

/** Small Fast Counter (sfc32), seeded by a whole number. */
export function seededRandom(seed: number): SeededRandom {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, not ${seed}.`)
  let a = seed | 0
  let b = Math.floor(seed / 2 ** 32) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1

  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  // Neighbouring seeds start out alike; the first draws mix them apart.
  for (let round = 0; round < 16; round += 1) next()

  const integer = (low: number, high: number): number => {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high < low || high - low >= 2 ** 32) {
      throw new RangeError(`There is no whole number to draw from ${low} to ${high}.`)
    }
    return low + (next() % (high - low + 1))
  }
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices.length > 0 ? choices[integer(0, choices.length - 1)] : undefined
    if (choice === undefined) throw new RangeError('There is nothing to pick from.')
    return choice
  }
  const shuffle = <T>(members: readonly T[]): T[] => {
    const left = [...members]
    const drawn: T[] = []
    while (left.length > 0) drawn.push(...left.splice(integer(0, left.length - 1), 1))
    return drawn
  }
  return { integer, chance: (percent) => integer(1, 100) <= percent, pick, shuffle }
}
