import type { Logger } from '@ledgerpost/core'
import { type FileSystem, isSameState, stateOf } from './file-system.js'
import { type MonthIndex, readMonth } from './month-index.js'

const maximumMonths = 4
const maximumReferences = 200_000

/**
 * The indexes of the months last used: at most four, and beside the last one only as many as hold 200,000
 * references together. A file that changed since is read again.
 */
export class MonthCache {
  readonly #fileSystem: FileSystem
  readonly #logger: Logger
  readonly #months = new Map<string, MonthIndex>()

  constructor(fileSystem: FileSystem, logger: Logger) {
    this.#fileSystem = fileSystem
    this.#logger = logger
  }

  /** The index of a month's file, or null if there is no such file. */
  async get(path: string): Promise<MonthIndex | null> {
    const known = this.#months.get(path)
    const isCurrent = known && isSameState(known.state, await stateOf(this.#fileSystem, path))
    this.#months.delete(path)
    const index = isCurrent ? known : await readMonth(this.#fileSystem, path)
    if (index === null) return null
    if (!isCurrent && index.edited.length > 0) {
      this.#logger.warn(
        { path, references: index.edited.slice(0, 20), count: index.edited.length },
        'Entries were edited after they were sealed; they count as they stand now.',
      )
    }
    this.set(path, index)
    return index
  }

  set(path: string, index: MonthIndex): void {
    this.#months.delete(path)
    this.#months.set(path, index)
    for (const oldest of this.#months.keys()) {
      const count = [...this.#months.values()].reduce((sum, { starts }) => sum + starts.size, 0)
      if (oldest === path || (this.#months.size <= maximumMonths && count <= maximumReferences)) return
      this.#months.delete(oldest)
    }
  }

  forget(path: string): void {
    this.#months.delete(path)
  }
}
