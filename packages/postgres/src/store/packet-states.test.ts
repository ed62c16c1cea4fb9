import { mayFollow, type PacketState, type PacketStatus, packetStatuses } from '@ledgerpost/core'
import { NotStored, TransitionRefused } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber, sampleOpenPacket, samplePacket, time } from './samples.test-support.js'
import { createGate, someoneWaits } from './sessions.test-support.js'

const state = (status: PacketStatus, message: string | null = null): PacketState => ({
  status,
  time,
  code: message === null ? null : 'invalid',
  message,
})

/** The shortest way from Pending to each status. */
const ways: Readonly<Record<PacketStatus, readonly PacketStatus[]>> = {
  Pending: [],
  Held: ['Held'],
  Sending: ['Sending'],
  Sent: ['Sending', 'Sent'],
  Rejected: ['Sending', 'Rejected'],
  InDoubt: ['Sending', 'InDoubt'],
}

describe('packet states', () => {
  onEachDatabase((fixture) => {
    async function packet() {
      const { store } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      const sample = samplePacket(integrationId, 'o')
      await store.transaction(subscriberId, (tx) => tx.addPackets(integrationId, recordId, [sample], time))
      return { store, key: sample.packet.key, subscriberId, integrationId, recordId }
    }

    it('are appended in their order, and the last is the status', async () => {
      const { store, key, subscriberId } = await packet()
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPacketStates([])
        await tx.addPacketStates([
          { key, state: state('Sending') },
          { key, state: state('Rejected', 'No such account.') },
        ])
        await tx.addPacketStates([{ key, state: state('Pending') }])
        expect((await tx.packetStates([key])).get(key)).toEqual([
          state('Pending'),
          state('Sending'),
          state('Rejected', 'No such account.'),
          state('Pending'),
        ])
        expect(await tx.packets([key])).toMatchObject([{ status: 'Pending' }])
      })
    })

    it('follow each other as the core rules, from every status to every status', async () => {
      const { store, integrationId, recordId, subscriberId } = await packet()
      const pairs = packetStatuses.flatMap((from) => packetStatuses.map((to) => [from, to] as const))
      const samples = pairs.map(([from, to]) => samplePacket(integrationId, `${from}-${to}`))
      const keys = samples.map(({ packet: { key } }) => key)
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, samples, time)
        const walks = pairs.flatMap(([from], index) => ways[from].map((status) => ({ index, status })))
        await tx.addPacketStates(
          walks.map(({ index, status }) => ({ key: keys[index] ?? '', state: state(status) })),
        )
      })
      const refused: (readonly [from: PacketStatus, to: PacketStatus])[] = []
      for (const [index, [from, to]] of pairs.entries()) {
        const added = [{ key: keys[index] ?? '', state: state(to) }]
        await store
          .transaction(subscriberId, (tx) => tx.addPacketStates(added))
          .catch((error: unknown) => {
            if (!(error instanceof TransitionRefused)) throw error
            refused.push([from, to])
          })
      }
      expect(refused).toEqual(pairs.filter(([from, to]) => !mayFollow(from, to)))
      const after = await store.transaction(subscriberId, (tx) => tx.packets(keys))
      expect(after.map(({ status }) => status)).toEqual(
        pairs.map(([from, to]) => (mayFollow(from, to) ? to : from)),
      )
    })

    it('are refused as a whole, also when one statement would go too far', async () => {
      const { store, key, subscriberId } = await packet()
      const added = [state('Sending'), state('Sent'), state('Pending')].map((each) => ({ key, state: each }))
      await expect(store.transaction(subscriberId, (tx) => tx.addPacketStates(added))).rejects.toThrow(
        /Sent and cannot become Pending/,
      )
      expect((await store.transaction(subscriberId, (tx) => tx.packetStates([key]))).get(key)).toEqual([
        state('Pending'),
      ])
    })

    it('need a sealed packet', async () => {
      const { store, integrationId, recordId, subscriberId } = await packet()
      const open = sampleOpenPacket(integrationId)
      await store.transaction(subscriberId, (tx) => tx.createOpenPackets(integrationId, recordId, [open]))
      for (const key of [open.key, 'unknown']) {
        const adding = store.transaction(subscriberId, (tx) =>
          tx.addPacketStates([{ key, state: state('Held') }]),
        )
        await expect(adding).rejects.toThrow(NotStored)
      }
    })
  })

  onServer((fixture) => {
    it('are added by one of two who come from the same status', async () => {
      const { store, database } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      const sample = samplePacket(integrationId, 'o')
      const { key } = sample.packet
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [sample], time)
        await tx.addPacketStates([{ key, state: state('Sending') }])
      })
      const added = createGate()
      const bothUnderWay = createGate()
      const first = store.transaction(subscriberId, async (tx) => {
        await tx.addPacketStates([{ key, state: state('Sent') }])
        added.open()
        await bothUnderWay.opened
      })
      await added.opened
      const second = Promise.allSettled([
        store.transaction(subscriberId, (tx) => tx.addPacketStates([{ key, state: state('Sent') }])),
      ])
      await someoneWaits(database)
      bothUnderWay.open()
      await first
      expect(await second).toEqual([{ status: 'rejected', reason: expect.any(TransitionRefused) }])
      const states = await store.transaction(subscriberId, (tx) => tx.packetStates([key]))
      expect(states.get(key)?.map(({ status }) => status)).toEqual(['Pending', 'Sending', 'Sent'])
    })
  })
})
