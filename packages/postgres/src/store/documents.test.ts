import { randomUUID } from 'node:crypto'
import {
  type DocumentOutcome,
  type Integration,
  type Intent,
  NotStored,
  type StoredDocument,
  TransitionRefused,
} from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { linkedSubscriber, sampleDocument, samplePacket, time } from './samples.test-support.js'

const sentAt = Date.parse(time) + 7

const notSent = {
  status: 'planned',
  integratorId: null,
  link: null,
  message: null,
  reasonKind: null,
  submissionId: null,
  sentAt: null,
  attempts: 0,
} as const

describe('documents', () => {
  onEachDatabase((fixture) => {
    async function packets(count = 1, change: Partial<Integration> = {}) {
      const { store } = fixture()
      const linked = await linkedSubscriber(store, change)
      const { subscriberId } = linked
      const samples = Array.from({ length: count }, (_, index) =>
        samplePacket(linked.integrationId, `o${index}`),
      )
      await store.transaction(subscriberId, (tx) =>
        tx.addPackets(linked.integrationId, linked.recordId, samples, time),
      )
      const keys = samples.map(({ packet }) => packet.key)
      const send = async (references: readonly string[]): Promise<Intent> => {
        const intent: Intent = {
          id: randomUUID(),
          integrationId: linked.integrationId,
          key: 'key',
          references,
          body: '{"a":"\\u0000"}',
          operation: 'PUT Invoices',
          sentAt,
        }
        await store.transaction(subscriberId, (tx) => tx.recordIntent(intent))
        return intent
      }
      const settle = (outcomes: readonly DocumentOutcome[], intentId: string | null = null) =>
        store.transaction(subscriberId, (tx) => tx.recordOutcomes(linked.integrationId, outcomes, intentId))
      const read = (of: readonly string[] = keys) =>
        store.transaction(subscriberId, (tx) => tx.documentsOfPackets(of))
      return { store, keys, key: keys[0] ?? '', send, settle, read, ...linked }
    }

    it('come back as they were planned, by packet and stage', async () => {
      const { store, keys, read, subscriberId } = await packets(2)
      const plans = keys.toReversed().map((packetKey) => ({
        packetKey,
        documents: [
          sampleDocument(packetKey, 1, { kind: 'payment', settles: 'LP', total: 2n ** 60n, postings: [] }),
          sampleDocument(packetKey, 0),
        ],
      }))
      await store.transaction(subscriberId, async (tx) => {
        await tx.planDocuments([])
        await tx.planDocuments(plans)
      })
      const expected = plans
        .toReversed()
        .flatMap(({ packetKey, documents }) =>
          documents.toReversed().map((document) => ({ ...document, ...notSent, packetKey })),
        )
      expect(await read()).toEqual(expected)
      expect(await read(['unknown'])).toEqual([])
    })

    it('under way or accepted are kept by a new plan, others are replaced or removed', async () => {
      const { store, key, send, settle, read, subscriberId } = await packets()
      const documents = [0, 1, 2, 3, 4, 5].map((ordinal) => sampleDocument(key, ordinal))
      const reference = (ordinal: number) => documents[ordinal]?.reference ?? ''
      await store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents }]))
      await send([0, 1, 2, 3].map(reference))
      await settle([
        { reference: reference(0), status: 'accepted', integratorId: 'i', link: null },
        { reference: reference(1), status: 'rejected', reason: { kind: 'tax', message: 'No.' } },
        { reference: reference(2), status: 'unknown', message: 'No answer.' },
      ])
      const before = new Map((await read()).map((document) => [document.reference, document]))
      const changed = [0, 1, 2, 3, 4].map((ordinal) => sampleDocument(key, ordinal, { date: '2026-04-01' }))
      await store.transaction(subscriberId, (tx) =>
        tx.planDocuments([{ packetKey: key, documents: changed }]),
      )
      expect(await read()).toEqual([
        before.get(reference(0)),
        { ...changed[1], ...notSent, packetKey: key },
        before.get(reference(2)),
        before.get(reference(3)),
        { ...changed[4], ...notSent, packetKey: key },
      ])
      await store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents: [] }]))
      expect((await read()).map((document) => document.reference)).toEqual([0, 2, 3].map(reference))
    })

    it('never sent may be found: accepted, or unknown and then looked up like others', async () => {
      const { store, key, settle, read, subscriberId, integrationId } = await packets()
      const documents = [0, 1].map((ordinal) => sampleDocument(key, ordinal))
      const [first = '', second = ''] = documents.map(({ reference }) => reference)
      await store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents }]))
      const accepted = { reference: first, status: 'accepted', integratorId: 'i', link: null } as const
      await settle([accepted, { reference: second, status: 'unknown', message: 'Differs.' }])
      const unsent = { ...notSent, packetKey: key }
      const unknown = { ...documents[1], ...unsent, status: 'unknown', message: 'Differs.' }
      expect(await read()).toEqual([
        { ...documents[0], ...unsent, status: 'accepted', integratorId: 'i' },
        unknown,
      ])
      const unsettled = () =>
        store.transaction(subscriberId, (tx) =>
          tx.unsettledDocuments(integrationId, { after: null, limit: 10 }),
        )
      expect(await unsettled()).toEqual([unknown])
      await settle([{ reference: second, status: 'planned', message: null }])
      expect(await unsettled()).toEqual([])
    })

    it('of another packet keep their reference to themselves', async () => {
      const { store, keys, key, send, subscriberId } = await packets(2)
      const documents = [sampleDocument(key)]
      await store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents }]))
      await send(documents.map(({ reference }) => reference))
      const stealing = store.transaction(subscriberId, (tx) =>
        tx.planDocuments(keys.map((packetKey) => ({ packetKey, documents }))),
      )
      await expect(stealing).rejects.toThrow('duplicate key')
      const planning = store.transaction(subscriberId, (tx) =>
        tx.planDocuments([{ packetKey: 'unknown', documents }]),
      )
      await expect(planning).rejects.toThrow(NotStored)
    })

    it('are sending once the intent is recorded, and then what the outcome says', async () => {
      const { store, key, send, settle, read, subscriberId } = await packets()
      const documents = [0, 1, 2, 3].map((ordinal) => sampleDocument(key, ordinal))
      const [first = '', second = '', third = '', fourth = ''] = documents.map(({ reference }) => reference)
      await store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents }]))
      const intent = await send([first, second, third, fourth])
      expect(await store.transaction(subscriberId, (tx) => tx.intent(intent.id))).toEqual(intent)
      expect(await store.transaction(subscriberId, (tx) => tx.intent('unknown'))).toBeUndefined()
      const sending = { status: 'sending', submissionId: intent.id, sentAt, attempts: 1 } as const
      const base = (ordinal: number) => ({ ...documents[ordinal], ...notSent, ...sending, packetKey: key })
      expect(await read()).toEqual([0, 1, 2, 3].map(base))
      await settle(
        [
          { reference: first, status: 'accepted', integratorId: 'i', link: 'https://books.example/i' },
          { reference: second, status: 'rejected', reason: { kind: 'period-locked', message: 'Closed.' } },
          { reference: third, status: 'unknown', message: 'No answer.' },
          { reference: fourth, status: 'planned', message: 'Wait.' },
        ],
        intent.id,
      )
      const settled: readonly Partial<StoredDocument>[] = [
        { status: 'accepted', integratorId: 'i', link: 'https://books.example/i' },
        { status: 'rejected', message: 'Closed.', reasonKind: 'period-locked' },
        { status: 'unknown', message: 'No answer.' },
        { status: 'planned', message: 'Wait.' },
      ]
      expect(await read()).toEqual(settled.map((change, ordinal) => ({ ...base(ordinal), ...change })))
      const again = await send([fourth])
      expect((await read())[3]).toEqual({ ...base(3), submissionId: again.id, attempts: 2 })
    })

    it('are sent only when planned, and never leave accepted', async () => {
      const { store, key, send, settle, read, subscriberId } = await packets()
      const document = sampleDocument(key)
      const { reference } = document
      await store.transaction(subscriberId, (tx) =>
        tx.planDocuments([{ packetKey: key, documents: [document] }]),
      )
      await expect(send(['unknown'])).rejects.toThrow(NotStored)
      await send([reference])
      await expect(send([reference])).rejects.toThrow(TransitionRefused)
      await settle([{ reference, status: 'unknown', message: 'No answer.' }])
      await expect(send([reference])).rejects.toThrow(TransitionRefused)
      const accepted = { reference, status: 'accepted', integratorId: 'i', link: null } as const
      await settle([accepted])
      await settle([accepted])
      const [before] = await read()
      await expect(send([reference])).rejects.toThrow(TransitionRefused)
      for (const outcome of [
        { reference, status: 'planned', message: null },
        { reference, status: 'unknown', message: '' },
        { ...accepted, integratorId: 'another' },
      ] as const) {
        await expect(settle([outcome])).rejects.toThrow(TransitionRefused)
      }
      await expect(settle([{ ...accepted, reference: 'unknown' }])).rejects.toThrow(NotStored)
      expect(await read()).toEqual([before])
    })

    it('whose fate is unknown are listed by reference, of their integration alone', async () => {
      const { store, keys, send, settle, integrationId, subscriberId } = await packets(3)
      const foreign = await packets(1, { subscriberId, type: 'Tryton' })
      const plan = (packetKey: string) => ({
        packetKey,
        documents: [sampleDocument(packetKey), sampleDocument(packetKey, 1)],
      })
      await store.transaction(subscriberId, (tx) => tx.planDocuments([...keys, foreign.key].map(plan)))
      const references = keys.map((key) => sampleDocument(key).reference).toSorted()
      const [first = '', second = '', third = ''] = references
      await send(references)
      await foreign.send([sampleDocument(foreign.key).reference])
      await settle([{ reference: second, status: 'unknown', message: 'No answer.' }])
      const page = (after: string | null, limit: number) =>
        store.transaction(subscriberId, (tx) => tx.unsettledDocuments(integrationId, { after, limit }))
      expect(await page(null, 2)).toMatchObject([
        { reference: first, status: 'sending', sentAt },
        { reference: second, status: 'unknown', sentAt },
      ])
      expect(await page(second, 2)).toMatchObject([{ reference: third }])
      await settle([{ reference: first, status: 'planned', message: null }])
      expect(await page(null, 9)).toHaveLength(2)
    })
  })
})
