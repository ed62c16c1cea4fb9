import {
  type DocumentOutcome,
  type DocumentStatus,
  type DocumentStore,
  type Intent,
  NotStored,
  TransitionRefused,
} from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { texts } from './sql-values.js'

type Submissions = Pick<DocumentStore, 'recordIntent' | 'recordOutcomes' | 'intent'>

export function submissions(tx: Kysely<Schema>): Submissions {
  /** Explains why a document was not updated as wanted. A repeated acceptance under the same id is in order. */
  async function explainRefusal(integrationId: string, references: readonly string[], wanted: Wanted) {
    if (references.length === 0) return
    const { rows } = await sql<{ reference: string; status: DocumentStatus; integratorId: string | null }>`
      select reference, status, integrator_id as "integratorId" from document
      where integration_id = ${integrationId} and reference = any(${texts(references)})`.execute(tx)
    const known = new Map(rows.map((row) => [row.reference, row]))
    for (const reference of references) {
      const document = known.get(reference)
      if (!document) throw new NotStored(`Document ${reference}`)
      const { status, integratorId } = wanted(reference)
      if (status !== 'accepted' || document.integratorId !== integratorId) {
        throw new TransitionRefused(`Document ${reference}`, document.status, status)
      }
    }
  }

  return {
    async recordIntent({ id, integrationId, key, references, body, operation, sentAt }) {
      await tx
        .insertInto('submission')
        .values({
          id,
          integration_id: integrationId,
          key,
          references: jsonb(references),
          body,
          operation,
          sent_at: new Date(sentAt).toISOString(),
        })
        .execute()
      const { rows } = await sql<{ reference: string }>`
        update document set
          status = 'sending', submission_id = ${id}, attempts = attempts + 1, message = null, is_swept = false
        where integration_id = ${integrationId} and reference = any(${texts(references)}) and status = 'planned'
        returning reference`.execute(tx)
      const refused = without(references, rows)
      await explainRefusal(integrationId, refused, () => ({ status: 'sending', integratorId: null }))
    },

    async recordOutcomes(integrationId, outcomes, intentId) {
      if (intentId !== null) {
        await tx
          .insertInto('submission_answer')
          .values({ submission_id: intentId, outcomes: jsonb(outcomes) })
          .execute()
      }
      if (outcomes.length === 0) return
      const wanted = new Map(outcomes.map((outcome) => [outcome.reference, outcomeToRow(outcome)]))
      const { rows } = await sql<{ reference: string }>`
        update document set
          status = row.status, integrator_id = row."integratorId", link = row.link, message = row.message,
          reason_kind = row."reasonKind"
        from jsonb_to_recordset(${jsonb([...wanted.values()])}) as row (
          reference text, status text, "integratorId" text, link text, message text, "reasonKind" text
        )
        where document.integration_id = ${integrationId} and document.reference = row.reference
          and document.reference = any(${texts([...wanted.keys()])}) and document.status <> 'accepted'
        returning document.reference`.execute(tx)
      const refused = without([...wanted.keys()], rows)
      await explainRefusal(integrationId, refused, (reference) => {
        const { status = 'planned', integratorId = null } = wanted.get(reference) ?? {}
        return { status, integratorId }
      })
    },

    async intent(id) {
      const row = await tx
        .selectFrom('submission')
        .select([
          'id',
          'integration_id as integrationId',
          'key',
          'references',
          'body',
          'operation',
          'sent_at as sentAt',
        ])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && ({ ...row, sentAt: Date.parse(row.sentAt) } satisfies Intent)
    },
  }
}

type Wanted = (reference: string) => { readonly status: DocumentStatus; readonly integratorId: string | null }

function outcomeToRow(outcome: DocumentOutcome) {
  const row = {
    reference: outcome.reference,
    status: outcome.status,
    integratorId: null,
    link: null,
    message: null,
    reasonKind: null,
  }
  switch (outcome.status) {
    case 'accepted':
      return { ...row, integratorId: outcome.integratorId, link: outcome.link }
    case 'rejected':
      return { ...row, message: outcome.reason.message, reasonKind: outcome.reason.kind }
    default:
      return { ...row, message: outcome.message }
  }
}

function without(references: readonly string[], rows: readonly { readonly reference: string }[]): string[] {
  const done = new Set(rows.map(({ reference }) => reference))
  return references.filter((reference) => !done.has(reference))
}
