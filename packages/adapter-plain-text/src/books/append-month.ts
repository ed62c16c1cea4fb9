import type { Logger, SendResult } from '@ledgerpost/core'
import type { BatchEntry } from './batch.js'
import type { ChartFiles } from './chart-files.js'
import type { AssertHeld } from './directory-lock.js'
import { appendDurably, messageOf, writeAtomically } from './durable.js'
import { type FileSystem, stateOf } from './file-system.js'
import { undeclaredCurrency, whyRejected } from './judge-entry.js'
import { includeMonths, listMonths } from './main-files.js'
import { follow, type MonthPaths } from './mirror.js'
import type { MonthCache } from './month-cache.js'
import type { MonthIndex } from './month-index.js'

/** What appending to one month works with. */
export interface MonthBooks {
  readonly fileSystem: FileSystem
  readonly logger: Logger
  readonly directory: string
  readonly month: string
  readonly paths: MonthPaths
  /** The months that the main files are known to include. */
  readonly included: Set<string>
  readonly months: MonthCache
  readonly chartFiles: ChartFiles
  readonly takesAnyCurrency: boolean
  pathOfMonth(month: string): string
  /** Cuts off what is torn. */
  mend(path: string): Promise<void>
}

/** Whether the books may be written to: asked right before they are. */
export interface Permission {
  readonly assertHeld: AssertHeld
  /** Whether the time in which writing had to begin is over. */
  isLate(): boolean
}

/**
 * Appends the entries of one month that are not there yet, in one write. A result is given only once it is certain;
 * when this rejects, entries without one are unknown.
 */
export async function appendMonth(
  books: MonthBooks,
  batch: readonly BatchEntry[],
  results: Map<string, SendResult>,
  { assertHeld, isLate }: Permission,
): Promise<void> {
  const { journal } = books.paths
  await books.mend(journal)
  const fresh = await withoutBooked(books, batch, results)
  const admitted = await admit(books, fresh, results)
  if (admitted.length === 0) return
  await assertHeld()
  const before = await ensureMonth(books)
  const text = admitted.map((item) => item.text).join('')
  await assertHeld()
  if (isLate()) {
    for (const { entry } of admitted) results.set(entry.reference, refuseLate(entry.reference))
    return
  }
  await appendDurably(books.fileSystem, journal, before.isTerminated ? text : `\n${text}`)
  for (const { entry } of admitted) results.set(entry.reference, accept(entry.reference))
  await remember(books, before, admitted)
  try {
    const entries = admitted.map(({ entry }) => entry)
    await follow(books.fileSystem, books.paths, before.lastReference, entries, books.logger)
  } catch (error) {
    const message = `The beancount mirror lags behind the journal and is caught up later: ${messageOf(error)}`
    books.logger.warn({ path: books.paths.beancount }, message)
  }
}

/**
 * The entries that are not booked, in the month of their date nor (they may have been dated otherwise when they
 * were first sent) in that of their business date.
 */
async function withoutBooked(
  books: MonthBooks,
  batch: readonly BatchEntry[],
  results: Map<string, SendResult>,
): Promise<BatchEntry[]> {
  const fresh = new Map<string, BatchEntry>()
  for (const item of batch) {
    const { reference, date, businessDate } = item.entry
    const dates = date.slice(0, 7) === businessDate.slice(0, 7) ? [date] : [businessDate, date]
    for (const day of dates) {
      const index = await books.months.get(books.pathOfMonth(day.slice(0, 7)))
      if (index?.starts.has(reference) === true) results.set(reference, accept(reference))
    }
    if (!results.has(reference)) fresh.set(reference, item)
  }
  return [...fresh.values()]
}

async function admit(
  { chartFiles, takesAnyCurrency }: MonthBooks,
  fresh: readonly BatchEntry[],
  results: Map<string, SendResult>,
): Promise<BatchEntry[]> {
  let chart = await chartFiles.read()
  const admitted: BatchEntry[] = []
  for (const item of fresh) {
    const { reference } = item.entry
    const reason = whyRejected(item.entry, chart, takesAnyCurrency)
    if (reason) {
      results.set(reference, { outcome: 'rejected', reference, reason })
      continue
    }
    const currency = undeclaredCurrency(item.entry, chart)
    if (currency !== undefined) chart = await chartFiles.declare(currency)
    admitted.push(item)
  }
  return admitted
}

/** Makes the month's files exist and the main files include them, before anything is written into them. */
async function ensureMonth(books: MonthBooks): Promise<MonthIndex> {
  const { fileSystem, directory, month, paths, months, included } = books
  for (const path of [paths.beancount, paths.journal]) {
    if ((await stateOf(fileSystem, path)) === null) await writeAtomically(fileSystem, path, '')
  }
  if (!included.has(month)) {
    await includeMonths(fileSystem, directory, await listMonths(fileSystem, directory))
    included.add(month)
  }
  const index = await months.get(paths.journal)
  if (index) return index
  throw new Error(`${paths.journal} vanished while it was written to; look who else works in the directory.`)
}

async function remember(
  { fileSystem, months, paths }: MonthBooks,
  before: MonthIndex,
  admitted: readonly BatchEntry[],
): Promise<void> {
  const state = await stateOf(fileSystem, paths.journal)
  let start = before.state.size + (before.isTerminated ? 0 : 1)
  for (const { text, entry } of admitted) {
    before.starts.set(entry.reference, start)
    start += Buffer.byteLength(text)
  }
  const lastReference = admitted.at(-1)?.entry.reference ?? before.lastReference
  if (state?.size === start)
    months.set(paths.journal, { ...before, state, lastReference, isTerminated: true })
  else months.forget(paths.journal)
}

function refuseLate(reference: string): SendResult {
  const message = `${reference} was not written: the time in which writing had to begin was over. It is tried again by itself.`
  return { outcome: 'rejected', reference, reason: { kind: 'transient', message } }
}

function accept(reference: string): SendResult {
  return { outcome: 'accepted', reference, id: reference, link: null }
}
