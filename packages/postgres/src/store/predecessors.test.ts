import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { linkedSubscriber, samplePacket, time } from './samples.test-support.js'

describe('predecessors', () => {
  onEachDatabase((fixture) => {
    it('are the last earlier packets of the series whose fate is open', async () => {
      const { store } = fixture()
      const { subscriberId, integrationId, recordId } = await linkedSubscriber(store)
      const samples = [1, 2, 3, 4].map((sequence) => samplePacket(integrationId, 'o', sequence))
      const other = samplePacket(integrationId, 'another')
      const [first = '', second = '', third = '', fourth = ''] = samples.map(({ packet }) => packet.key)
      const all = [first, second, third, fourth, other.packet.key]
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [...samples, other], time)
        const goOn = (
          key: string,
          ...statuses: readonly ('Sending' | 'Sent' | 'Held' | 'InDoubt' | 'Rejected')[]
        ) =>
          tx.addPacketStates(
            statuses.map((status) => ({ key, state: { status, time, code: null, message: null } })),
          )
        const found = async () => Object.fromEntries(await tx.predecessors(all))
        expect(await found()).toEqual({ [second]: first, [third]: second, [fourth]: third })
        await goOn(third, 'Held')
        expect(await found()).toEqual({ [second]: first, [third]: second, [fourth]: second })
        await goOn(second, 'Sending', 'Sent')
        expect(await found()).toEqual({ [second]: first, [third]: first, [fourth]: first })
        await goOn(first, 'Sending', 'InDoubt')
        expect(await tx.predecessors([fourth])).toEqual(new Map([[fourth, first]]))
        await goOn(first, 'Rejected')
        expect(await found()).toEqual({})
      })
      const foreign = await linkedSubscriber(store)
      expect(await store.transaction(foreign.subscriberId, (tx) => tx.predecessors(all))).toEqual(new Map())
    })
  })
})
