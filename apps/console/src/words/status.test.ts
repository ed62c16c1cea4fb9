import { describe, expect, it } from 'vitest'
import { setupOf } from './setup.js'
import { statusName, statusNames, stepStates } from './status.js'

describe('the steps of an owner', () => {
  it('are none of a number that is not documented', () => expect(() => statusName(6)).toThrow(RangeError))

  it.each(statusNames)('have at most one that is next while %s', (status) => {
    for (const isMapped of [true, false]) {
      const states = Object.values(stepStates(status, isMapped))
      expect(states.filter((state) => state === 'current').length).toBeLessThanOrEqual(1)
    }
  })

  it('are all done only when it is ready', () => {
    const done = statusNames.filter((status) =>
      Object.values(stepStates(status, true)).every((state) => state === 'done'),
    )
    expect(done).toEqual(['Configured'])
  })
})

describe('what is in the way', () => {
  const item = {
    MindbodyId: '1',
    IntegrationId: '2',
    LastModifiedTime: '',
    ModifiedBy: { UserId: '', UserName: '' },
  }

  it('is the mapping where it points to what is gone', () => {
    const Maps = [
      {
        MapType: 1 as const,
        MapItems: [
          { ...item, ErrorFlag: true },
          { ...item, ErrorFlag: false },
        ],
      },
    ]
    expect(setupOf({ Status: 5, Maps })).toMatchObject({ broken: 1, missing: 0, steps: { map: 'problem' } })
  })

  it('is the link where the mapping is whole', () => {
    expect(setupOf({ Status: 5, Maps: [] }).steps.link).toBe('problem')
  })

  it('is what has no place yet', () => {
    const MissingMaps = [{ MapType: 1 as const, MindbodyId: '1' }]
    expect(setupOf({ Status: 2, Maps: [], MissingMaps })).toMatchObject({
      missing: 1,
      steps: { map: 'current' },
    })
  })
})
