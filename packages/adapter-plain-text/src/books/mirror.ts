import type { Logger } from '@ledgerpost/core'
import { writeBeancount } from '../beancount/write-beancount.js'
import { type ParsedEntry, parseEntry } from '../journal/parse-entry.js'
import { appendDurably, messageOf, writeAtomically } from './durable.js'
import { type FileSystem, stateOf } from './file-system.js'
import { mend } from './mend.js'
import { readMonth } from './month-index.js'
import { scanFile } from './scan-file.js'
import { readTail } from './tail.js'

const entriesPerWrite = 500

/** Where a month's truth and its mirror lie. */
export interface MonthPaths {
  readonly journal: string
  readonly beancount: string
}

/**
 * Appends what has just been appended to the journal; if the mirror did not stand where the journal stood,
 * everything it lacks.
 * @param previous the journal's last reference before
 */
export async function follow(
  fileSystem: FileSystem,
  paths: MonthPaths,
  previous: string | null,
  entries: readonly ParsedEntry[],
  logger: Logger,
): Promise<void> {
  const tail = await readTail(fileSystem, paths.beancount)
  if (tail === null || tail.isSuspicious || tail.lastReference !== previous) {
    await catchUp(fileSystem, paths, logger)
  } else await appendDurably(fileSystem, paths.beancount, entries.map(writeBeancount).join(''))
}

/** Appends to the beancount file of a month every entry of its journal that it lacks. */
export async function catchUp(fileSystem: FileSystem, paths: MonthPaths, logger: Logger): Promise<void> {
  if ((await stateOf(fileSystem, paths.beancount)) === null) {
    await writeAtomically(fileSystem, paths.beancount, '')
  }
  let mirrored = await readMonth(fileSystem, paths.beancount)
  if (mirrored?.needsMending === true) {
    await mend(fileSystem, paths.beancount)
    mirrored = await readMonth(fileSystem, paths.beancount)
  }
  let texts = mirrored?.isTerminated === false ? ['\n'] : []
  const write = async (): Promise<void> => {
    if (texts.length > 0) await appendDurably(fileSystem, paths.beancount, texts.join(''))
    texts = []
  }
  for await (const piece of scanFile(fileSystem, paths.journal)) {
    if (piece.kind !== 'entry' || mirrored?.starts.has(piece.reference) === true) continue
    try {
      texts.push(writeBeancount(parseEntry(Buffer.from(piece.bytes).toString('utf8'))))
    } catch (error) {
      logger.warn({ path: paths.journal, reference: piece.reference }, `Not mirrored: ${messageOf(error)}`)
    }
    if (texts.length >= entriesPerWrite) await write()
  }
  await write()
}
