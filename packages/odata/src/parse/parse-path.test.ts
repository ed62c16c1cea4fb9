import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { parsePath } from './parse-path.js'
import { ODataSyntaxError } from './syntax-error.js'

function refusal(path: string): unknown {
  try {
    return parsePath(path)
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    return [error.code, error.position, error.expected]
  }
}

describe('a path', () => {
  it('is its segments with their keys and what is asked of the last', () => {
    expect(parsePath("/Orders('1')/Items(Order='1',Line=2)/$ref")).toEqual({
      segments: [
        {
          name: 'Orders',
          key: [{ value: { kind: 'literal', type: 'string', value: '1', position: 8 } }],
          position: 1,
        },
        {
          name: 'Items',
          key: [
            { name: 'Order', value: { kind: 'literal', type: 'string', value: '1', position: 25 } },
            { name: 'Line', value: { kind: 'literal', type: 'integer', value: '2', position: 34 } },
          ],
          position: 13,
        },
      ],
      operation: '$ref',
    })
    expect(parsePath('Orders/$count')).toEqual({
      segments: [{ name: 'Orders', position: 0 }],
      operation: '$count',
    })
    expect(parsePath('/$metadata')).toEqual({ segments: [], operation: '$metadata' })
  })

  it.each(['', '/'])('of %j is the root', (path) => expect(parsePath(path)).toEqual({ segments: [] }))

  test.prop([fc.string({ unit: 'binary', maxLength: 100 })])('may hold any text as a key', (text) => {
    const path = `/Orders('${encodeURIComponent(text.replaceAll("'", "''"))}')/Items`
    expect(parsePath(path)).toMatchObject({
      segments: [{ name: 'Orders', key: [{ value: { type: 'string', value: text } }] }, { name: 'Items' }],
    })
  })

  it.each([
    ['(true)', 'boolean', true],
    ['(-5)', 'integer', '-5'],
    ['(abcdef01-89ab-cdef-0123-456789abcdef)', 'guid', 'abcdef01-89ab-cdef-0123-456789abcdef'],
    ['(%272026-01-31%27)', 'string', '2026-01-31'],
    ["('a+b')", 'string', 'a+b'],
    ["(Shop.Kind'Sale')", 'enumeration', 'Sale'],
  ])('with the key %s', (key, type, value) => {
    expect(parsePath(`Orders${key}`)).toMatchObject({ segments: [{ key: [{ value: { type, value } }] }] })
  })
})

describe('a path is refused', () => {
  it.each<[string, readonly unknown[]]>([
    ['/Orders/$value', ['odata-unsupported', 8, 'the name of a member, $count or $ref']],
    ['/$batch', ['odata-unsupported', 1, 'the name of a resource or $metadata']],
    ['/$count', ['odata-unsupported', 1, 'the name of a resource or $metadata']],
    ['/Orders/$metadata', ['odata-unsupported', 8, 'the name of a member, $count or $ref']],
    ['/Orders/$count/Id', ['odata-syntax', 15, 'nothing after $count']],
    ['/Orders/', ['odata-syntax', 8, 'the name of a resource']],
    ['//Orders', ['odata-syntax', 1, 'the name of a resource']],
    ['/Orders()', ['odata-syntax', 8, 'a key: a literal, or name=value']],
    ['/Orders(null)', ['odata-syntax', 8, 'a key that is not null']],
    ['/Orders(Id=null)', ['odata-syntax', 11, 'a key that is not null']],
    ['/Orders(Id=x)', ['odata-syntax', 11, expect.stringMatching(/^a literal/)]],
    ["/Orders('1','2')", ['odata-syntax', 11, 'a closing parenthesis']],
    ['/Orders(A=1,A=2)', ['odata-syntax', 12, 'each part of a key once']],
    ["/Orders('1)", ['odata-syntax', 8, 'a text that ends with a single quote']],
    ["/Orders('1')x", ['odata-syntax', 12, 'a slash or the end']],
    ["/Orders('a/b')", ['odata-syntax', 8, 'a text that ends with a single quote']],
    ['/Orders%2FItems', ['odata-syntax', 7, 'a slash, a key in parentheses or the end']],
    ['/Orders/%', ['odata-syntax', 8, expect.stringMatching(/^percent-encoded/)]],
    ['/Shop.Orders', ['odata-unsupported', 5, 'a name without a namespace']],
    [`/${'a/'.repeat(4_096)}`, ['odata-limit', 8_192, 'at most 8192 characters']],
  ])('%s', (path, expected) => {
    expect(refusal(path)).toEqual(expected)
  })
})
