import { type JsonRecord, recordsMember } from '@ledgerpost/adapter-kit'
import type { Resource } from './resources.js'

/** Reads an amount; undefined for what is none. */
export type ReadAmount = (value: unknown) => bigint | undefined

/** What a document is over: its total, and for a journal its debits before tax. Undefined where it is not told. */
export function faceAmountOf(resource: Resource, element: JsonRecord, read: ReadAmount): bigint | undefined {
  if (resource.total !== undefined) return read(element[resource.total])
  const amounts = lineAmountsOf(element, read)
  return amounts?.filter((amount) => amount > 0n).reduce((sum, amount) => sum + amount, 0n)
}

/** The tax that balances a journal's lines: Xero books no other, for it posts what balances alone. */
export function journalTaxOf(element: JsonRecord, read: ReadAmount): bigint | undefined {
  const amounts = lineAmountsOf(element, read)
  return amounts?.reduce((sum, amount) => sum - amount, 0n)
}

/** Undefined for a journal without lines, as lists that are not paged show them, and for lines without amounts. */
function lineAmountsOf(element: JsonRecord, read: ReadAmount): readonly bigint[] | undefined {
  const lines = recordsMember(element, 'JournalLines')
  const amounts = lines.flatMap((line) => read(line['LineAmount']) ?? [])
  return lines.length > 0 && amounts.length === lines.length ? amounts : undefined
}
