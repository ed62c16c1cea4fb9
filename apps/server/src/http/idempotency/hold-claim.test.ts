import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { silentLogger } from '../../logger.js'
import { limits } from '../../limits.js'
import { holdingClaim } from './hold-claim.js'

/** Work that goes on until `finish`, and what was asked and logged meanwhile. */
function scene(prolong: (time: number) => Promise<boolean>) {
  const clock = new VirtualClock()
  const warnings: string[] = []
  const logger = { ...silentLogger, warn: (_fields: unknown, message: string) => void warnings.push(message) }
  let asked = 0
  let finish = (_error?: Error): void => undefined
  const work = new Promise<string>((resolve, reject) => {
    finish = (error) => (error ? reject(error) : resolve('done'))
  })
  const result = holdingClaim(
    () => work,
    () => {
      asked += 1
      return prolong(asked)
    },
    { clock, logger },
  )
  result.catch(() => undefined)
  return { clock, warnings, finish: (error?: Error) => finish(error), result, asked: () => asked }
}

const aThird = limits.claimMilliseconds / 3

describe('a claim', () => {
  it('is prolonged well before it expires, for as long as the work takes', async () => {
    const { clock, asked, finish, result } = scene(() => Promise.resolve(true))
    for (const time of [1, 2, 3, 4]) {
      await clock.advance(aThird)
      expect(asked()).toBe(time)
    }
    finish()
    expect(await result).toBe('done')
    expect([clock.sleeping, asked()]).toEqual([0, 4])
  })

  it('is let go when the work fails', async () => {
    const { clock, finish, result, warnings } = scene(() => Promise.resolve(true))
    finish(new Error('no'))
    await expect(result).rejects.toThrow('no')
    expect([clock.sleeping, warnings]).toEqual([0, []])
  })

  it('that is lost is not asked for again, and the work goes on', async () => {
    const { clock, asked, finish, result } = scene((time) => Promise.resolve(time < 2))
    await clock.advance(10 * aThird)
    expect([asked(), clock.sleeping]).toEqual([2, 0])
    finish()
    expect(await result).toBe('done')
  })

  it('that cannot be prolonged is told to the operator, and the work goes on', async () => {
    const { clock, finish, result, warnings } = scene(() => Promise.reject(new Error('lost')))
    await clock.advance(aThird)
    expect(warnings).toHaveLength(1)
    finish()
    expect(await result).toBe('done')
  })
})
