import { limits } from '../../limits.js'

const quote = 0x22
const escape = 0x5c
const opensList = 0x5b
const closesList = 0x5d
const opensObject = 0x7b
const closesObject = 0x7d

/**
 * Whether a JSON text nests deeper than it may, told from its bytes before it is parsed: deep nesting costs a parser
 * and whoever walks its result far more than it costs to send. Reads no further than the first level too many.
 */
export function nestsTooDeep(bytes: Uint8Array, levels: number = limits.jsonLevels): boolean {
  let depth = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) {
      at = endOfString(bytes, at)
    } else if (byte === opensList || byte === opensObject) {
      depth += 1
      if (depth > levels) return true
    } else if (byte === closesList || byte === closesObject) {
      depth -= 1
    }
  }
  return false
}

/** The place of the closing quotation mark of the string that opens at `opening`. */
function endOfString(bytes: Uint8Array, opening: number): number {
  for (let at = opening + 1; at < bytes.length; at += 1) {
    if (bytes[at] === escape) at += 1
    else if (bytes[at] === quote) return at
  }
  return bytes.length
}
