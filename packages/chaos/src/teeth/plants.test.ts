import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planted } from './plant.js'
import { plants } from './plants.js'

const root = new URL('../../../../', import.meta.url)

describe('planted bugs', () => {
  it('are at least twelve', () => {
    expect(plants.length).toBeGreaterThanOrEqual(12)
    expect(new Set(plants.map(({ name }) => name)).size).toBe(plants.length)
  })

  it.each(plants)('still fit the code: $name', (plant) => {
    const source = readFileSync(new URL(plant.file, root), 'utf8')
    expect(planted(plant, source)).not.toBe(source)
  })

  it('are refused where the code does not have exactly what they replace', () => {
    const plant = { name: 'none', file: 'none.ts', edits: [['a', 'b']] } as const
    expect(() => planted(plant, 'aa')).toThrow(/exactly once/)
    expect(() => planted(plant, 'b')).toThrow(/exactly once/)
    expect(planted(plant, 'cac')).toBe('cbc')
  })
})
