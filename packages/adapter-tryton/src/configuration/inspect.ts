import { type IntegratorConfiguration, IntegratorError } from '@ledgerpost/core'
import type { Client } from '../rpc/client.js'
import type { TrytonSettings } from '../settings.js'
import { idMember } from '../wire/members.js'
import { readAccounts } from './accounts.js'
import type { Company } from './company.js'
import type { TrytonExtension } from './extension.js'
import { readPeriods } from './periods.js'
import { readTaxes } from './tax-rates.js'

/** Reads what mapping, planning and rendering need, closed accounts and periods included. @throws IntegratorError */
export async function inspect(
  client: Client,
  company: Company,
  settings: TrytonSettings,
): Promise<IntegratorConfiguration> {
  const journal = await idOfCode(client, 'account.journal', settings.journal, company.id)
  const party =
    settings.party === undefined ? null : await idOfCode(client, 'party.party', settings.party, company.id)
  const [accounts, taxes, { periods, lockedThrough }] = await Promise.all([
    readAccounts(client, company.id, party !== null),
    readTaxes(client, company.id),
    readPeriods(client, company.id),
  ])
  const extension: TrytonExtension = {
    company: company.id,
    journal,
    currencyDigits: company.currencyDigits,
    party,
    partyAccounts: accounts.flatMap(({ id, needsParty }) => (needsParty ? [id] : [])),
    periods: [...periods],
    taxes: Object.fromEntries(Object.entries(taxes.shares).map(([id, shares]) => [id, [...shares]])),
  }
  return {
    organisation: {
      name: company.name,
      currency: company.currency,
      country: null,
      timeZone: company.timeZone,
      lockedThrough,
    },
    accounts: accounts.map(({ needsParty: _needsParty, ...account }) => account),
    taxRates: taxes.rates,
    extension: { ...extension },
  }
}

async function idOfCode(
  client: Client,
  model: 'account.journal' | 'party.party',
  code: string,
  company: number,
): Promise<number> {
  const domain = [['code', '=', code]]
  const [record] = await client.read(model, { domain, fields: ['code'], limit: 1, context: { company } })
  const id = record && idMember(record, 'id')
  if (id !== undefined) return id
  const what = model === 'account.journal' ? 'journal' : 'party'
  throw new IntegratorError({
    kind: 'reauthorise',
    message: `Tryton has no active ${what} of the code '${code}'. Link again and name one that it has.`,
  })
}
