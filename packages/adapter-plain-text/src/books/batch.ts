import { LedgerpostError, type Submission } from '@ledgerpost/core'
import { EntryScanner } from '../journal/entry-scanner.js'
import { type ParsedEntry, parseEntry } from '../journal/parse-entry.js'

/** An entry to append, as text and as what it says. */
export interface BatchEntry {
  readonly text: string
  readonly entry: ParsedEntry
}

/**
 * Reads a submission's body, which is the very text to append.
 * @throws LedgerpostError when it is not what `prepare` made for those references
 */
export function readBatch({ body, references }: Submission): BatchEntry[] {
  const scanner = new EntryScanner()
  const bytes = Buffer.from(body, 'utf8')
  const batch: BatchEntry[] = []
  let position = 0
  for (const piece of [...scanner.feed(bytes), ...scanner.finish()]) {
    if (piece.kind === 'end') continue
    if (piece.kind === 'torn' || !piece.isIntact || piece.start !== position) throw foreign()
    const text = bytes.toString('utf8', piece.start, piece.end)
    batch.push({ text, entry: parseEntry(text) })
    position = piece.end
  }
  const isComplete =
    position === bytes.length &&
    batch.length === references.length &&
    batch.every(({ entry }, index) => entry.reference === references[index])
  if (!isComplete) throw foreign()
  return batch
}

function foreign(): LedgerpostError {
  return new LedgerpostError({
    code: 'plain-text-submission',
    message: 'The submission is not what the plain-text adapter prepared; prepare its documents again.',
  })
}
