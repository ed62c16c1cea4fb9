import { type Document, formatAmount, minorUnitDigits } from '@ledgerpost/core'
import { type ContentPosting, readContent } from '../render/content.js'
import { sealEntry } from './marks.js'
import { plainWords, tagWords } from './plain-words.js'

/** How many categories an entry names at a posting; a summary of more says less than its account. */
const namedCategories = 4

/** A document as an entry for hledger and ledger. Two spaces part account and amount: one would make both one name. */
export function writeEntry(document: Document): string {
  const { reference, date, currency } = document
  const { title, businessDate, postings } = readContent(document)
  const lines = [
    `${date} * (${reference}) ${plainWords(title) || 'Untitled'}`,
    `    ; key: ${reference}`,
    ...(businessDate === date ? [] : [`    ; business-date: ${businessDate}`]),
    ...postings.flatMap((posting) => linesOf(posting, currency)),
  ]
  return sealEntry(reference, `${lines.join('\n')}\n`)
}

function linesOf({ account, amount, taxId, categories }: ContentPosting, currency: string): string[] {
  const named = [...new Set(categories.map(tagWords))].filter((category) => category !== '')
  return [
    `    ${account}  ${formatAmount(BigInt(amount), minorUnitDigits(currency))} ${currency}`,
    ...(taxId === null ? [] : [`        ; tax: ${taxId}`]),
    ...(named.length === 0 || named.length > namedCategories
      ? []
      : [`        ; category: ${named.join(' + ')}`]),
  ]
}
