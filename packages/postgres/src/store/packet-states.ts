import { mayFollow, type PacketState, type PacketStatus } from '@ledgerpost/core'
import { NotStored, type PacketStore, TransitionRefused } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { texts } from './sql-values.js'

export function packetStates(tx: Kysely<Schema>): Pick<PacketStore, 'packetStates' | 'addPacketStates'> {
  return {
    async packetStates(keys) {
      const { rows } = await sql<PacketState & { key: string }>`
        select key, status, time, code, message
        from packet join packet_state on packet_ordinal = ordinal
        where key = any(${texts(keys)}) order by ordinal, number`.execute(tx)
      const states = new Map<string, PacketState[]>()
      for (const { key, ...state } of rows) {
        const known = states.get(key)
        if (known) known.push(state)
        else states.set(key, [state])
      }
      return states
    },

    async addPacketStates(added) {
      if (added.length === 0) return
      const { rows } = await sql<{ key: string; ordinal: string; status: PacketStatus }>`
        select key, packet_ordinal::text as ordinal, status
        from packet join packet_status on packet_ordinal = ordinal
        where key = any(${texts(added.map(({ key }) => key))})
        order by ordinal for update of packet_status`.execute(tx)
      const current = new Map(rows.map(({ key, ordinal, status }) => [key, { ordinal, status }]))
      const states = added.map(({ key, state }) => {
        const packet = current.get(key)
        if (!packet) throw new NotStored(`Sealed packet ${key}`)
        if (!mayFollow(packet.status, state.status)) {
          throw new TransitionRefused(`Packet ${key}`, packet.status, state.status)
        }
        packet.status = state.status
        return { ordinal: packet.ordinal, ...state }
      })
      await sql`
        with appended as (
          insert into packet_state (packet_ordinal, status, time, code, message)
          select row.* from jsonb_to_recordset(${jsonb(states)}) as row (
            ordinal int8, status text, time timestamptz, code text, message text
          )
        )
        update packet_status set status = row.status
        from jsonb_to_recordset(${jsonb([...current.values()])}) as row (ordinal int8, status text)
        where packet_ordinal = row.ordinal and packet_status.status <> row.status
          and packet_ordinal = any(${texts([...current.values()].map(({ ordinal }) => ordinal))}::int8[])`.execute(
        tx,
      )
    },
  }
}
