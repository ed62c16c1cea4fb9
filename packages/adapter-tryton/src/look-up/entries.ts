import type { JsonRecord } from '@ledgerpost/adapter-kit'
import { decimalOfWire } from '../wire/amounts.js'
import { idMember } from '../wire/members.js'

/** What a move does to accounts, line by line in one order, in a form that is equal for equal moves. */
export type Entries = readonly string[]

/** Reads lines of a move, those that are created and those that Tryton has; undefined if one cannot be read. */
export function entriesOf(lines: readonly JsonRecord[]): Entries | undefined {
  const entries: string[] = []
  for (const line of lines) {
    const account = idMember(line, 'account')
    const debit = plain(decimalOfWire(line['debit']))
    const credit = plain(decimalOfWire(line['credit']))
    if (account === undefined || debit === undefined || credit === undefined) return undefined
    entries.push(`${account} ${debit} ${credit}`)
  }
  return entries.toSorted()
}

/** The same text for the same number: `2.00` and `2` are one. */
function plain(text: string | undefined): string | undefined {
  const short = text?.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}
