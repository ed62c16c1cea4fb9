import type { DocumentContent, DocumentKind, Instant, ReasonKind } from '@ledgerpost/core'
import type { DocumentOutcome, DocumentStatus } from '@ledgerpost/engine'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PostingJson } from '../store/json/posting-json.js'
import type { Int8, Json, OwnSubscriber, Timestamp } from './columns.js'

export interface DocumentSchema {
  submission: {
    subscriber_id: OwnSubscriber
    id: string
    integration_id: string
    key: string
    references: Json<readonly string[]>
    body: string
    operation: string
    sent_at: Timestamp
  }
  submission_answer: {
    subscriber_id: OwnSubscriber
    submission_id: string
    number: GeneratedAlways<bigint>
    time: ColumnType<Instant, undefined, never>
    outcomes: Json<readonly DocumentOutcome[]>
  }
  document_sweep: {
    subscriber_id: OwnSubscriber
    integration_id: string
    reference: string
    number: GeneratedAlways<bigint>
    submission_id: string
    time: Timestamp
    deviation: string | null
  }
  document: {
    subscriber_id: OwnSubscriber
    integration_id: string
    reference: string
    packet_ordinal: Int8
    position: number
    stage: number
    kind: DocumentKind
    date: string
    currency: string
    total: Int8
    postings: Json<readonly PostingJson[]>
    settles: string | null
    content: Json<DocumentContent>
    status: DocumentStatus
    integrator_id: string | null
    link: string | null
    message: string | null
    reason_kind: ReasonKind | null
    submission_id: string | null
    attempts: Generated<number>
    is_swept: Generated<boolean>
  }
}
