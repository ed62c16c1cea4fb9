import type { Document } from '@ledgerpost/core'
import type { StoredDocument } from '@ledgerpost/engine'
import { sql } from 'kysely'
import { type PostingJson, postingFromJson, postingToJson } from './json/posting-json.js'

/** A document to be planned, for `jsonb_to_recordset` with the columns of `documentRecord`. */
export function documentToRow(document: Document) {
  return {
    reference: document.reference,
    stage: document.stage,
    kind: document.kind,
    date: document.date,
    currency: document.currency,
    total: document.total.toString(),
    postings: document.postings.map(postingToJson),
    settles: document.settles,
    content: document.content,
  }
}

export const documentRecord = sql`(
  packet_ordinal int8, integration_id text, position int4, reference text, stage int4, kind text, date date,
  currency text, total int8, postings jsonb, settles text, content jsonb
)`

/** What is selected of a document, its packet and its submission; `documentOf` reads it. */
export const documentColumns = sql`
  packet.key as "packetKey", document.reference, document.stage, document.kind, document.date,
  document.currency, document.total, document.postings, document.settles, document.content, document.status,
  document.integrator_id as "integratorId", document.link, document.message,
  document.reason_kind as "reasonKind", document.submission_id as "submissionId",
  submission.sent_at as "sentAt", document.attempts`

/** Where `documentColumns` are selected from. */
export const documentSource = sql`
  document join packet on packet.ordinal = document.packet_ordinal
  left join submission on submission.id = document.submission_id`

export type DocumentRow = Omit<StoredDocument, 'postings' | 'sentAt'> & {
  readonly postings: readonly PostingJson[]
  readonly sentAt: string | null
}

export function documentOf(row: DocumentRow): StoredDocument {
  return {
    ...row,
    postings: row.postings.map(postingFromJson),
    sentAt: row.sentAt === null ? null : Date.parse(row.sentAt),
  }
}
