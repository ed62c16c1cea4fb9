import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chunksOf, firstRevisions, orderLines } from './orders.js'

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

describe('the orders of a race', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(digest(orderLines(200, 1))).toBe(digest(orderLines(200, 1)))
    expect(digest(orderLines(200, 1))).not.toBe(digest(orderLines(200, 2)))
  })

  it('are as many as were asked for, each once', () => {
    const ids = [...firstRevisions(500, 3)].map(({ Id }) => Id)
    expect(ids).toHaveLength(500)
    expect(new Set(ids).size).toBe(500)
  })

  it('come in chunks that add up to them', () => {
    const lines = orderLines(300, 4)
    const chunks = [...chunksOf(lines, 1000)]
    expect(Buffer.concat(chunks)).toEqual(lines)
    expect(chunks.slice(0, -1).every(({ length }) => length === 1000)).toBe(true)
  })
})
