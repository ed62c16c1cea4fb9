import { type Packet, seriesKey } from '@ledgerpost/core'
import type { OpenPacket } from '../ports/packet-store.js'
import type { PacketRow } from './rows.js'
import { checkFailed, duplicate, int8, requireCurrency } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** Refuses what one look at the totals of a packet finds. */
export function requireTotals({ key, currency, netAmount, taxAmount, total }: Packet): void {
  if (int8(total) !== int8(netAmount) + int8(taxAmount)) {
    throw checkFailed(`the total of packet ${key} is not its net and tax`)
  }
  requireCurrency(currency)
}

/** Refuses a packet whose cells, request items or payments do not add up to its totals. */
export function requireEqualSums({ key, cells, requestItems, payments, ...totals }: Packet): void {
  const { netAmount, taxAmount, total } = totals
  const isEqual =
    sum(cells.map(({ net }) => net)) === netAmount &&
    sum(cells.map(({ tax }) => tax)) === taxAmount &&
    sum(requestItems.map((item) => item.netAmount)) === netAmount &&
    sum(requestItems.map((item) => item.taxAmount)) === taxAmount &&
    (total === 0n || sum(payments.map(({ amount }) => amount)) === total)
  if (!isEqual) {
    throw checkFailed(`the cells, request items or payments of packet ${key} do not add up to its totals`)
  }
}

/** Adds an open packet's row. */
export function addPacketRow(
  state: State,
  integrationId: string,
  recordId: string,
  { key, series, sequence }: OpenPacket,
): PacketRow {
  if (sequence <= 0) throw checkFailed(`${sequence} is no place in a series`)
  if (state.packets.get(key)) throw duplicate(`packet ${key}`)
  const row: PacketRow = {
    subscriberId: state.scope,
    key,
    integrationId,
    recordId,
    series,
    sequence,
    ordinal: state.nextOrdinal(),
    seriesKey: seriesKey(series),
    sealed: null,
    states: [],
  }
  const [next] = state.packetsBySeries.from(
    pairKey(integrationId, row.seriesKey),
    (other) => other.sequence >= sequence,
    1,
  )
  if (next?.sequence === sequence) throw duplicate(`packet ${sequence} of series ${row.seriesKey}`)
  state.packets.put(row)
  return row
}
