import type { Document } from '@ledgerpost/core'
import { fromWire } from '../wire/amounts.js'
import type { WireJournalEntry } from '../wire/documents.js'
import { journalLines } from './journal-lines.js'
import { documentHead, headOf, type Making, type Share } from './making.js'
import { postingsOf } from './postings.js'
import { fitting } from './receipt-lines.js'

/** A journal entry, whose total is that of its debit lines; undefined of a share that moves nothing. */
export function journalDocument(making: Making, share: Share, number: string): Document | undefined {
  const { packet, extension } = making
  const Line = journalLines(making, share)
  if (Line.length === 0) return undefined
  const entity: WireJournalEntry = {
    ...headOf(making, number),
    ...(extension.edition === 'us'
      ? {}
      : { GlobalTaxCalculation: extension.usesSalesTax ? 'TaxExcluded' : 'NotApplicable' }),
    Line,
  }
  const debits = Line.filter(({ JournalEntryLineDetail }) => JournalEntryLineDetail.PostingType === 'Debit')
  return {
    ...documentHead(making, number),
    kind: 'journal',
    total: debits.reduce((sum, { Amount }) => sum + (fromWire(Amount, packet.currency) ?? 0n), 0n),
    postings: postingsOf(making, { ...share, lines: fitting(making, share.lines) }),
    content: { entity },
  }
}
