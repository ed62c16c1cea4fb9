import { type DocumentStore, NotStored } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import {
  documentColumns,
  documentOf,
  documentRecord,
  type DocumentRow,
  documentSource,
  documentToRow,
} from './document-row.js'
import { texts } from './sql-values.js'

type Documents = Pick<DocumentStore, 'documentsOfPackets' | 'planDocuments' | 'unsettledDocuments'>

export function documents(tx: Kysely<Schema>): Documents {
  /** Locked, so that of two plans of a packet one comes after the other. */
  async function sealedPackets(keys: readonly string[]) {
    const { rows } = await sql<{ key: string; ordinal: string; integrationId: string }>`
      select key, ordinal::text as ordinal, packet_status.integration_id as "integrationId"
      from packet join packet_status on packet_ordinal = ordinal
      where key = any(${texts(keys)}) order by ordinal for update of packet_status`.execute(tx)
    return new Map(rows.map((row) => [row.key, row]))
  }

  return {
    async documentsOfPackets(packetKeys) {
      const { rows } = await sql<DocumentRow>`
        select ${documentColumns} from ${documentSource}
        where packet.key = any(${texts(packetKeys)})
        order by packet.ordinal, document.stage, document.position, document.reference`.execute(tx)
      return rows.map(documentOf)
    },

    async planDocuments(plans) {
      if (plans.length === 0) return
      const packets = await sealedPackets(plans.map(({ packetKey }) => packetKey))
      const planned = plans.flatMap((plan) => {
        const packet = packets.get(plan.packetKey)
        if (!packet) throw new NotStored(`Sealed packet ${plan.packetKey}`)
        return plan.documents.map((document, position) => ({
          packet_ordinal: packet.ordinal,
          integration_id: packet.integrationId,
          position,
          ...documentToRow(document),
        }))
      })
      const ordinals = [...packets.values()].map(({ ordinal }) => ordinal)
      await sql`
        delete from document where packet_ordinal = any(${texts(ordinals)}::int8[])
        and status in ('planned', 'rejected')`.execute(tx)
      if (planned.length === 0) return
      await sql`
        insert into document (
          packet_ordinal, integration_id, position, reference, stage, kind, date, currency, total, postings, settles,
          content, status
        )
        select row.*, 'planned' from jsonb_to_recordset(${jsonb(planned)}) as row ${documentRecord}
        where not exists (
          select from document as kept
          where kept.integration_id = row.integration_id and kept.reference = row.reference
            and kept.packet_ordinal = row.packet_ordinal and kept.packet_ordinal = any(${texts(ordinals)}::int8[])
        )`.execute(tx)
    },

    async unsettledDocuments(integrationId, { after, limit }) {
      const { rows } = await sql<DocumentRow>`
        select ${documentColumns} from ${documentSource}
        where document.integration_id = ${integrationId} and document.status in ('sending', 'unknown')
          and document.reference > ${after ?? ''}
        order by document.reference limit ${limit}`.execute(tx)
      return rows.map(documentOf)
    },
  }
}
