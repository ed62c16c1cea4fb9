import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { type CalendarDate, type LedgerEntry, minorUnitDigits } from '@ledgerpost/core'
import type { Company } from '../configuration/company.js'
import { notUnderstood } from '../errors/failure.js'
import type { TrytonLimits } from '../limits.js'
import { signedAmount } from '../look-up/find.js'
import type { Client } from '../rpc/client.js'
import { dateOfWire, dateToWire } from '../wire/dates.js'
import { idMember, relatedMember } from '../wire/members.js'

/** What `documentReference` makes. */
const ourReference = /^LP-[0-9a-z]{16}(?:-\d+)?$/

/**
 * Reads the posted lines of a company's days, whoever booked them, in the order in which they were made.
 * @throws IntegratorError
 */
export async function* readBack(
  client: Client,
  limits: TrytonLimits,
  company: Company,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
): AsyncGenerator<LedgerEntry> {
  let after = 0
  for (;;) {
    const lines = await client.read('account.move.line', {
      domain: [
        ['move.company', '=', company.id],
        ['move.state', '=', 'posted'],
        ['move.date', '>=', dateToWire(range.from)],
        ['move.date', '<=', dateToWire(range.to)],
        ['id', '>', after],
      ],
      fields: ['account', 'debit', 'credit', 'move.date', 'move.description', 'move.origin'],
      order: [['id', 'ASC']],
      limit: limits.pageSize,
      context: { company: company.id },
    })
    const ids = lines.map((line) => idMember(line, 'id'))
    const taxIds = await taxIdsOf(client, company, ids)
    for (const line of lines) yield entryOf(line, company, taxIds)
    const last = ids.at(-1)
    if (lines.length < limits.pageSize || last === undefined) return
    if (last <= after) throw notUnderstood('account.move.line', 'the lines are not in the order of their ids')
    after = last
  }
}

function entryOf(
  line: JsonRecord,
  company: Company,
  taxIds: ReadonlyMap<number, string | null>,
): LedgerEntry {
  const id = idMember(line, 'id')
  const account = idMember(line, 'account')
  const move = relatedMember(line, 'move')
  const date = move && dateOfWire(move['date'])
  const amount = signedAmount(line, minorUnitDigits(company.currency))
  if (id === undefined || account === undefined || !move || date === undefined || amount === undefined) {
    throw notUnderstood('account.move.line', `a line lacks its account, date or amounts: ${id ?? 'no id'}`)
  }
  const description = textMember(move, 'description') ?? ''
  // Whoever cancels a move in Tryton copies its description: that is not ours.
  const isOurs = ourReference.test(description) && textMember(move, 'origin') === undefined
  return {
    reference: isOurs ? description : null,
    date,
    account: String(account),
    amount,
    currency: company.currency,
    taxId: taxIds.get(id) ?? null,
  }
}

/**
 * The tax that each line counts for: of several the one that they are below; null where there is none such.
 * @throws IntegratorError
 */
async function taxIdsOf(
  client: Client,
  company: Company,
  lines: readonly (number | undefined)[],
): Promise<ReadonlyMap<number, string | null>> {
  const taxIds = new Map<number, string | null>()
  if (lines.length === 0) return taxIds
  const taxLines = await client.read('account.tax.line', {
    domain: [['move_line', 'in', lines]],
    fields: ['move_line', 'tax', 'tax.parent'],
    context: { company: company.id },
  })
  const byLine = new Map<number, { readonly tax: number; readonly parent: number | undefined }[]>()
  for (const taxLine of taxLines) {
    const line = idMember(taxLine, 'move_line')
    const tax = idMember(taxLine, 'tax')
    if (line === undefined || tax === undefined) continue
    const related = relatedMember(taxLine, 'tax')
    byLine.set(line, [...(byLine.get(line) ?? []), { tax, parent: related && idMember(related, 'parent') }])
  }
  for (const [line, [first, ...others]] of byLine) {
    if (!first) continue
    const shared = others.every(({ parent }) => parent === first.parent) ? first.parent : undefined
    const tax = others.length === 0 ? first.tax : shared
    taxIds.set(line, tax === undefined ? null : String(tax))
  }
  return taxIds
}
