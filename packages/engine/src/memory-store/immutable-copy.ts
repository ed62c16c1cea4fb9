const copies = new WeakSet<object>()

/**
 * A frozen copy of plain data, without members that are undefined, as JSON keeps it. What came out of here before is
 * taken as it is.
 */
export function immutableCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || copies.has(value)) return value
  const copy = Array.isArray(value) ? value.map(element) : copyOfMembers(value)
  copies.add(Object.freeze(copy))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the copy has the members of the value
  return copy as Value
}

const element = (each: unknown): unknown => (each === undefined ? null : immutableCopy(each))

function copyOfMembers(value: object): object {
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = immutableCopy(member)
  }
  return copy
}
