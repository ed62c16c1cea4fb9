import { describe, expect, it } from 'vitest'
import { byName, decimal, list, moment, record, whole } from '../tree.js'
import { writeJson } from './write-json.js'

describe('writing JSON', () => {
  it('writes decimals digit by digit, moments with an offset and nothing for what is undefined', () => {
    const tree = record({
      Price: decimal('10.0000'),
      Count: whole(3n),
      Time: moment('2016-01-01T10:30:00.000Z'),
      Status: byName('Active'),
      Absent: undefined,
      Nothing: null,
      'a"b': list([true, 'line\nbreak', list([])]),
    })
    expect(writeJson(tree)).toBe(
      '{"Price":10.0000,"Count":3,"Time":"2016-01-01T10:30:00.000+00:00","Status":"Active","Nothing":null,"a\\"b":[true,"line\\nbreak",[]]}',
    )
  })
})
