import { isRecord } from '@ledgerpost/adapter-kit'

/** Nothing of an order nests deeper; what does is left to be refused as it is. */
const deepest = 16

/** The offset of a moment, and a fraction of a second that says nothing, which services add. */
const beyondWallClock = /(?:\.0+)?(?:Z|[+-]\d{2}:\d{2})$/i

/** An order of an OData answer as a feed takes it: members in camelCase, no annotations, `orderDate` without its offset. */
export function orderInputOf(value: unknown): unknown {
  const order = renamed(value, 0)
  if (!isRecord(order)) return order
  const { orderDate } = order
  return typeof orderDate === 'string'
    ? { ...order, orderDate: orderDate.replace(beyondWallClock, '') }
    : order
}

function renamed(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map((element) => renamed(element, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.includes('@'))
      .map(([name, member]) => [name.charAt(0).toLowerCase() + name.slice(1), renamed(member, depth + 1)]),
  )
}
