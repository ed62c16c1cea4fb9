import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { nestsTooDeep } from './nesting.js'

const bytesOf = (text: string) => Buffer.from(text)

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

describe('the nesting of JSON', () => {
  it('is that of the parsed value, whatever its texts and names hold', () => {
    const hostile = fc.string({ unit: fc.constantFrom('[', '{', '"', '\\', ']', 'é', 'a') })
    const { value } = fc.letrec<{ readonly value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        hostile,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(hostile, tie('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (json, levels) => {
        expect(nestsTooDeep(bytesOf(JSON.stringify(json)), levels)).toBe(depthOf(json) > levels)
      }),
    )
  })

  it('may have 32 levels and no more', () => {
    const nested = (levels: number) => bytesOf('{"a":['.repeat(levels / 2) + ']}'.repeat(levels / 2))
    expect(nestsTooDeep(nested(32))).toBe(false)
    expect(nestsTooDeep(nested(34))).toBe(true)
    expect(nestsTooDeep(bytesOf(`${'['.repeat(33)}${']'.repeat(33)}`))).toBe(true)
  })

  it('is judged without reading on after the first level too many', () => {
    const read: number[] = []
    const endless = new Proxy(bytesOf('['.repeat(1000)), {
      get(target, name) {
        if (typeof name === 'string' && /^\d+$/.test(name)) read.push(Number(name))
        const value: unknown = Reflect.get(target, name, target)
        return value
      },
    })
    expect(nestsTooDeep(endless)).toBe(true)
    expect(Math.max(...read)).toBe(32)
  })

  it('of what is not closed is judged all the same', () => {
    expect(nestsTooDeep(bytesOf('"'.repeat(3)))).toBe(false)
    expect(nestsTooDeep(bytesOf(`"\\`))).toBe(false)
    expect(nestsTooDeep(bytesOf(`]]]${'['.repeat(35)}`))).toBe(false)
  })
})
