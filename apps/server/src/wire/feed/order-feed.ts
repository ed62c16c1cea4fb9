import type { FedOrder } from '@ledgerpost/core'
import { limits } from '../../limits.js'
import { orderTypeEnumeration, productTypeEnumeration } from '../enumerations.js'
import { nestsTooDeep } from '../json/nesting.js'
import { withCamelCaseNames } from '../spelling.js'
import type { Piece, Splitter } from './piece.js'
import { jsonArraySplitter } from './split-json-array.js'
import { lineSplitter } from './split-lines.js'

export type FeedFormat = 'lines' | 'array'

/**
 * Reads a stream of orders one by one. What cannot be read comes as a reason in its place; a stream that breaks off
 * ends with a reason, so that what came before is kept.
 */
export async function* orderFeed(
  body: AsyncIterable<Uint8Array>,
  format: FeedFormat,
): AsyncGenerator<FedOrder> {
  const splitter: Splitter = format === 'lines' ? lineSplitter() : jsonArraySplitter()
  const noun = format === 'lines' ? 'Line' : 'Element'
  for await (const chunk of untilBroken(withoutByteOrderMark(body))) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk
      return
    }
    for (const piece of splitter.push(chunk)) yield readPiece(piece, noun)
  }
  for (const piece of splitter.end()) yield readPiece(piece, noun)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readPiece(piece: Piece, noun: string): FedOrder {
  const where = `${noun} ${piece.number}`
  if ('problem' in piece) return { unreadable: `${where}: ${piece.problem}.` }
  if (nestsTooDeep(piece.bytes))
    return { unreadable: `${where} nests deeper than ${limits.jsonLevels} levels.` }
  try {
    return { input: orderInputOf(JSON.parse(decoder.decode(piece.bytes))) }
  } catch (error) {
    if (error instanceof SyntaxError) return { unreadable: `${where} is not JSON: ${error.message}.` }
    if (error instanceof TypeError) return { unreadable: `${where} is not UTF-8.` }
    throw error
  }
}

/** Member names in camelCase and enumerations by name; what is no enumeration stays for the reader to refuse. */
function orderInputOf(wire: unknown): unknown {
  const order = withCamelCaseNames(wire)
  if (!isObject(order)) return order
  order['type'] = orderTypeEnumeration.read(order['type']) ?? order['type']
  if (Array.isArray(order['items'])) {
    for (const item of order['items']) {
      if (!isObject(item)) continue
      item['productType'] = productTypeEnumeration.read(item['productType']) ?? item['productType']
    }
  }
  return order
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The chunks of a stream; if it fails, why comes last. */
async function* untilBroken(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | { readonly unreadable: string }> {
  try {
    yield* body
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    yield { unreadable: `The body broke off (${reason}). What came before is kept; send all of it again.` }
  }
}

const byteOrderMark = [0xef, 0xbb, 0xbf]

async function* withoutByteOrderMark(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of body) {
    const isMarked = isFirst && byteOrderMark.every((byte, index) => chunk[index] === byte)
    if (chunk.length > 0) isFirst = false
    yield isMarked ? chunk.subarray(byteOrderMark.length) : chunk
  }
}
