import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { linkedSubscriber, sampleDocument, samplePacket, time } from './samples.test-support.js'

const later = '2026-03-02T12:00:00.000Z'
const soon = 10_000

describe('sweeps', () => {
  onEachDatabase((fixture) => {
    /** A packet with documents, all of them sent and accepted but the last, which is rejected. */
    async function sent(count = 3) {
      const { store } = fixture()
      const linked = await linkedSubscriber(store)
      const { integrationId, recordId, subscriberId } = linked
      const sample = samplePacket(integrationId, 'o')
      const { key } = sample.packet
      const documents = Array.from({ length: count }, (_, ordinal) => sampleDocument(key, ordinal))
      const references = documents.map(({ reference }) => reference).toSorted()
      const plan = () =>
        store.transaction(subscriberId, (tx) => tx.planDocuments([{ packetKey: key, documents }]))
      await store.transaction(subscriberId, (tx) => tx.addPackets(integrationId, recordId, [sample], time))
      await plan()
      const send = (which: readonly string[], sentAt: number) =>
        store.transaction(subscriberId, (tx) => {
          const intent = { id: randomUUID(), integrationId, key: '', body: '', operation: '' }
          return tx.recordIntent({ ...intent, references: which, sentAt })
        })
      for (const [index, reference] of references.entries()) await send([reference], index * 1000)
      const rejected = references.at(-1) ?? ''
      const accept = (which: readonly string[]) =>
        store.transaction(subscriberId, (tx) =>
          tx.recordOutcomes(
            integrationId,
            which.map((reference) => ({
              reference,
              status: 'accepted',
              integratorId: reference,
              link: null,
            })),
            null,
          ),
        )
      await accept(references.slice(0, -1))
      await store.transaction(subscriberId, (tx) =>
        tx.recordOutcomes(
          integrationId,
          [{ reference: rejected, status: 'rejected', reason: { kind: 'tax', message: '' } }],
          null,
        ),
      )
      const unswept = async (sentBefore = soon, after: string | null = null, limit = 9) => {
        const page = { sentBefore, after, limit }
        const found = await store.transaction(subscriberId, (tx) => tx.unsweptDocuments(integrationId, page))
        return found.map(({ reference }) => reference)
      }
      const oldest = () => store.transaction(subscriberId, (tx) => tx.oldestUnswept(integrationId))
      const find = (reference: string, deviation: string | null, when = time) =>
        store.transaction(subscriberId, (tx) =>
          tx.addSweepFindings(integrationId, [{ reference, deviation }], when),
        )
      const findings = () => store.transaction(subscriberId, (tx) => tx.sweepFindings([key]))
      return {
        ...linked,
        store,
        key,
        references,
        rejected,
        plan,
        send,
        accept,
        unswept,
        oldest,
        find,
        findings,
      }
    }

    it('are due for what was sent and is certain, page by page', async () => {
      const { references, unswept, oldest } = await sent()
      const [first = '', second = '', third = ''] = references
      expect(await unswept()).toEqual([first, second, third])
      expect(await unswept(soon, first, 1)).toEqual([second])
      expect(await unswept(1000)).toEqual([first])
      expect(await oldest()).toBe(0)
    })

    it('leave out what is planned, under way or unknown', async () => {
      const { references, rejected, plan, send, unswept, oldest, store, subscriberId, integrationId } =
        await sent(1)
      await plan()
      expect(await unswept()).toEqual([])
      await send(references, 5000)
      expect(await unswept()).toEqual([])
      await store.transaction(subscriberId, (tx) =>
        tx.recordOutcomes(integrationId, [{ reference: rejected, status: 'unknown', message: '' }], null),
      )
      expect(await unswept()).toEqual([])
      expect(await oldest()).toBeNull()
    })

    it('look at each document once, and keep every finding', async () => {
      const { references, unswept, oldest, find, findings } = await sent()
      const [first = '', second = '', third = ''] = references
      await find(first, null)
      expect(await unswept()).toEqual([second, third])
      expect(await oldest()).toBe(1000)
      await find(first, 'It was deleted.', later)
      await find(second, null, later)
      await find('unknown', 'Nothing of it is kept.')
      expect(
        [...(await findings()).values()].toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
      ).toEqual([
        { reference: first, deviation: 'It was deleted.', time: later },
        { reference: second, deviation: null, time: later },
      ])
      await find(third, null)
      expect(await unswept()).toEqual([])
      expect(await oldest()).toBeNull()
    })

    it('look again at what was sent again', async () => {
      const { rejected, plan, send, accept, unswept, oldest, find, findings } = await sent(1)
      await find(rejected, 'Differs.')
      await plan()
      await send([rejected], 7000)
      await accept([rejected])
      expect(await unswept()).toEqual([rejected])
      expect(await oldest()).toBe(7000)
      expect((await findings()).get(rejected)).toMatchObject({ deviation: 'Differs.' })
      await find(rejected, null, later)
      expect(await unswept()).toEqual([])
      expect((await findings()).get(rejected)).toEqual({ reference: rejected, deviation: null, time: later })
    })

    it('find nothing of a document that was never sent', async () => {
      const { store, subscriberId, integrationId, key, references, find } = await sent(1)
      const document = sampleDocument(key, 7)
      await store.transaction(subscriberId, (tx) =>
        tx.planDocuments([{ packetKey: key, documents: [document] }]),
      )
      await expect(find(document.reference, null)).rejects.toThrow('null value')
      const foreign = await linkedSubscriber(store)
      await store.transaction(foreign.subscriberId, async (tx) => {
        await tx.addSweepFindings(integrationId, [{ reference: references[0] ?? '', deviation: 'x' }], time)
        expect(await tx.sweepFindings([key])).toEqual(new Map())
        expect(await tx.oldestUnswept(integrationId)).toBeNull()
      })
    })
  })
})
