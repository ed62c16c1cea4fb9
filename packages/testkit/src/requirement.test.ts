import { describe, expect, it, vi } from 'vitest'
import { environmentVariable, programVersion, requirement } from './requirement.js'

const lenient = { environment: {}, report: () => {} }
const strict = { environment: { LEDGERPOST_REQUIRE_ALL: '1' }, report: () => {} }

describe('requirement', () => {
  it('hands on what the probe found', async () => {
    const found = await requirement('a server', async () => 'postgres://localhost/test', strict)
    expect(found).toEqual({ available: true, name: 'a server', value: 'postgres://localhost/test' })
  })

  it('keeps a found value that is falsy', async () => {
    expect(await requirement('nothing', () => 0, strict)).toMatchObject({ available: true, value: 0 })
  })

  it.each([
    ['a probe that returns undefined', () => undefined, 'not found'],
    ['a probe that throws', () => raise(new Error('connection refused.\nmore')), 'connection refused'],
    ['a probe that rejects', () => Promise.reject(new Error('no such host')), 'no such host'],
  ])('reports in one line that tests are skipped: %s', async (_case, probe, reason) => {
    const report = vi.fn()
    const answer = await requirement('a server', probe, { environment: {}, report })
    expect(answer).toEqual({ available: false, name: 'a server', reason })
    expect(report.mock.calls).toEqual([[`Skipping the tests that need a server: ${reason}.`]])
  })

  it('fails instead when everything is required', async () => {
    const asked = requirement('a server', () => raise(new Error('connection refused')), strict)
    await expect(asked).rejects.toThrow(
      /a server is required because LEDGERPOST_REQUIRE_ALL=1.*connection refused/,
    )
  })

  it('requires everything only for the value 1', async () => {
    const options = { ...lenient, environment: { LEDGERPOST_REQUIRE_ALL: '0' } }
    expect(await requirement('a server', () => undefined, options)).toMatchObject({ available: false })
  })
})

describe('programVersion', () => {
  it('returns the first line that the program prints', async () => {
    const probe = programVersion(process.execPath, ['-e', 'console.log("v1\\nmore")'])
    expect(await requirement('node', probe, strict)).toMatchObject({ value: 'v1' })
  })

  it.each([
    ['is not installed', 'no-such-program-of-this-name', []],
    ['fails', process.execPath, ['-e', 'process.exit(3)']],
  ])('is unavailable when the program %s', async (_case, program, arguments_) => {
    const answer = await requirement('the program', programVersion(program, arguments_), lenient)
    expect(answer).toMatchObject({ available: false, reason: expect.stringContaining(program) })
  })
})

describe('environmentVariable', () => {
  it('takes the first one that is set and not empty', () => {
    vi.stubEnv('FIRST_VARIABLE', '')
    vi.stubEnv('SECOND_VARIABLE', 'two')
    try {
      expect(environmentVariable('FIRST_VARIABLE', 'SECOND_VARIABLE')()).toBe('two')
      expect(environmentVariable('FIRST_VARIABLE')).toThrow('FIRST_VARIABLE is not set')
    } finally {
      vi.unstubAllEnvs()
    }
  })
})

function raise(error: Error): never {
  throw error
}
