/** JSON with members sorted by name: equal values give equal texts, whatever store they have been through. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** The same with members in the order of their names, at every depth. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  // Dates and the like say themselves how they are written.
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return sorted(JSON.parse(JSON.stringify(value)))
  const members: (readonly [string, unknown])[] = Object.entries(value)
  const ordered = members.toSorted(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(ordered.map(([name, member]) => [name, sorted(member)]))
}
