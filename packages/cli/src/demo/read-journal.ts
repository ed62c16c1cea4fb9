import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LedgerRow } from './ledger-entry.js'

const entryLine = /^(\d{4}-\d{2}-\d{2})\s/
const postingLine =
  /^\s+(\S(?:.*?\S)?) {2,}(-?)(?:([A-Z]{3}) ?)?(-?)([\d,]*\d(?:\.(\d+))?)(?: ?([A-Z]{3}))?\s*(?:;.*)?$/

/** Reads the postings of every journal file in a folder, by the rules of hledger's and ledger's file format. */
export async function* readJournals(directory: string): AsyncIterable<LedgerRow> {
  const files = (await readdir(directory)).filter((name) => /^\d{4}-\d{2}\.journal$/.test(name)).toSorted()
  for (const file of files) {
    let date = ''
    for await (const line of createInterface({
      input: createReadStream(join(directory, file)),
      crlfDelay: Infinity,
    })) {
      const entry = entryLine.exec(line)
      const posting = entry ? null : postingLine.exec(line)
      if (entry) date = entry[1] ?? ''
      else if (posting) yield rowOf(date, posting)
    }
  }
}

function rowOf(
  date: string,
  [, account = '', before = '', , after = '', digits = '']: RegExpExecArray,
): LedgerRow {
  const amount = BigInt(digits.replace(/[.,]/g, ''))
  return { date, account, amount: before === '-' || after === '-' ? -amount : amount, taxId: null }
}
