import { conformanceSubject } from '@ledgerpost/adapter-template/conformance'
import { describe, expect, it, vi } from 'vitest'
import { conformanceRequirements } from '../requirements/index.js'
import { openStage } from '../stage/open-stage.js'
import { brokenSubject } from '../teeth/broken-adapter.test-support.js'
import { isForced, refusingTaxes } from '../teeth/telling-breakages.test-support.js'
import { describeConformance } from './describe-conformance.js'
import { readExpectedFailures } from './expected-failures.js'
import { conformanceTable, isConforming } from './report.js'
import { runConformance } from './run-conformance.js'

const forgetful = brokenSubject({
  breaks: 'LINK-2',
  mistake: 'forgets to disconnect',
  connection: () => ({ disconnect: () => Promise.resolve() }),
})
const known = [{ id: 'LINK-2', reason: 'The vendor has no such call yet.' }]

describe('a report', () => {
  it('of an adapter that conforms has every requirement, passed or exempt with the reason', async () => {
    const onVerified = vi.fn()
    const report = await runConformance(conformanceSubject, { onVerified })
    expect(report.requirements.map(({ id }) => id)).toEqual(conformanceRequirements.map(({ id }) => id))
    expect(isConforming(report)).toBe(true)
    expect(onVerified).toHaveBeenCalledTimes(conformanceRequirements.length)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it('tells what failed, and what was expected to', async () => {
    const failed = await runConformance(forgetful)
    const expected = await runConformance(forgetful, { expectedFailures: known })
    expect([isConforming(failed), isConforming(expected)]).toEqual([false, true])
    const table = conformanceTable([failed, expected])
    const row = table.split('\n').find((line) => line.includes('LINK-2'))
    expect(row).toMatch(/\| \*\*no\*\* \| not yet \|$/)
    expect(table).toContain('LINK-2: The vendor has no such call yet. (')
  })

  it('fails for an expected failure that is none any more', async () => {
    const report = await runConformance(conformanceSubject, { expectedFailures: known })
    expect(isConforming(report)).toBe(false)
    expect(report.requirements.find(({ id }) => id === 'LINK-2')).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('remove it from the expected failures'),
    })
  })
})

describe('an adapter that cannot force taxes', () => {
  it('conforms when it carries those of its rates and refuses the others for their tax', async () => {
    const subject = brokenSubject({
      breaks: 'RENDER-8',
      mistake: 'forces no tax',
      adapter: refusingTaxes(isForced, {
        code: 'TaxNotRepresentable',
        message: 'The tax is another than its rate gives.',
      }),
    })
    const report = await runConformance(subject)
    expect(report.requirements.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(report.requirements.find(({ id }) => id === 'RENDER-8')).toMatchObject({ outcome: 'passed' })
    const stage = await openStage(subject)
    const names = stage.corpus.map(({ name }) => name)
    expect(names).toContain('a tax')
    expect(names).not.toContain('prices with the tax in them')
  })
})

describe('tests of an adapter', () => {
  it('are one for each requirement, and fail as the requirement does', async () => {
    const tests = new Map<string, () => Promise<void>>()
    const runner = {
      describe: (_name: string, define: () => void) => define(),
      it: (name: string, verify: () => Promise<void>) => void tests.set(name.split(' ', 1).join(''), verify),
    }
    describeConformance(runner, forgetful)
    expect([...tests.keys()]).toEqual(conformanceRequirements.map(({ id }) => id))
    await expect(tests.get('LINK-2')?.()).rejects.toThrow('is accepted after the disconnect')
    await expect(tests.get('LINK-3')?.()).resolves.toBeUndefined()
  })
})

describe('expected failures', () => {
  it.each([
    ['no list', {}, 'a list of'],
    ['an id alone', [{ id: 'LINK-2' }], 'an id and a reason'],
    ['an empty reason', [{ id: 'LINK-2', reason: ' ' }], 'an id and a reason'],
    ['an unknown requirement', [{ id: 'LINK-99', reason: 'why' }], 'no requirement LINK-99'],
    ['one twice', [...known, ...known], 'expected to fail twice'],
  ])('are refused: %s', (_case, contents, message) => {
    expect(() => readExpectedFailures(contents)).toThrow(message)
  })
})
