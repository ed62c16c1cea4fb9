import type { Contribution, Packet, PacketSeries, PacketState, PacketStatus } from '@ledgerpost/core'

/** What was packed of an order so far. */
export interface PackedOrder {
  readonly orderId: string
  readonly contribution: Contribution
}

/** An order's part in a packet. */
export interface PacketShare {
  readonly orderId: string
  readonly digest: string
}

/** A packet as stored, with where it stands. `ordinal` ascends in the order of creation. */
export interface StoredPacket extends Packet {
  readonly integrationId: string
  readonly recordId: string
  readonly ordinal: bigint
  readonly status: PacketStatus
}

/** A summary being collected: cells are added to it until it is sealed. */
export interface OpenPacket {
  readonly key: string
  readonly series: PacketSeries
  readonly sequence: number
}

export interface PacketStore {
  packedOrders(integrationId: string, orderIds: readonly string[]): Promise<readonly PackedOrder[]>
  savePackedOrders(integrationId: string, orders: readonly PackedOrder[]): Promise<void>

  /** The highest sequence used in each series, by `seriesKey`; series without packets are absent. */
  lastSequences(integrationId: string, seriesKeys: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Adds sealed packets with state Pending. */
  addPackets(
    integrationId: string,
    recordId: string,
    packets: readonly { readonly packet: Packet; readonly shares: readonly PacketShare[] }[],
    time: string,
  ): Promise<void>

  /** The record's open packets among the given series, by `seriesKey`. */
  openPackets(recordId: string, seriesKeys: readonly string[]): Promise<ReadonlyMap<string, OpenPacket>>
  createOpenPackets(integrationId: string, recordId: string, packets: readonly OpenPacket[]): Promise<void>
  /** Adds amounts to the cells of open packets, and orders to them. */
  addToOpenPackets(
    additions: readonly {
      readonly key: string
      readonly cells: Contribution
      readonly shares: readonly PacketShare[]
    }[],
  ): Promise<void>
  /** The records that have open packets, of the whole integration. */
  recordsWithOpenPackets(integrationId: string): Promise<readonly string[]>
  /** Some of the record's open packets with all that was collected. */
  openPacketContents(
    recordId: string,
    limit: number,
  ): Promise<
    readonly (OpenPacket & { readonly cells: Contribution; readonly shareDigests: readonly string[] })[]
  >
  /** Seals open packets with state Pending. */
  sealPackets(packets: readonly Packet[], time: string): Promise<void>
  /** Removes an open packet whose cells came to nothing; its orders stay packed. */
  discardOpenPacket(key: string): Promise<void>

  packets(keys: readonly string[]): Promise<readonly StoredPacket[]>
  /** Packets in one of the statuses, ascending by ordinal from after the given one; of one record, or of all. */
  packetsByStatus(
    integrationId: string,
    selection: {
      readonly recordId: string | null
      readonly statuses: readonly PacketStatus[]
      readonly after: bigint
      readonly limit: number
    },
  ): Promise<readonly StoredPacket[]>
  /** All of a record's packets, ascending by ordinal. */
  packetsOfRecord(
    recordId: string,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly StoredPacket[]>
  packetCounts(recordId: string): Promise<Readonly<Partial<Record<PacketStatus, number>>>>
  orderIdsOfPacket(
    key: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly string[]>
  packetStates(keys: readonly string[]): Promise<ReadonlyMap<string, readonly PacketState[]>>
  /**
   * For each of the packets that comes after an earlier one of its series (the same order, or day and method) whose fate
   * is still open (Pending, Sending, InDoubt): the key of the last such one. Packets that wait for none are absent.
   */
  predecessors(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Appends states and makes them the packets' statuses. A transition that `mayFollow` refuses is an error. */
  addPacketStates(states: readonly { readonly key: string; readonly state: PacketState }[]): Promise<void>
}
