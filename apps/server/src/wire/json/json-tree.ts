import { decimal, list, record, type WireTree } from '../tree.js'

/** Plain JSON as a tree: what somebody else wrote, such as the schema of an adapter's settings. */
export function jsonTree(value: unknown): WireTree {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return list(value.map(jsonTree))
  if (typeof value === 'object') {
    return record(
      Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== undefined)
          .map(([name, member]) => [name, jsonTree(member)]),
      ),
    )
  }
  return decimal(JSON.stringify(value))
}
