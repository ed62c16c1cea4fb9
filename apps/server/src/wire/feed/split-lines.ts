import { limits } from '../../limits.js'
import { isBlank, type Piece, PieceBuffer, type Splitter } from './piece.js'

const lineFeed = 0x0a

/** Cuts NDJSON at its line feeds. Blank lines are skipped; a line that is too long is told and the next one goes on. */
export function lineSplitter(limit: number = limits.orderBytes): Splitter {
  const buffer = new PieceBuffer(limit)
  let number = 1

  function finishLine(): readonly Piece[] {
    const { isTooLong } = buffer
    const bytes = buffer.take()
    const current = number
    number += 1
    if (isTooLong) return [{ number: current, problem: `has more than ${limit} bytes` }]
    return isBlank(bytes) ? [] : [{ number: current, bytes }]
  }

  return {
    push(chunk) {
      const pieces: Piece[] = []
      let start = 0
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        buffer.append(chunk.subarray(start, end))
        pieces.push(...finishLine())
        start = end + 1
      }
      buffer.append(chunk.subarray(start))
      return pieces
    },
    end: finishLine,
  }
}
