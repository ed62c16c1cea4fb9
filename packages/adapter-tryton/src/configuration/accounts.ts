import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorAccount } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { Client } from '../rpc/client.js'
import { booleanMember, idMember, relatedMember } from '../wire/members.js'

/** An account, and what booking to it asks for. */
export interface TrytonAccount extends IntegratorAccount {
  readonly needsParty: boolean
}

/**
 * Reads the accounts that can be booked to, closed ones too. Views, which have no type, are left out.
 * @param hasParty whether there is a party to book for on accounts that require one
 * @throws IntegratorError
 */
export async function readAccounts(
  client: Client,
  company: number,
  hasParty: boolean,
): Promise<TrytonAccount[]> {
  const records = await client.read('account.account', {
    domain: [
      ['company', '=', company],
      ['type', '!=', null],
    ],
    fields: ['code', 'name', 'closed', 'party_required', 'second_currency', ...typeFields],
    order: [
      ['code', 'ASC'],
      ['id', 'ASC'],
    ],
    context: { company },
  })
  return records.map((record) => accountOf(record, hasParty))
}

const typeFields = ['type.name', 'type.statement', 'type.assets']

function accountOf(record: JsonRecord, hasParty: boolean): TrytonAccount {
  const id = idMember(record, 'id')
  const name = textMember(record, 'name')
  const type = relatedMember(record, 'type')
  const isClosed = booleanMember(record, 'closed')
  const needsParty = booleanMember(record, 'party_required')
  if (id === undefined || name === undefined || !type || isClosed === undefined || needsParty === undefined) {
    throw notUnderstood('account.account', `an account lacks its id, name, type or flags: ${id ?? 'no id'}`)
  }
  const statement = textMember(type, 'statement')
  const isAsset = booleanMember(type, 'assets') === true
  // Lines of an account with a currency of its own would have to be valued in it.
  const isUsable = !isClosed && (hasParty || !needsParty) && (record['second_currency'] ?? null) === null
  return {
    id: String(id),
    code: textMember(record, 'code') ?? null,
    name,
    type: textMember(type, 'name') ?? statement ?? '',
    isActive: !isClosed,
    takesRevenue: isUsable && (statement === 'income' || (statement === 'balance' && !isAsset)),
    takesPayments: isUsable && statement === 'balance',
    needsParty,
  }
}
