import { describe, expect, it } from 'vitest'
import { conformanceRequirements } from '../requirements/index.js'
import { verifyRequirement } from '../run/verify-requirement.js'
import { brokenSubject } from './broken-adapter.test-support.js'
import { sendingBreakages } from './sending-breakages.test-support.js'
import { tellingBreakages } from './telling-breakages.test-support.js'

const breakages = [...tellingBreakages, ...sendingBreakages]

describe('the kit', () => {
  it.each(breakages.map((breakage) => [breakage.breaks, breakage.mistake, breakage] as const))(
    'notices by %s an adapter that %s',
    async (id, _mistake, breakage) => {
      const requirement = conformanceRequirements.find((each) => each.id === id)
      if (!requirement) throw new Error(`There is no requirement ${id}.`)
      const outcome = await verifyRequirement(brokenSubject(breakage), requirement)
      expect(outcome).toEqual({ outcome: 'failed', message: expect.stringMatching(/\w/) })
    },
  )

  it('has a broken adapter for each requirement', () => {
    const broken = new Set(breakages.map(({ breaks }) => breaks))
    expect(conformanceRequirements.filter(({ id }) => !broken.has(id))).toEqual([])
  })

  it('has no two requirements of one id', () => {
    const ids = conformanceRequirements.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
