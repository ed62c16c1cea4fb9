import { isRecord } from '@ledgerpost/adapter-kit'
import {
  documentReference,
  formatAmount,
  type IntegratorConfiguration,
  type MappedPacket,
  minorUnitDigits,
  type Posting,
  type Rendering,
} from '@ledgerpost/core'

/**
 * A packet becomes one entry: payments are debited, sales and taxes credited, refunds the other way round. It is pure,
 * so that a packet that is rendered again, in any process, is the same entry.
 */
export function render(packet: MappedPacket, configuration: IntegratorConfiguration): Rendering {
  const { currency } = configuration.organisation
  if (packet.currency !== currency) {
    return {
      ok: false,
      code: 'CurrencyNotSupported',
      message: `The books are kept in ${currency}, and the packet is in ${packet.currency}.`,
    }
  }
  const { taxAccounts, titlePrefix } = configuration.extension
  const postings: Posting[] = []
  for (const { lines, payments } of packet.parts) {
    for (const { accountId, amount } of payments) postings.push({ account: accountId, amount })
    for (const { revenueId, taxId, net, tax } of lines) {
      if (net !== 0n) postings.push({ account: revenueId, amount: -net, taxId })
      if (tax === 0n) continue
      const account = isRecord(taxAccounts) ? taxAccounts[taxId] : undefined
      if (typeof account !== 'string') {
        return {
          ok: false,
          code: 'TaxNotRepresentable',
          message: `The tax rate ${taxId} has no account at Example Books, so no tax can be booked with it.`,
        }
      }
      postings.push({ account, amount: -tax, taxId })
    }
  }
  const debits = postings.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)
  const digits = minorUnitDigits(packet.currency)
  const lines = postings.map(({ account, amount, taxId }) => ({
    account,
    amount: formatAmount(amount, digits),
    ...(taxId === undefined ? {} : { tax_rate: taxId }),
  }))
  return {
    ok: true,
    documents: [
      {
        reference: documentReference(packet.key, 0),
        kind: 'journal',
        stage: 0,
        date: packet.documentDate,
        currency: packet.currency,
        total: debits,
        postings,
        settles: null,
        content: { title: (typeof titlePrefix === 'string' ? titlePrefix : '') + packet.title, lines },
      },
    ],
  }
}
