import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stepNames } from './steps.js'
import { compile, engineSources, waitsIn } from './waits.test-support.js'

/** Where the work of jobs is, but for what asks for a job and does none. */
const folders = ['send', 'sync', 'sweep', 'worker']
const asking = 'request-sync.ts'

const sources = [
  join(engineSources, 'linking', 'keep-alive.ts'),
  ...folders.flatMap((folder) =>
    readdirSync(join(engineSources, folder))
      .filter((file) => file.endsWith('.ts') && file !== asking && !/\.test(-support)?\.ts$/.test(file))
      .map((file) => join(engineSources, folder, file)),
  ),
]

/** Everything that a job must not do. */
const careless = `
import type { Clock, Connection, OrderSource } from '@ledgerpost/core'
import type { Store } from '../ports/store.js'
import type { AroundStep, StepName } from '../steps/steps.js'
import type { Run } from '../sync/run.js'

export async function careless(
  run: Run, clock: Clock, connection: Connection, source: OrderSource, store: Store, step: AroundStep, other: StepName,
) {
  await clock.sleep(1)
  await run.environment.store.transaction('', async () => undefined)
  const { acrossSubscribers } = store
  await acrossSubscribers(async () => undefined)
  await run.call(other, () => connection.close())
  const finding = () => connection.find([])
  await run.call('send.find', finding)
  for await (const portion of source.pull({ subscriberId: '', modifiedSince: null, signal: run.signal })) void portion
  setTimeout(() => undefined, 1)
  await step('send.send', () => connection.send({ key: '', references: [], body: '', operation: '' }, 0))
  return [connection].map(({ disconnect }) => disconnect)
}
`

describe('the steps of a job', { timeout: 300_000 }, () => {
  const carelessFile = join(engineSources, 'send', 'careless.ts')
  const program = compile(sources, new Map([[carelessFile, careless]]))

  it('are all that it waits for, each under a name of its own', () => {
    const { unnamed, names } = waitsIn(program, sources)
    expect(unnamed).toEqual([])
    expect(names.toSorted()).toEqual([...stepNames].toSorted())
  })

  it('would be missed', () => {
    const { unnamed, names } = waitsIn(program, [carelessFile])
    expect(unnamed.map((place) => place.replace(/^\S+ /, ''))).toEqual([
      'clock.sleep',
      'run.environment.store.transaction',
      '{ acrossSubscribers }',
      'run.call(other, () => connection.close())',
      'connection.find',
      'source.pull',
      'setTimeout',
      '{ disconnect }',
    ])
    expect(names).toEqual(['send.find', 'send.send'])
  })
})
