import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { canonicalJson } from './canonical-json.js'

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

describe('canonicalJson', () => {
  test.prop([fc.jsonValue()])('does not depend on the order of members and keeps the value', (value) => {
    expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
  })
})
