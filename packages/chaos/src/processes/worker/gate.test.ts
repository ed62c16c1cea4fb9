import { expect, it } from 'vitest'
import { createGate } from './gate.js'
import type { Point } from './messages.js'

function scene() {
  const reached: Point[] = []
  const passed: Point[] = []
  const gate = createGate({
    onReached: (point) => reached.push(point),
    onPassed: (point) => passed.push(point),
  })
  return { gate, reached, passed, plan: () => gate.aroundStep('send.plan', () => Promise.resolve('planned')) }
}

it('lets pass what it is not armed for, and tells of it only when asked to', async () => {
  const { gate, passed, reached, plan } = scene()
  gate.arm([{ step: 'send.send', moment: 'before', occurrence: 1, deed: 'wait' }])
  expect(await plan()).toBe('planned')
  expect(passed).toEqual([])
  gate.trace()
  await plan()
  expect(passed).toEqual([
    { step: 'send.plan', moment: 'before' },
    { step: 'send.plan', moment: 'after' },
  ])
  expect(reached).toEqual([])
})

it('stands still at the point, the n-th time, until it is released', async () => {
  const { gate, reached, plan } = scene()
  gate.arm([{ step: 'send.plan', moment: 'after', occurrence: 2, deed: 'wait' }])
  await plan()
  expect(reached).toEqual([])
  let isDone = false
  const second = plan().then(() => (isDone = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(reached).toEqual([{ step: 'send.plan', moment: 'after' }])
  expect(isDone).toBe(false)
  gate.release()
  await second
  await plan()
  expect(reached).toHaveLength(1)
})

it('fails as it is told, before the work is done', async () => {
  const { gate } = scene()
  let isDone = false
  const plan = () => gate.aroundStep('send.plan', async () => (isDone = true))
  gate.arm([{ step: 'send.plan', moment: 'before', occurrence: 1, deed: 'fail-for-good' }])
  await expect(plan()).rejects.toMatchObject({ code: 'unexpected', isRetryable: false })
  expect(isDone).toBe(false)
  await plan()
  expect(isDone).toBe(true)
})
