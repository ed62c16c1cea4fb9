import type { PacketSeries } from './packet.js'

/** SHA-256 of a text as lower-case hexadecimal; injected, because the core runs where no such function is built in. */
export type Digest = (text: string) => string

/** A text that is equal exactly for equal series. */
export function seriesKey(series: PacketSeries): string {
  return series.kind === 'order'
    ? JSON.stringify(['order', series.orderId])
    : JSON.stringify([
        'summary',
        series.businessDate,
        series.paymentMethodId,
        series.locationId,
        series.currency,
      ])
}

/** The key under which a packet is known for ever, from what it is and never from when or by whom it was made. */
export function packetKey(
  integrationId: string,
  series: PacketSeries,
  sequence: number,
  digest: Digest,
): string {
  return digest(JSON.stringify([integrationId, seriesKey(series), sequence]))
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The reference that a document of the packet carries at the integrator: `LP-` and 16 characters (80 bits of
 * the key, Crockford's base 32), then `-` and the document's number within the packet if it is not the first.
 * At most 21 characters with up to nine documents, the shortest limit of the integrators (QuickBooks DocNumber).
 */
export function documentReference(key: string, ordinal: number): string {
  const bits = BigInt(`0x${key.slice(0, 20)}`)
  let text = ''
  for (let shift = 75n; shift >= 0n; shift -= 5n) text += alphabet[Number((bits >> shift) & 31n)] ?? ''
  return ordinal === 0 ? `LP-${text}` : `LP-${text}-${ordinal}`
}
