import { formatAmount, minorUnitDigits } from '@ledgerpost/core'
import { sealEntry } from '../journal/marks.js'
import type { ParsedEntry, ParsedPosting } from '../journal/parse-entry.js'

/** An entry of the journal as beancount has it. */
export function writeBeancount({ reference, date, businessDate, title, postings }: ParsedEntry): string {
  const lines = [
    `${date} * ${quote(title)}`,
    `  key: ${quote(reference)}`,
    ...(businessDate === date ? [] : [`  business-date: ${businessDate}`]),
    ...postings.flatMap(linesOf),
  ]
  return sealEntry(reference, `${lines.join('\n')}\n`)
}

function linesOf({ account, amount, currency, taxId, category }: ParsedPosting): string[] {
  return [
    `  ${account}  ${formatAmount(amount, minorUnitDigits(currency))} ${currency}`,
    ...(taxId === null ? [] : [`    tax: ${quote(taxId)}`]),
    ...(category === null ? [] : [`    category: ${quote(category)}`]),
  ]
}

/** A string literal (Beancount Language Syntax, "Strings"). */
function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, String.raw`\$&`)}"`
}
