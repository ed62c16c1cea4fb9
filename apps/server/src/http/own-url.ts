import type { Context } from 'hono'

/** The absolute address of a path on this server. */
export function ownUrl(context: Context, publicUrl: string | undefined, path: string): string {
  return `${publicUrl ?? new URL(context.req.url).origin}${path}`
}

/** A scope as part of a path. */
export function subscriberPath(subscriberId: string): string {
  return `Subscriber_${encodeURIComponent(subscriberId)}`
}

/** A key as OData writes it in a path: in quotation marks, doubled inside (OData URL Conventions 4.0, section 5.1.1.6.1). */
export function keyPath(key: string): string {
  return `('${encodeURIComponent(key.replaceAll("'", "''"))}')`
}
