import type {
  AccountingIntegration,
  Days,
  Exclusion,
  MappingReview,
  OfferedIntegration,
  Order,
  SubscriberClient,
  SyncPacket,
  SyncRecord,
} from '@ledgerpost/client'
import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useConsole } from '../app/console-context.js'
import { keys } from './keys.js'
import { PageReader, type Part } from './page-reader.js'
import { pauseBefore } from './poll.js'

export function useIntegrations() {
  const { subscriber } = useConsole()
  return useQuery({
    queryKey: keys.integrations,
    queryFn: ({ signal }): Promise<readonly OfferedIntegration[]> => subscriber.integrations({ signal }),
  })
}

/** Whoever keeps a page open sees within this time that a link was dropped, in milliseconds. */
const integrationPause = 60_000

/** @param isAwaited whether something else than this is expected soon, so that it is asked for more often */
export function useIntegration(type: string, isAwaited?: (found: AccountingIntegration) => boolean) {
  const { subscriber } = useConsole()
  return useQuery({
    queryKey: keys.integration(type),
    queryFn: ({ signal }): Promise<AccountingIntegration> =>
      subscriber.integration(type).initialize({ signal }),
    refetchInterval: ({ state }) =>
      state.data && isAwaited?.(state.data) === true ? pauseBefore(0) : integrationPause,
  })
}

export function useReview(type: string, isLinked: boolean) {
  const { subscriber } = useConsole()
  return useQuery({
    queryKey: keys.review(type),
    queryFn: isLinked
      ? ({ signal }): Promise<MappingReview> => subscriber.integration(type).mappingReview({ signal })
      : skipToken,
  })
}

export function useDays(type: string, from: string, to: string) {
  const { subscriber } = useConsole()
  return useQuery({
    queryKey: keys.days(type, from, to),
    queryFn: ({ signal }): Promise<Days> => subscriber.integration(type).days(from, to, { signal }),
  })
}

/** A sync; while it is under way, it is looked at again and again. */
export function useRecord(recordId: string) {
  const { subscriber } = useConsole()
  // Looks are counted from when it was still: the pauses grow while it runs.
  const still = useRef(0)
  return useQuery({
    queryKey: keys.record(recordId),
    queryFn: ({ signal }): Promise<SyncRecord> => subscriber.syncRecord(recordId, { signal }),
    refetchInterval({ state: { data, dataUpdateCount } }) {
      if (data && isOver(data)) {
        still.current = dataUpdateCount
        return false
      }
      return pauseBefore(Math.max(0, dataUpdateCount - still.current))
    },
  })
}

export function isOver({ Status }: Pick<SyncRecord, 'Status'>): boolean {
  return Status === 'Success' || Status === 'Failed'
}

const recordsAtOnce = 20

/** @param refetchInterval how often the list is asked for anew, in milliseconds; by default never */
export function useRecords(type: string, refetchInterval: number | false = false) {
  const filter = `IntegrationType eq '${type.replaceAll("'", "''")}'`
  return useParts<SyncRecord>(
    keys.records(type),
    recordsAtOnce,
    (subscriber) => subscriber.syncHistory({ filter, pageSize: recordsAtOnce }),
    refetchInterval,
  )
}

const packetsAtOnce = 100
/** What a list of packets shows; each packet is read whole when it is opened. */
const listed = 'Id,Date,PaymentMethodId,Payments,Currency,Total,Status,OrderCount'
export type ListedPacket = Pick<
  SyncPacket,
  'Id' | 'Date' | 'PaymentMethodId' | 'Payments' | 'Currency' | 'Total' | 'Status' | 'OrderCount'
>

export function usePackets(recordId: string, status: SyncPacket['Status'] | null) {
  return useParts<ListedPacket>(keys.packets(recordId, status), packetsAtOnce, (subscriber) =>
    subscriber.packets(recordId, {
      select: listed,
      ...(status === null ? {} : { filter: `Status eq '${status}'` }),
    }),
  )
}

export function useExclusions(recordId: string) {
  return useParts<Exclusion>(keys.exclusions(recordId), packetsAtOnce, (subscriber) =>
    subscriber.exclusions(recordId),
  )
}

export function usePacket(recordId: string, packetId: string) {
  return useFirst<SyncPacket>(keys.packet(recordId, packetId), (subscriber) =>
    subscriber.packets(recordId, { filter: `Id eq '${packetId}'`, expand: 'States', top: 1 }),
  )
}

export function useOrder(orderId: string, isWanted: boolean) {
  const filter = `Id eq '${orderId.replaceAll("'", "''")}'`
  const read = (subscriber: SubscriberClient) =>
    subscriber.orders({ filter, expand: 'Items,Payments,Cost,Purchaser', top: 1 })
  return useFirst<Order>(keys.order(orderId), isWanted ? read : null)
}

/** The first of a collection; null if it is empty. */
function useFirst<Item>(
  queryKey: readonly unknown[],
  read: ((subscriber: SubscriberClient) => AsyncIterable<Item>) | null,
) {
  const { subscriber } = useConsole()
  return useQuery({
    queryKey,
    queryFn: read === null ? skipToken : () => firstOf(read(subscriber)),
  })
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | null> {
  for await (const item of items) return item
  return null
}

interface ReadPart<Item> extends Part<Item> {
  readonly reader: PageReader<Item>
}

/** A collection as far as it was asked for. */
function useParts<Item>(
  queryKey: readonly unknown[],
  atOnce: number,
  read: (subscriber: SubscriberClient) => AsyncGenerator<Item, void, undefined>,
  refetchInterval: number | false = false,
) {
  const { subscriber } = useConsole()
  return useInfiniteQuery({
    queryKey,
    initialPageParam: null as PageReader<Item> | null,
    queryFn: async ({ pageParam }): Promise<ReadPart<Item>> => {
      const reader = pageParam ?? new PageReader(() => read(subscriber))
      return { ...(await reader.take(atOnce)), reader }
    },
    getNextPageParam: ({ isLast, reader }) => (isLast ? null : reader),
    structuralSharing: false,
    refetchInterval,
  })
}
