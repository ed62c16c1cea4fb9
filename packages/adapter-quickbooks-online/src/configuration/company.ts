import { type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import { isTimeZone } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { notUnderstood } from '../errors/failure.js'
import type { QuickBooksOnlineExtension } from './extension.js'

export interface CompanyInfo {
  readonly name: string
  readonly country: string | null
  /** IANA zone; null if QuickBooks tells none. */
  readonly timeZone: string | null
  readonly edition: QuickBooksOnlineExtension['edition']
}

/** @throws IntegratorError */
export async function readCompanyInfo(client: Client): Promise<CompanyInfo> {
  const path = `/companyinfo/${encodeURIComponent(client.companyId)}`
  const company = recordMember(await client.get(path), 'CompanyInfo')
  if (!company) throw notUnderstood(`GET ${path}`, 'it has no CompanyInfo')
  const country = textMember(company, 'Country')
  // The tax model follows from the country: to guess it would be to book tax wrongly.
  if (country === undefined) throw notUnderstood(`GET ${path}`, 'it names no country')
  const zone = textMember(company, 'DefaultTimeZone')
  return {
    name: nameOf(company) ?? client.companyId,
    country,
    timeZone: zone !== undefined && isTimeZone(zone) ? zone : null,
    edition: editionOf(country),
  }
}

function nameOf(company: JsonRecord): string | undefined {
  return textMember(company, 'CompanyName') ?? textMember(company, 'LegalName')
}

function editionOf(country: string): CompanyInfo['edition'] {
  if (/^(us|usa|united states( of america)?)$/i.test(country)) return 'us'
  return /^(ca|can|canada)$/i.test(country) ? 'canada' : 'global'
}
