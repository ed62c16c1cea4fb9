import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { type CurrencyCode, IntegratorError, isCurrencyCode, isTimeZone } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { Client } from '../rpc/client.js'
import { idMember, relatedMember } from '../wire/members.js'

/** The company whose books are kept. */
export interface Company {
  readonly id: number
  readonly name: string
  readonly currency: CurrencyCode
  readonly currencyDigits: number
  readonly timeZone: string | null
}

/**
 * Reads the company that the settings name, or the only one that the user has.
 * @throws IntegratorError with reason `reauthorise` when the settings do not lead to exactly one
 */
export async function readCompany(client: Client, name: string | undefined): Promise<Company> {
  const records = await client.read('company.company', {
    domain: name === undefined ? [] : [['party.name', '=', name]],
    fields: ['party.name', 'currency.code', 'currency.digits', 'timezone'],
    order: [['id', 'ASC']],
  })
  const [record] = records
  if (record === undefined || records.length > 1) throw ambiguous(records, name)
  const company = companyOf(record)
  if (company === undefined) {
    throw notUnderstood('company.company', 'the company lacks its name, or a currency of ISO 4217')
  }
  return company
}

function companyOf(record: JsonRecord): Company | undefined {
  const id = idMember(record, 'id')
  const name = nameOf(record)
  const currency = relatedMember(record, 'currency')
  const code = currency && textMember(currency, 'code')
  const digits = currency?.['digits']
  if (id === undefined || name === undefined || code === undefined || !isCurrencyCode(code)) return undefined
  if (typeof digits !== 'number' || !Number.isInteger(digits) || digits < 0) return undefined
  const timeZone = textMember(record, 'timezone') ?? null
  return {
    id,
    name,
    currency: code,
    currencyDigits: digits,
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
  }
}

function nameOf(record: JsonRecord): string | undefined {
  const party = relatedMember(record, 'party')
  return party && textMember(party, 'name')
}

function ambiguous(records: readonly JsonRecord[], name: string | undefined): IntegratorError {
  const names = records.map((record) => `'${nameOf(record) ?? '?'}'`).join(', ')
  const said =
    name === undefined
      ? records.length === 0
        ? 'The user of Tryton has no company.'
        : `The user of Tryton has several companies: ${names}.`
      : `The user of Tryton has ${records.length} companies of the name '${name}'.`
  return new IntegratorError({
    kind: 'reauthorise',
    message: `${said} Link again and name the company whose books are kept.`,
  })
}
