import { expect, it } from 'vitest'
import { alternate, type Contender, shown } from './alternate.js'

function scene() {
  const runs: string[] = []
  const said: string[] = []
  const contender = (name: string, role: Contender['role']): Contender => ({
    name,
    role,
    async run(repetition) {
      runs.push(`${name}${repetition}`)
      return repetition * 10
    },
  })
  const contenders = [contender('a', 'ours'), contender('b', 'limit'), contender('c', 'peer')]
  return { runs, said, contenders, context: { repetitions: 3, say: (text: string) => void said.push(text) } }
}

it('lets everybody run in every repetition, each time another one first, and does not count the warm-up', async () => {
  const { runs, said, contenders, context } = scene()
  const measures = await alternate(contenders, 'orders/s', context)
  expect(runs).toEqual(['a0', 'b0', 'c0', 'b1', 'c1', 'a1', 'c2', 'a2', 'b2', 'a3', 'b3', 'c3'])
  expect(measures).toEqual([
    { contender: 'a', role: 'ours', unit: 'orders/s', values: [10, 20, 30] },
    { contender: 'b', role: 'limit', unit: 'orders/s', values: [10, 20, 30] },
    { contender: 'c', role: 'peer', unit: 'orders/s', values: [10, 20, 30] },
  ])
  expect(said).toHaveLength(4)
  expect(said[1]).toBe('1/3: b 10 · c 10 · a 10 orders/s')
})

it('can do without the warm-up', async () => {
  const { runs, contenders, context } = scene()
  await alternate(contenders, 'orders/s', context, { warmUp: false })
  expect(runs).toHaveLength(9)
})

it('shows three digits', () => {
  expect([0.012345, 3.21987, 12, 99.96, 1234.5].map(shown)).toEqual(['0.0123', '3.22', '12', '100', '1,235'])
})
