import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
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

  it('writes dates as JSON does, and leaves a member that is merely called toJSON as it is', () => {
    expect(canonicalJson({ toJSON: 'a', at: new Date(0) })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","toJSON":"a"}',
    )
  })
})
