import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OrderSource, toInstant } from '@ledgerpost/core'
import { z } from 'zod'

const line = z.looseObject({ LastModifiedTime: z.string() })

/** An order source over files, `SUBSCRIBER.ndjson`, that whoever plays adds orders to. */
export function fileSource(directory: string): OrderSource {
  return {
    specVersion: 'v1',
    name: 'chaos',
    async *pull({ subscriberId, modifiedSince, signal }) {
      signal.throwIfAborted()
      const orders = (await textOf(join(directory, `${subscriberId}.ndjson`)))
        .split('\n')
        .filter((text) => text !== '')
        .map((text) => line.parse(JSON.parse(text)))
        .filter(({ LastModifiedTime }) => modifiedSince === null || LastModifiedTime >= modifiedSince)
      const last = orders
        .map(({ LastModifiedTime }) => LastModifiedTime)
        .toSorted()
        .at(-1)
      yield {
        orders: orders.map((order) => ({ input: camelCase(order) })),
        watermark: last === undefined ? null : (toInstant(last) ?? null),
      }
    },
  }
}

/** What the API calls `OrderDate` is `orderDate` to a source. */
function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.slice(0, 1).toLowerCase() + name.slice(1),
      camelCase(member),
    ]),
  )
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
