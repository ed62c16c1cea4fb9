/** The scope of a subscriber as part of a path. */
export function subscriberPath(subscriberId: string): string {
  return `Subscriber_${encodeURIComponent(subscriberId)}`
}

/** A key as OData writes it in a path: in quotation marks, doubled inside (OData URL Conventions 4.0, section 5.1.1.6.1). */
export function keyPath(key: string): string {
  return `('${encodeURIComponent(key.replaceAll("'", "''"))}')`
}
