import { dirname, join } from 'node:path'
import type { Logger, SendResult } from '@ledgerpost/core'
import type { Chart } from '../accounts/chart.js'
import type { PlainTextSettings } from '../accounts/settings.js'
import { type ParsedEntry, parseEntry } from '../journal/parse-entry.js'
import { appendMonth, type MonthBooks } from './append-month.js'
import type { BatchEntry } from './batch.js'
import { byMonth } from './by-month.js'
import { ChartFiles } from './chart-files.js'
import { type AssertHeld, type LockEnvironment, withLock } from './directory-lock.js'
import { messageOf, syncDirectory } from './durable.js'
import { includeMonths, listMonths } from './main-files.js'
import { mend } from './mend.js'
import { catchUp, type MonthPaths } from './mirror.js'
import { MonthCache } from './month-cache.js'
import { scanFile, scanHandle } from './scan-file.js'
import { readTail } from './tail.js'

/** Bytes that hold nearly any entry. */
const singleEntry = 2048

export interface BooksOptions {
  readonly environment: LockEnvironment
  readonly directory: string
  readonly settings: PlainTextSettings
  readonly logger: Logger
}

/** One subscriber's books: the files of one directory. */
export class Books {
  readonly #options: BooksOptions
  readonly #chartFiles: ChartFiles
  readonly #months: MonthCache
  /** The months that the main files are known to include. */
  readonly #included = new Set<string>()
  #opened: Promise<void> | null = null

  constructor(options: BooksOptions) {
    const { environment, directory, logger } = options
    this.#options = options
    this.#chartFiles = new ChartFiles(environment.fileSystem, directory, logger)
    this.#months = new MonthCache(environment.fileSystem, logger)
  }

  /** What the account file declares now. */
  async chart(): Promise<Chart> {
    await this.#open()
    return await this.#locked(() => this.#chartFiles.read())
  }

  /**
   * Appends what the books do not hold yet, unless it is later than `startBy` (milliseconds since 1970 UTC). What became
   * of entries that the answer lacks is unknown.
   */
  async append(batch: readonly BatchEntry[], startBy: number): Promise<Map<string, SendResult>> {
    await this.#open()
    return await this.#locked(async (assertHeld) => {
      const results = new Map<string, SendResult>()
      const isLate = () => this.#options.environment.clock.now() > startBy
      for (const [month, entries] of byMonth(batch, ({ entry }) => entry.date)) {
        try {
          await appendMonth(this.#monthOf(month), entries, results, { assertHeld, isLate })
        } catch (error) {
          this.#months.forget(this.#paths(month).journal)
          const message = `The books of ${month} could not be written: ${messageOf(error)}`
          this.#options.logger.error({ directory: this.#options.directory, month }, message)
          for (const { entry } of entries) {
            const unknown = { outcome: 'unknown', reference: entry.reference, message } as const
            if (!results.has(entry.reference)) results.set(entry.reference, unknown)
          }
        }
      }
      return results
    })
  }

  /** The entries of those references that the month's journal holds, as they stand now. */
  async find(month: string, references: readonly string[]): Promise<ParsedEntry[]> {
    await this.#open()
    const { journal } = this.#paths(month)
    const index = await this.#months.get(journal)
    const starts = references
      .map((reference) => index?.starts.get(reference))
      .filter((start) => start !== undefined)
    if (starts.length === 0) return []
    const handle = await this.#options.environment.fileSystem.open(journal, 'r')
    try {
      const found: ParsedEntry[] = []
      for (const start of starts) {
        for await (const piece of scanHandle(handle, start, singleEntry)) {
          if (piece.kind === 'entry') found.push(parseEntry(Buffer.from(piece.bytes).toString('utf8')))
          break
        }
      }
      return found
    } finally {
      await handle.close()
    }
  }

  /** Our entries of the months from `from` to `to` (`YYYY-MM`), in the order of the files. */
  async *entries(from: string, to: string): AsyncGenerator<ParsedEntry> {
    await this.#open()
    const { directory, environment } = this.#options
    for (const month of await listMonths(environment.fileSystem, directory)) {
      if (month < from || month > to) continue
      for await (const piece of scanFile(environment.fileSystem, this.#paths(month).journal)) {
        if (piece.kind === 'entry') yield parseEntry(Buffer.from(piece.bytes).toString('utf8'))
      }
    }
  }

  async #open(): Promise<void> {
    this.#opened ??= this.#prepareFiles()
    try {
      await this.#opened
    } catch (error) {
      this.#opened = null
      throw error
    }
  }

  async #prepareFiles(): Promise<void> {
    const { directory, environment, settings } = this.#options
    const { fileSystem } = environment
    const created = await fileSystem.mkdir(directory, { recursive: true })
    if (created !== undefined) await syncDirectory(fileSystem, dirname(created))
    await this.#locked(async () => {
      await this.#chartFiles.begin(settings)
      await this.#chartFiles.read()
      const months = await listMonths(fileSystem, directory)
      for (const month of months) await this.#repair(this.#paths(month))
      await includeMonths(fileSystem, directory, months)
      for (const month of months) this.#included.add(month)
    })
  }

  async #repair(paths: MonthPaths): Promise<void> {
    const { environment, logger } = this.#options
    const tail = await readTail(environment.fileSystem, paths.journal)
    if (tail?.isSuspicious === true) await this.#mend(paths.journal)
    const [truth, mirror] = [
      await readTail(environment.fileSystem, paths.journal),
      await readTail(environment.fileSystem, paths.beancount),
    ]
    if (mirror === null || mirror.isSuspicious || mirror.lastReference !== truth?.lastReference) {
      await catchUp(environment.fileSystem, paths, logger)
    }
  }

  async #mend(path: string): Promise<void> {
    const index = await this.#months.get(path)
    if (index?.needsMending !== true) return
    const cut = await mend(this.#options.environment.fileSystem, path)
    this.#months.forget(path)
    if (cut.length > 0)
      this.#options.logger.warn({ path, cut }, 'Cut off what a crash had left half-written.')
  }

  #monthOf(month: string): MonthBooks {
    const { environment, directory, logger, settings } = this.#options
    return {
      fileSystem: environment.fileSystem,
      logger,
      directory,
      paths: this.#paths(month),
      month,
      included: this.#included,
      months: this.#months,
      chartFiles: this.#chartFiles,
      takesAnyCurrency: settings.currency === undefined,
      pathOfMonth: (other) => this.#paths(other).journal,
      mend: (path) => this.#mend(path),
    }
  }

  #paths(month: string): MonthPaths {
    const path = join(this.#options.directory, month)
    return { journal: `${path}.journal`, beancount: `${path}.beancount` }
  }

  async #locked<Result>(work: (assertHeld: AssertHeld) => Promise<Result>): Promise<Result> {
    return await withLock(this.#options.environment, this.#options.directory, work)
  }
}
