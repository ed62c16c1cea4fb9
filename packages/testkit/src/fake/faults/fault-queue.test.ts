import { describe, expect, it } from 'vitest'
import { FaultQueue } from './fault-queue.js'
import type { Fault } from './fault.js'

const drop: Fault = { kind: 'drop', when: 'before' }
const html: Fault = { kind: 'html', when: 'after' }
const put = { method: 'PUT', path: '/v1/Invoices' }
const get = { method: 'GET', path: '/v1/Accounts' }

describe('FaultQueue', () => {
  it('strikes what was ordered, as often as ordered, and then nothing', () => {
    const queue = new FaultQueue()
    queue.order({ fault: drop, method: 'PUT', path: '/Invoices', times: 2 })
    queue.order({ fault: html })
    expect(queue.waiting).toBe(3)
    expect([get, put, get, put, put].map((target) => queue.next(target))).toEqual([
      html,
      drop,
      undefined,
      drop,
      undefined,
    ])
    expect(queue.waiting).toBe(0)
    expect(queue.ordered.map(({ call, fault }) => [call, fault])).toEqual([
      [1, html],
      [2, drop],
      [4, drop],
    ])
  })
})
