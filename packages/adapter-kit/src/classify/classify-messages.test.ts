import { describe, expect, it } from 'vitest'
import { classifyMessages } from './classify-messages.js'

const patterns = [
  { pattern: /must be unique/i, kind: 'duplicate', advice: 'It is looked up.' },
  { pattern: /locked/i, kind: 'period-locked', advice: 'Open the period.' },
] as const
const fallback = { kind: 'invalid', advice: 'Ask.' } as const

describe('classifyMessages', () => {
  it('takes the first row that any message fits, whatever their order', () => {
    const reason = classifyMessages(['The period is locked', 'Invoice # must be unique.'], patterns, fallback)
    expect(reason).toEqual({
      kind: 'duplicate',
      message: 'The period is locked. Invoice # must be unique. It is looked up.',
    })
  })

  it('falls back', () => {
    expect(classifyMessages(['Something else'], patterns, fallback)).toEqual({
      kind: 'invalid',
      message: 'Something else. Ask.',
    })
    expect(classifyMessages([], patterns, fallback)).toEqual({ kind: 'invalid', message: 'Ask.' })
  })
})
