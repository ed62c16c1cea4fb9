import { limits } from '../../limits.js'
import { isBlank, isWhitespace, type Piece, PieceBuffer, type Splitter } from './piece.js'

const quote = 0x22
const comma = 0x2c
const opensList = 0x5b
const escape = 0x5c
const closesList = 0x5d
const opensObject = 0x7b
const closesObject = 0x7d

/**
 * Cuts a JSON array into the texts of its elements, whatever the chunks are. It only follows strings and the depth
 * of brackets: an element that is garbage in itself is cut out whole and is for the parser to refuse. The array is
 * valid JSON exactly if no problem is told and every piece is valid JSON.
 */
export function jsonArraySplitter(limit: number = limits.orderBytes): Splitter {
  const buffer = new PieceBuffer(limit)
  let place: 'before' | 'inside' | 'after' | 'given-up' = 'before'
  let number = 1
  let depth = 0
  let isInString = false
  let isEscaped = false

  function finishElement(): Piece {
    const { isTooLong } = buffer
    const bytes = buffer.take()
    const current = number
    number += 1
    return isTooLong
      ? { number: current, problem: `has more than ${limit} bytes` }
      : { number: current, bytes }
  }

  function giveUp(problem: string): readonly Piece[] {
    place = 'given-up'
    return [{ number, problem }]
  }

  /** Finishes the last element unless the array is empty; blankness of a long one cannot be: it has too many bytes. */
  function finishList(): readonly Piece[] {
    place = 'after'
    const isFirst = number === 1
    const last = finishElement()
    return isFirst && 'bytes' in last && isBlank(last.bytes) ? [] : [last]
  }

  /** Reads on inside the array from `start`; returns the place after what ended the element, or the chunk's end. */
  function readInside(chunk: Uint8Array, start: number, pieces: Piece[]): number {
    for (let at = start; at < chunk.length; at += 1) {
      const byte = chunk[at]
      if (isInString) {
        if (isEscaped) isEscaped = false
        else if (byte === escape) isEscaped = true
        else if (byte === quote) isInString = false
      } else if (byte === quote) {
        isInString = true
      } else if (byte === opensList || byte === opensObject) {
        depth += 1
      } else if (depth > 0) {
        if (byte === closesList || byte === closesObject) depth -= 1
      } else if (byte === comma || byte === closesList) {
        buffer.append(chunk.subarray(start, at))
        if (byte === comma) pieces.push(finishElement())
        else pieces.push(...finishList())
        return at + 1
      }
    }
    buffer.append(chunk.subarray(start))
    return chunk.length
  }

  return {
    push(chunk) {
      const pieces: Piece[] = []
      let at = 0
      while (at < chunk.length && place !== 'given-up') {
        const byte = chunk[at] ?? 0
        if (place === 'inside') {
          at = readInside(chunk, at, pieces)
        } else if (isWhitespace(byte)) {
          at += 1
        } else if (place === 'before' && byte === opensList) {
          place = 'inside'
          at += 1
        } else if (place === 'before') {
          pieces.push(...giveUp('the body is not a JSON array: it does not begin with ['))
        } else {
          pieces.push(...giveUp('the body goes on after the end of the JSON array; nothing of that was read'))
        }
      }
      return pieces
    },
    end() {
      if (place === 'before') return giveUp('the body is empty')
      if (place !== 'inside') return []
      return giveUp('the JSON array is not closed; whatever begins here was not read')
    },
  }
}
