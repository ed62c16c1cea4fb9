import { batchesOf, byteLength, canonicalJson, sha256 } from '@ledgerpost/adapter-kit'
import { type Document, minorUnitDigits, type Submission } from '@ledgerpost/core'
import type { TrytonLimits } from '../limits.js'
import { type ContentLine, readContent } from '../render/content.js'
import { amountToWire } from '../wire/amounts.js'
import { dateToWire } from '../wire/dates.js'

/** The method that a submission's body calls. */
export const createMoves = 'model.account.move.create'

/**
 * Puts documents into calls that create their moves, frozen byte for byte. Documents of different companies, which an
 * owner makes who links other books, never share a call. Pure.
 */
export function prepare(
  database: string,
  documents: readonly Document[],
  limits: TrytonLimits,
): Submission[] {
  const byCompany = new Map<number, { readonly reference: string; readonly values: string }[]>()
  for (const document of documents) {
    const { company } = readContent(document)
    const moves = byCompany.get(company) ?? []
    byCompany.set(company, moves)
    moves.push({ reference: document.reference, values: canonicalJson(moveValues(document)) })
  }
  return [...byCompany].flatMap(([company, moves]) =>
    batchesOf(
      moves,
      { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes },
      ({ values }) => byteLength(values) + 1,
      byteLength(bodyOf(company, [])),
    ).map((batch): Submission => {
      const body = bodyOf(
        company,
        batch.map(({ values }) => values),
      )
      return {
        key: sha256(JSON.stringify([database, body])),
        references: batch.map(({ reference }) => reference),
        body,
        operation: createMoves,
      }
    }),
  )
}

function bodyOf(company: number, values: readonly string[]): string {
  const context = JSON.stringify({ company, language: 'en' })
  return `{"id":1,"method":"${createMoves}","params":[[${values.join(',')}],${context}]}`
}

/** The values of a move. Its description is our reference and nothing else, so that it can be looked up exactly. */
function moveValues(document: Document): object {
  const { company, journal, period, lines } = readContent(document)
  const digits = minorUnitDigits(document.currency)
  return {
    company,
    journal,
    period,
    date: dateToWire(document.date),
    description: document.reference,
    lines: [['create', lines.map((line) => lineValues(line, digits))]],
  }
}

function lineValues({ account, amount, description, party, taxes }: ContentLine, digits: number): object {
  const signed = BigInt(amount)
  return {
    account,
    debit: amountToWire(signed > 0n ? signed : 0n, digits),
    credit: amountToWire(signed < 0n ? -signed : 0n, digits),
    description,
    ...(party === null ? {} : { party }),
    ...(taxes.length === 0
      ? {}
      : {
          tax_lines: [
            ['create', taxes.map((each) => ({ ...each, amount: amountToWire(BigInt(each.amount), digits) }))],
          ],
        }),
  }
}
