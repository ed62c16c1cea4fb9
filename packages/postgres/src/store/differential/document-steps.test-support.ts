import { fc } from '@fast-check/vitest'
import type { Document } from '@ledgerpost/core'
import type { DocumentOutcome } from '@ledgerpost/engine'
import { sampleDocument, time } from '../samples.test-support.js'
import { limit, times, which } from './names.test-support.js'
import { packetKeys } from './packet-steps.test-support.js'
import { scoped } from './step.test-support.js'

/** What makes a document one that is refused, and what leaves it as it is. */
const flaws = fc.constantFrom<Partial<Document>>(
  ...Array.from({ length: 7 }, () => ({})),
  { currency: 'euro' },
  { total: -1n },
  { postings: [{ account: '1', amount: 1n }] },
)

const document = fc
  .tuple(which.reference, fc.nat({ max: 1 }), flaws)
  .map(([reference, stage, flaw]) =>
    sampleDocument('ab', stage, { reference: referenceOf(reference), ...flaw }),
  )

const outcome: fc.Arbitrary<DocumentOutcome> = fc.oneof(
  fc.record({
    reference: which.reference.map(referenceOf),
    status: fc.constant('accepted' as const),
    integratorId: fc.constantFrom('x', 'y'),
    link: fc.constantFrom('https://books.example/x', null),
  }),
  fc.record({
    reference: which.reference.map(referenceOf),
    status: fc.constant('rejected' as const),
    reason: fc.constant({ kind: 'tax' as const, message: 'No.' }),
  }),
  fc.record({
    reference: which.reference.map(referenceOf),
    status: fc.constant('unknown' as const),
    message: fc.constant('No answer.'),
  }),
  fc.record({
    reference: which.reference.map(referenceOf),
    status: fc.constant('planned' as const),
    message: fc.constantFrom('Wait.', null),
  }),
)

export function referenceOf(number: number): string {
  return `reference ${number}`
}

const plan = fc.record({ packet: packetKeys, documents: fc.array(document, { maxLength: 3 }) })
const references = fc.array(which.reference.map(referenceOf), { maxLength: 3 })
const sentAt = fc.constantFrom(0, 1_000, 2_000)

/** Steps about documents, what was sent of them and what sweeps found. */
export const documentSteps = [
  scoped('planDocuments', fc.array(plan, { maxLength: 2 }), (tx, plans, { names }) =>
    tx.planDocuments(plans.map(({ packet, documents }) => ({ packetKey: packet.keyOf(names), documents }))),
  ),
  scoped(
    'recordIntent',
    fc.tuple(which.submission, which.integration, references, sentAt),
    (tx, [submission, integration, wanted, sent], { names }) =>
      tx.recordIntent({
        id: names.of('submission', submission),
        integrationId: names.of('integration', integration),
        key: 'key',
        references: wanted,
        body: 'body',
        operation: 'PUT',
        sentAt: sent,
      }),
  ),
  scoped(
    'recordOutcomes',
    fc.tuple(which.integration, fc.array(outcome, { maxLength: 3 }), fc.option(which.submission)),
    (tx, [integration, outcomes, submission], { names }) =>
      tx.recordOutcomes(
        names.of('integration', integration),
        outcomes,
        submission === null ? null : names.of('submission', submission),
      ),
  ),
  scoped(
    'plan, send and settle',
    fc.tuple(packetKeys, which.submission, outcome, fc.boolean()),
    async (tx, [packet, submission, settled, isSwept], { names }) => {
      const integrationId = names.of('integration', 0)
      const { reference } = settled
      const id = names.of('submission', submission)
      const planned = sampleDocument('ab', 0, { reference })
      await tx.planDocuments([{ packetKey: packet.keyOf(names), documents: [planned] }])
      const intent = { id, integrationId, key: '', body: '', operation: 'PUT', sentAt: 3_000 }
      await tx.recordIntent({ ...intent, references: [reference] })
      await tx.recordOutcomes(integrationId, [settled], id)
      if (isSwept) await tx.addSweepFindings(integrationId, [{ reference, deviation: 'Differs.' }], time)
    },
  ),
  scoped(
    'take back, send and settle',
    fc.tuple(which.submission, outcome),
    async (tx, [submission, settled], { names }) => {
      const integrationId = names.of('integration', 0)
      const { reference } = settled
      const id = names.of('submission', submission)
      await tx.recordOutcomes(integrationId, [{ reference, status: 'planned', message: null }], null)
      const intent = { id, integrationId, key: '', body: '', operation: 'PUT', sentAt: 4_000 }
      await tx.recordIntent({ ...intent, references: [reference] })
      await tx.recordOutcomes(integrationId, [settled], id)
    },
  ),
  scoped('documentsOfPackets', fc.array(packetKeys, { maxLength: 3 }), (tx, keys, { names }) =>
    tx.documentsOfPackets(keys.map(({ keyOf }) => keyOf(names))),
  ),
  scoped(
    'unsettledDocuments',
    fc.tuple(which.integration, fc.option(which.reference.map(referenceOf)), limit),
    (tx, [integration, after, most], { names }) =>
      tx.unsettledDocuments(names.of('integration', integration), { after, limit: most }),
  ),
  scoped(
    'unsweptDocuments',
    fc.tuple(which.integration, sentAt, fc.option(which.reference.map(referenceOf)), limit),
    (tx, [integration, sentBefore, after, most], { names }) =>
      tx.unsweptDocuments(names.of('integration', integration), { sentBefore, after, limit: most }),
  ),
  scoped('oldestUnswept', which.integration, (tx, integration, { names }) =>
    tx.oldestUnswept(names.of('integration', integration)),
  ),
  scoped(
    'addSweepFindings',
    fc.tuple(
      which.integration,
      fc.array(fc.tuple(which.reference.map(referenceOf), fc.option(fc.constant('gone'))), { maxLength: 3 }),
      times,
    ),
    (tx, [integration, found, when], { names }) =>
      tx.addSweepFindings(
        names.of('integration', integration),
        found.map(([reference, deviation]) => ({ reference, deviation })),
        when,
      ),
  ),
  scoped('sweepFindings', fc.array(packetKeys, { maxLength: 3 }), (tx, keys, { names }) =>
    tx.sweepFindings(keys.map(({ keyOf }) => keyOf(names))),
  ),
]
