import { type Contribution, collectCells } from '../src/contribution/cell.js'
import { contribute } from '../src/contribution/contribute.js'
import { difference } from '../src/contribution/difference.js'
import { checkBalance } from '../src/order/balance.js'
import type { Order } from '../src/order/order.js'
import { contentOfCells } from '../src/packet/content-of-cells.js'
import { packOrder } from '../src/packet/pack-order.js'
import { seriesKey } from '../src/packet/packet-key.js'
import type { PacketContent, PacketSeries } from '../src/packet/packet.js'
import { summarySeriesOf } from '../src/packet/summary-series.js'

export interface SyncChoices {
  readonly summarizeData: boolean
  readonly byLocation: boolean
  readonly chunkSize: number
  /** The sync ends after so many chunks, even if more has changed. */
  readonly chunks: number
}

export interface NumberedPacket {
  readonly series: PacketSeries
  readonly sequence: number
  readonly content: PacketContent
}

const tolerance = 1n

/** What an order says now, if it adds up. */
export function wantedOf(order: Order): Contribution {
  const check = checkBalance(order, tolerance)
  return check.balanced ? contribute(order, check.rounding) : []
}

/** Keeps the newest revision of every order and packs what changed since it packed last: the whole idea, in memory. */
export function tinyPacker() {
  const orders = new Map<string, Order>()
  const changed = new Set<string>()
  const packed = new Map<string, Contribution>()
  const sequences = new Map<string, number>()
  const packets: NumberedPacket[] = []

  const seal = (series: PacketSeries, content: PacketContent) => {
    const sequence = (sequences.get(seriesKey(series)) ?? 0) + 1
    sequences.set(seriesKey(series), sequence)
    packets.push({ series, sequence, content })
  }

  const sync = ({ summarizeData, byLocation, chunkSize, chunks }: SyncChoices) => {
    const open = new Map<string, { series: PacketSeries; cells: Contribution }>()
    for (let chunk = 0; chunk < chunks && changed.size > 0; chunk += 1) {
      for (const id of [...changed].slice(0, chunkSize)) {
        changed.delete(id)
        const order = orders.get(id)
        if (!order) continue
        const before = packed.get(id) ?? []
        const wanted = wantedOf(order)
        const change = difference(wanted, before)
        packed.set(id, wanted)
        if (summarizeData) {
          for (const cell of change) {
            const series = summarySeriesOf(cell, byLocation)
            const cells = open.get(seriesKey(series))?.cells ?? []
            open.set(seriesKey(series), { series, cells: collectCells([...cells, cell]) })
          }
        } else {
          const check = checkBalance(order, tolerance)
          const rounding = check.balanced ? check.rounding : 0n
          for (const content of packOrder(order, change, rounding, before.length === 0)) {
            seal({ kind: 'order', orderId: id }, content)
          }
        }
      }
    }
    for (const { series, cells } of open.values()) if (cells.length > 0) seal(series, contentOfCells(cells))
  }

  return {
    packets,
    /** Takes a delivered revision, unless it is older than the one it has. */
    take(order: Order): void {
      const known = orders.get(order.id)
      if (known && order.lastModifiedTime < known.lastModifiedTime) return
      orders.set(order.id, order)
      changed.delete(order.id)
      changed.add(order.id)
    },
    sync,
    syncAll: (choices: SyncChoices) => sync({ ...choices, chunks: Number.POSITIVE_INFINITY }),
    orders: (): Order[] => [...orders.values()],
  }
}
