import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Fault } from './fault.js'
import { scriptedFaults, seededFaults } from './fault-script.js'

const drop: Fault = { kind: 'drop', when: 'before' }
const html: Fault = { kind: 'html', when: 'after' }
const put = { method: 'PUT', path: '/Invoices' }
const get = { method: 'GET', path: '/Invoices' }

describe('scriptedFaults', () => {
  it('hits the n-th matching request, and as many as told', () => {
    const script = scriptedFaults([{ method: 'put', path: '/Invoices', nth: 2, times: 2, fault: drop }])
    expect([put, get, put, put, put].map((target) => script.next(target))).toEqual([
      undefined,
      undefined,
      drop,
      drop,
      undefined,
    ])
    expect(script.ordered.map((each) => each.call)).toEqual([3, 4])
  })

  it('takes patterns, all methods, the first rule that fits', () => {
    const script = scriptedFaults([
      { path: /^\/inv/gi, fault: html },
      { nth: 1, times: Infinity, fault: drop },
    ])
    expect([get, get, { method: 'GET', path: '/Accounts' }].map((target) => script.next(target))).toEqual([
      html,
      drop,
      drop,
    ])
  })
})

describe('seededFaults', () => {
  test.prop([fc.integer(), fc.integer({ min: 0, max: 100 }), fc.nat({ max: 20 })])(
    'repeats itself for a seed and keeps its limit',
    (seed, percent, atMost) => {
      const run = () => {
        const script = seededFaults({ seed, percent, faults: [drop, html], atMost })
        return Array.from({ length: 100 }, () => script.next(put))
      }
      expect(run()).toEqual(run())
      expect(run().filter(Boolean).length).toBeLessThanOrEqual(atMost)
    },
  )

  it('hits about the share that was asked for', () => {
    const script = seededFaults({ seed: 3, percent: 20, faults: [drop, html] })
    for (let call = 0; call < 5000; call += 1) script.next(put)
    expect(Math.abs(script.ordered.length - 1000)).toBeLessThan(120)
    expect(new Set(script.ordered.map((each) => each.fault))).toEqual(new Set([drop, html]))
  })
})
