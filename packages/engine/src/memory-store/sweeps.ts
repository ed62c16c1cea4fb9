import type { DocumentStore } from '../ports/document-store.js'
import { byCodePoint } from './code-point-order.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { ownPackets } from './packets.js'
import type { FindingRow } from './rows.js'
import { missingValue } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

type Sweeps = Pick<DocumentStore, 'unsweptDocuments' | 'oldestUnswept' | 'addSweepFindings' | 'sweepFindings'>

export function sweeps(state: State): Sweeps {
  return {
    async unsweptDocuments(integrationId, { sentBefore, after, limit }) {
      return state.unsweptDocuments
        .from(integrationId, ({ value }) => byCodePoint(value.reference, after ?? '') > 0, Infinity)
        .filter((row) => state.own(row) && row.value.sentAt !== null && row.value.sentAt < sentBefore)
        .slice(0, limit)
        .map(({ value }) => value)
    },

    async oldestUnswept(integrationId) {
      let oldest: number | null = null
      for (const row of state.unsweptDocuments.of(integrationId)) {
        const { sentAt } = row.value
        if (state.own(row) && sentAt !== null && (oldest === null || sentAt < oldest)) oldest = sentAt
      }
      return oldest
    },

    async addSweepFindings(integrationId, findings, time) {
      for (const { reference, deviation } of findings) {
        const document = state.own(state.documents.get(pairKey(integrationId, reference)))
        if (!document) continue
        if (document.value.submissionId === null) {
          throw missingValue(`document ${reference} was never sent, so no sweep can find it`)
        }
        const value = immutableCopy({ reference, deviation, time: canonicalInstant(time) })
        const { subscriberId } = document
        state.findings.put({ subscriberId, integrationId, number: state.nextFinding(), value })
        state.documents.put({ ...document, isSwept: true })
      }
    },

    async sweepFindings(packetKeys) {
      const last = new Map<string, FindingRow>()
      for (const { key, integrationId } of ownPackets(state, packetKeys)) {
        for (const { value } of state.documentsOf.of(key)) {
          const finding = state.own(state.findings.get(pairKey(integrationId, value.reference)))
          const known = last.get(value.reference)
          if (finding && (!known || known.number < finding.number)) last.set(value.reference, finding)
        }
      }
      return new Map([...last].map(([reference, { value }]) => [reference, value]))
    },
  }
}
