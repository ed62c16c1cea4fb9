import { NotStored, TransitionRefused } from '../errors.js'
import type { DocumentOutcome, DocumentStore, StoredDocument } from '../ports/document-store.js'
import { immutableCopy } from './immutable-copy.js'
import { requireIntegration } from './integrations.js'
import type { DocumentRow } from './rows.js'
import { checkFailed, dangling, duplicate } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

type Submissions = Pick<DocumentStore, 'recordIntent' | 'recordOutcomes' | 'intent'>

export function submissions(state: State): Submissions {
  function ownDocument(integrationId: string, reference: string): DocumentRow | undefined {
    return state.own(state.documents.get(pairKey(integrationId, reference)))
  }

  function change(row: DocumentRow, members: Partial<StoredDocument>, isSwept = row.isSwept): void {
    state.documents.put({ ...row, isSwept, value: immutableCopy({ ...row.value, ...members }) })
  }

  return {
    async recordIntent({ id, integrationId, key, references, body, operation, sentAt }) {
      if (state.submissions.get(id)) throw duplicate(`submission ${id}`)
      requireIntegration(state, integrationId)
      state.submissions.put({
        subscriberId: state.scope,
        value: immutableCopy({ id, integrationId, key, references, body, operation, sentAt }),
      })
      for (const reference of new Set(references)) {
        const row = ownDocument(integrationId, reference)
        if (!row) throw new NotStored(`Document ${reference}`)
        const { status, attempts } = row.value
        if (status !== 'planned') throw new TransitionRefused(`Document ${reference}`, status, 'sending')
        const sent = { submissionId: id, sentAt, attempts: attempts + 1, message: null }
        change(row, { status: 'sending', ...sent }, false)
      }
    },

    async recordOutcomes(integrationId, outcomes, intentId) {
      if (intentId !== null && !state.own(state.submissions.get(intentId))) {
        throw dangling(`Submission ${intentId}`)
      }
      const wanted = new Map(outcomes.map((outcome) => [outcome.reference, outcome]))
      let refusal: Error | undefined
      for (const [reference, outcome] of wanted) {
        const row = ownDocument(integrationId, reference)
        if (!row) {
          refusal ??= new NotStored(`Document ${reference}`)
        } else if (row.value.status !== 'accepted') {
          if (outcome.status === 'unknown' && row.value.submissionId === null) {
            throw checkFailed(`document ${reference} is unknown, but was never sent`)
          }
          change(row, membersOf(outcome))
        } else if (outcome.status !== 'accepted' || outcome.integratorId !== row.value.integratorId) {
          refusal ??= new TransitionRefused(`Document ${reference}`, row.value.status, outcome.status)
        }
      }
      if (refusal) throw refusal
    },

    async intent(id) {
      return state.own(state.submissions.get(id))?.value
    },
  }
}

function membersOf(outcome: DocumentOutcome) {
  const { status } = outcome
  const none = { status, integratorId: null, link: null, message: null, reasonKind: null }
  switch (outcome.status) {
    case 'accepted':
      return { ...none, integratorId: outcome.integratorId, link: outcome.link }
    case 'rejected':
      return { ...none, message: outcome.reason.message, reasonKind: outcome.reason.kind }
    default:
      return { ...none, message: outcome.message }
  }
}
