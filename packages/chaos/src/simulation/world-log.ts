/**
 * What happened in a world, line by line. All lines go into a hash, so that two runs of a seed can be held against each
 * other; they are kept only where somebody wants to read them.
 */
export class WorldLog {
  readonly lines: string[] = []
  readonly #isKept: boolean
  #hash = 0x811c9dc5

  constructor(isKept: boolean) {
    this.#isKept = isKept
  }

  /** FNV-1a over all lines, as hexadecimal. */
  get hash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0')
  }

  /** @param time milliseconds since 1970 UTC */
  add(time: number, line: string): void {
    let hash = Math.imul(this.#hash ^ (time & 0xffff), 0x01000193)
    for (let index = 0; index < line.length; index += 1) {
      hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193)
    }
    this.#hash = hash
    if (this.#isKept) this.lines.push(`${new Date(time).toISOString()} ${line}`)
  }
}
