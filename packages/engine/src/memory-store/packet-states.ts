import { mayFollow } from '@ledgerpost/core'
import { NotStored, TransitionRefused } from '../errors.js'
import type { PacketStore } from '../ports/packet-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { ownPackets } from './packets.js'
import type { State } from './state.js'

export function packetStates(state: State): Pick<PacketStore, 'packetStates' | 'addPacketStates'> {
  return {
    async packetStates(keys) {
      const sealed = ownPackets(state, keys).filter((row) => row.sealed)
      return new Map(sealed.map(({ key, states }) => [key, states]))
    },

    async addPacketStates(added) {
      for (const { key, state: next } of added) {
        const row = state.own(state.packets.get(key))
        if (!row?.sealed) throw new NotStored(`Sealed packet ${key}`)
        const { status, code, message } = next
        if (!mayFollow(row.sealed.status, status)) {
          throw new TransitionRefused(`Packet ${key}`, row.sealed.status, status)
        }
        const appended = { status, time: canonicalInstant(next.time), code, message }
        state.packets.put({
          ...row,
          sealed: immutableCopy({ ...row.sealed, status }),
          states: immutableCopy([...row.states, appended]),
        })
      }
    },
  }
}
