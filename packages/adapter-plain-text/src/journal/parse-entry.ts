import {
  type CalendarDate,
  type CurrencyCode,
  isCalendarDate,
  LedgerpostError,
  minorUnitDigits,
  type MinorUnits,
  readAmount,
} from '@ledgerpost/core'
import { openingPattern, sealPattern } from './marks.js'

export interface ParsedPosting {
  readonly account: string
  readonly amount: MinorUnits
  readonly currency: CurrencyCode
  readonly taxId: string | null
  readonly category: string | null
}

/** An entry as it stands in a journal. */
export interface ParsedEntry {
  readonly reference: string
  readonly date: CalendarDate
  readonly businessDate: CalendarDate
  readonly title: string
  readonly postings: readonly ParsedPosting[]
}

const headerLine = /^(\d{4}-\d{2}-\d{2})[ \t]+(?:[*!][ \t]*)?(?:\([^)]*\)[ \t]*)?(.*?)\s*$/u
const tagLine = /^[ \t]+;[ \t]*([a-z-]+):[ \t]*(.*?)\s*$/u
const postingLine = /^[ \t]+(\S+)(?:[ \t]{2,}|\t)[ \t]*(-?\d+(?:\.\d+)?) ([A-Z]{3})\s*$/u

/**
 * Reads an entry of ours from a journal, also one that somebody edited within our form.
 * @throws LedgerpostError when the text is not of that form
 */
export function parseEntry(text: string): ParsedEntry {
  const entryTags = new Map<string, string>()
  const postings: { amount: ParsedPosting; tags: Map<string, string> }[] = []
  let header: RegExpExecArray | null = null
  for (const line of text.split('\n')) {
    if (line.trim() === '' || openingPattern.test(line) || sealPattern.test(line)) continue
    const tag = tagLine.exec(line)
    const posting = postingLine.exec(line)
    if (header === null) {
      header = headerLine.exec(line)
      if (header === null) throw unreadable(text, line)
    } else if (tag) (postings.at(-1)?.tags ?? entryTags).set(tag[1] ?? '', tag[2] ?? '')
    else if (posting) postings.push({ amount: readPosting(text, posting), tags: new Map() })
    else throw unreadable(text, line)
  }
  const reference = entryTags.get('key')
  const date = header?.[1]
  if (reference === undefined || date === undefined || !isCalendarDate(date)) throw unreadable(text, text)
  return {
    reference,
    date,
    businessDate: entryTags.get('business-date') ?? date,
    title: header?.[2] ?? '',
    postings: postings.map(({ amount, tags }) => ({
      ...amount,
      taxId: tags.get('tax') ?? null,
      category: tags.get('category') ?? null,
    })),
  }
}

function readPosting(
  text: string,
  [line, account = '', number, currency = '']: RegExpExecArray,
): ParsedPosting {
  const reading = readAmount(number, minorUnitDigits(currency))
  if (!reading.ok) throw unreadable(text, line)
  return { account, amount: reading.amount, currency, taxId: null, category: null }
}

function unreadable(text: string, line: string): LedgerpostError {
  const reference = openingPattern.exec(text.split('\n', 1)[0] ?? '')?.[1] ?? 'without a reference'
  return new LedgerpostError({
    code: 'plain-text-entry',
    message:
      `The entry ${reference} cannot be read at the line '${line.trim().slice(0, 120)}': it was edited into a form ` +
      'that is not ours. Give every posting an account, two spaces, an amount and a currency, and keep the tag key.',
    details: { reference },
  })
}
