import type { DocumentStore, SweepFinding } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { documentColumns, documentOf, type DocumentRow, documentSource } from './document-row.js'
import { texts } from './sql-values.js'

type Sweeps = Pick<DocumentStore, 'unsweptDocuments' | 'oldestUnswept' | 'addSweepFindings' | 'sweepFindings'>

/** What sweeps found, and what they have not looked at. */
export function sweeps(tx: Kysely<Schema>): Sweeps {
  const isUnswept = sql`
    document.status in ('accepted', 'rejected') and document.submission_id is not null and not document.is_swept`
  return {
    async unsweptDocuments(integrationId, { sentBefore, after, limit }) {
      const { rows } = await sql<DocumentRow>`
        select ${documentColumns} from ${documentSource}
        where document.integration_id = ${integrationId} and document.reference > ${after ?? ''}
          and submission.sent_at < ${new Date(sentBefore).toISOString()} and ${isUnswept}
        order by document.reference limit ${limit}`.execute(tx)
      return rows.map(documentOf)
    },

    async oldestUnswept(integrationId) {
      const { rows } = await sql<{ sentAt: string | null }>`
        select min(submission.sent_at) as "sentAt" from ${documentSource}
        where document.integration_id = ${integrationId} and ${isUnswept}`.execute(tx)
      const sentAt = rows[0]?.sentAt ?? null
      return sentAt === null ? null : Date.parse(sentAt)
    },

    async addSweepFindings(integrationId, findings, time) {
      if (findings.length === 0) return
      await sql`
        with found as (
          insert into document_sweep (integration_id, reference, submission_id, time, deviation)
          select document.integration_id, document.reference, document.submission_id, ${time}, finding.deviation
          from jsonb_to_recordset(${jsonb(findings)}) as finding (reference text, deviation text)
          join document on document.integration_id = ${integrationId} and document.reference = finding.reference
          where document.reference = any(${texts(findings.map(({ reference }) => reference))})
          returning reference
        )
        update document set is_swept = true
        from found where document.integration_id = ${integrationId} and document.reference = found.reference
          and document.reference = any(${texts(findings.map(({ reference }) => reference))})`.execute(tx)
    },

    async sweepFindings(packetKeys) {
      const { rows } = await sql<SweepFinding & { time: string }>`
        select distinct on (sweep.reference) sweep.reference, sweep.deviation, sweep.time
        from packet
        join document on document.packet_ordinal = packet.ordinal
        join document_sweep as sweep
          on sweep.integration_id = document.integration_id and sweep.reference = document.reference
        where packet.key = any(${texts(packetKeys)})
        order by sweep.reference, sweep.number desc`.execute(tx)
      return new Map(rows.map((row) => [row.reference, row]))
    },
  }
}
