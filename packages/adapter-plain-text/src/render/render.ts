import {
  type Document,
  documentReference,
  type IntegratorConfiguration,
  isCalendarDate,
  isCurrencyCode,
  type MappedPacket,
  type MappedPart,
  type Posting,
  type Rendering,
  sumOf,
} from '@ledgerpost/core'
import { accountNameRule, isAccountName } from '../accounts/account-name.js'
import { readExtension } from './extension.js'
import { postingsOf, untaxed } from './postings.js'
import type { Content } from './content.js'

type Refusal = Extract<Rendering, { ok: false }>

/** One journal document for each part of the packet, or why books of plain text cannot carry it. Pure. */
export function render(packet: MappedPacket, configuration: IntegratorConfiguration): Rendering {
  const refusal = whyNot(packet, configuration)
  if (refusal) return refusal
  return { ok: true, documents: packet.parts.map((part, ordinal) => documentOf(packet, part, ordinal)) }
}

function documentOf(packet: MappedPacket, part: MappedPart, ordinal: number): Document {
  const postings = postingsOf(part)
  const content: Content = { title: packet.title, businessDate: packet.businessDate, postings }
  return {
    reference: documentReference(packet.key, ordinal),
    kind: 'journal',
    date: packet.documentDate,
    stage: 0,
    currency: packet.currency,
    total: sumOf(postings, ({ amount }) => (amount.startsWith('-') ? 0n : BigInt(amount))),
    postings: postings.map(({ account, amount, taxId }): Posting => {
      const posting = { account, amount: BigInt(amount) }
      return taxId === null ? posting : { ...posting, taxId }
    }),
    settles: null,
    content,
  }
}

function whyNot(packet: MappedPacket, configuration: IntegratorConfiguration): Refusal | undefined {
  const { currency, documentDate, title } = packet
  const { currencies, takesAnyCurrency } = readExtension(configuration)
  if (!isCurrencyCode(currency) || (!takesAnyCurrency && !currencies.includes(currency))) {
    return refuse(
      'CurrencyNotSupported',
      `${title} is in ${currency}, which the books do not have (${currencies.join(', ')}). ` +
        `Add the line 'commodity ${currency}' to accounts.journal and refresh.`,
    )
  }
  if (!isCalendarDate(documentDate) || documentDate < '1900-01-02' || documentDate > '2999-12-31') {
    return refuse(
      'NotRepresentable',
      `${title} is dated ${documentDate}; the books take dates from 1900-01-02 to 2999-12-31.`,
    )
  }
  for (const part of packet.parts) {
    const refusal = whyNotPart(part, title)
    if (refusal) return refusal
  }
  return undefined
}

function whyNotPart(part: MappedPart, title: string): Refusal | undefined {
  const taxed = part.lines.filter((line) => line.taxId !== untaxed)
  const accounts = [
    ...part.payments.map((payment) => payment.accountId),
    ...part.lines.map((line) => line.revenueId),
    ...taxed.map((line) => line.taxId),
  ]
  const bad = accounts.find((account) => !isAccountName(account))
  if (bad !== undefined) {
    return refuse(
      'NotRepresentable',
      `${title} is mapped to '${bad}', but ${accountNameRule}. Map it to another.`,
    )
  }
  const line = part.lines.find(({ taxId, tax }) => taxId === untaxed && tax !== 0n)
  if (line) {
    return refuse(
      'TaxNotRepresentable',
      `${title} bears tax on the category ${line.revenueCategoryId}, but its tax is mapped to '${untaxed}'. ` +
        'Map it to an account below Liabilities:Tax.',
    )
  }
  if (sumOf(part.payments, ({ amount }) => amount) !== sumOf(part.lines, ({ net, tax }) => net + tax)) {
    return refuse('NotRepresentable', `The lines and the payments of ${title} differ; an entry must balance.`)
  }
  return undefined
}

function refuse(code: Refusal['code'], message: string): Refusal {
  return { ok: false, code, message }
}
