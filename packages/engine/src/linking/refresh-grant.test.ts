import { IntegratorError } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { type GrantScene, grantScene, minute, storeDuring } from './grant-scene.test-support.js'
import { sealConsent } from './stored-grant.js'

const embedded = storeDuring('embedded')
const server = storeDuring('server')

describe.each([
  ['embedded', embedded],
  ['server', server],
] as const)('a grant on the %s database', (_kind, database) => {
  it.skipIf(!database.isAvailable)(
    'is refreshed once, however many machines find it stale at once',
    async () => {
      const scene = await grantScene(database.store())
      scene.endpoint.answer = () => ({ afterMilliseconds: 300 })
      const machines = Array.from({ length: 50 }, () => scene.machine())
      const tokens = await scene.pass(Promise.all(machines.map((each) => each.token())))
      expect(scene.endpoint.asked).toEqual(['refresh 1'])
      expect(new Set(tokens)).toEqual(new Set(['access 2']))
      expect(await scene.stored()).toMatchObject({
        version: 2,
        kept: { grant: { refreshToken: 'refresh 2' }, previous: 'refresh 1' },
      })
    },
  )

  it.skipIf(!database.isAvailable)(
    'is refreshed once, however many machines had its token refused',
    async () => {
      const scene = await grantScene(database.store(), { isStale: false })
      const machines = Array.from({ length: 10 }, () => scene.machine())
      const tokens = await scene.pass(Promise.all(machines.map((each) => each.token('access 1'))))
      expect([scene.endpoint.asked.length, new Set(tokens)]).toEqual([1, new Set(['access 2'])])
    },
  )
})

function oauthOf({ adapter }: GrantScene) {
  if (adapter.authorisation.kind !== 'oauth2') throw new Error('It is linked by OAuth.')
  return adapter.authorisation
}

/** The token, or the reason why there is none. */
function outcomeOf(ended: PromiseSettledResult<string>): string {
  if (ended.status === 'fulfilled') return ended.value
  return ended.reason instanceof IntegratorError ? ended.reason.message : String(ended.reason)
}

describe('a refresh', () => {
  it('whose answer was lost is repeated with the same token, by whoever waits', async () => {
    const scene = await grantScene(embedded.store())
    scene.endpoint.answer = (call) => (call === 1 ? 'lost-after' : 'normal')
    const ended = await scene.pass(Promise.allSettled([scene.machine().token(), scene.machine().token()]))
    expect(ended.map(outcomeOf).toSorted()).toEqual(['The connection was reset.', 'access 3'])
    expect(scene.endpoint.asked).toEqual(['refresh 1', 'refresh 1'])
    expect(await scene.machine().token()).toBe('access 3')
  })

  it('is not waited for longer than 10 s, and others not longer than 30 s in all', async () => {
    const scene = await grantScene(embedded.store())
    scene.endpoint.answer = () => ({ afterMilliseconds: 30_000 })
    const start = scene.clock.now()
    const machines = Array.from({ length: 6 }, () => scene.machine())
    const ended = await scene.pass(
      Promise.allSettled(
        machines.map(async (each) => {
          try {
            return await each.token()
          } finally {
            expect(scene.clock.now() - start).toBeLessThanOrEqual(30_250)
          }
        }),
      ),
    )
    const outcomes = ended.map(outcomeOf)
    expect(outcomes.filter((each) => each.includes('did not answer'))).toHaveLength(2)
    expect(outcomes.filter((each) => each.includes('refreshed elsewhere'))).toHaveLength(4)
    scene.endpoint.answer = () => 'normal'
    await scene.pass(scene.machine().token())
    expect(new Set(scene.endpoint.asked)).toEqual(new Set(['refresh 1']))
  })

  it('is given up by an adapter that listens to no signal', async () => {
    const scene = await grantScene(embedded.store())
    scene.endpoint.answer = (call) => (call === 1 ? 'deaf' : 'normal')
    const machine = scene.machine()
    await expect(scene.pass(machine.token())).rejects.toMatchObject({
      reason: { kind: 'transient', message: expect.stringContaining('did not answer') },
    })
    expect(await scene.pass(machine.token())).toBe('access 2')
  })

  it('cuts the request off when its time is over', async () => {
    const scene = await grantScene(embedded.store())
    const cut: unknown[] = []
    const machine = scene.machine({
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            cut.push(init.signal?.reason)
            reject(new Error('cut'))
          })
        }),
    })
    const oauth = oauthOf(scene)
    oauth.refresh = async (environment, grant) => {
      await environment.fetch('https://id.example/token')
      return grant
    }
    await expect(scene.pass(machine.token())).rejects.toBeInstanceOf(IntegratorError)
    expect(cut).toEqual([expect.objectContaining({ message: expect.stringContaining('10 s') })])
  })

  it.each(['claim', 'request'] as const)(
    'is not asked for by a machine that stood still after its %s: another one may be at it',
    async (frozenAfter) => {
      const scene = await grantScene(embedded.store())
      let standstill = 0
      let requests = 0
      const { store } = scene.machine().environment
      const machine = scene.machine({
        clock: {
          now: () => scene.clock.now() + standstill,
          sleep: (milliseconds, signal) => scene.clock.sleep(milliseconds, signal),
        },
        store: {
          ...store,
          async transaction(subscriberId, work) {
            const result = await store.transaction(subscriberId, work)
            if (frozenAfter === 'claim' && result === true) standstill = 16_000
            return result
          },
        },
        fetch() {
          requests += 1
          return Promise.reject(new Error('It was asked.'))
        },
      })
      const oauth = oauthOf(scene)
      oauth.refresh = async (environment, grant) => {
        if (frozenAfter === 'request') standstill = 16_000
        await environment.fetch('https://id.example/token')
        return grant
      }
      await expect(scene.pass(machine.token())).rejects.toMatchObject({
        reason: { kind: 'transient', message: expect.stringContaining('stood still') },
      })
      expect(requests).toBe(0)
      expect(await scene.claim('next', 1000), 'the claim was given back').toBe(true)
    },
  )

  it('is taken over from a machine that died with its claim', async () => {
    const scene = await grantScene(embedded.store())
    await scene.claim('dead', 0)
    expect(await scene.pass(scene.machine().token())).toBe('access 2')
  })

  it('that another machine has under way is waited for, but not for ever', async () => {
    const scene = await grantScene(embedded.store())
    await scene.claim('busy', 600_000)
    const start = scene.clock.now()
    await expect(scene.pass(scene.machine().token())).rejects.toMatchObject({
      code: 'integrator-transient',
      message: expect.stringContaining('being refreshed elsewhere'),
    })
    expect(scene.clock.now() - start).toBeLessThanOrEqual(20_000)
    expect(scene.endpoint.asked).toEqual([])
  })
})

describe('a refused refresh token', () => {
  it('does not count when newer tokens were saved meanwhile', async () => {
    const scene = await grantScene(embedded.store(), { graceTime: 0 })
    const late = scene.machine({ newToken: () => 'late' })
    scene.endpoint.arrived = async () => {
      const newer = sealConsent(late.environment, scene.address, scene.endpoint.issue())
      scene.endpoint.forget('refresh 1')
      const isReplaced = await scene.inStore((transaction) =>
        transaction.replaceGrant({ id: scene.address.grantId, sealed: newer, version: 2 }, 'late'),
      )
      expect(isReplaced).toBe(true)
    }
    expect(await scene.pass(late.token())).toBe('access 2')
    expect(scene.endpoint.asked).toEqual(['refresh 1'])
  })

  it('is followed by the one before it, while that may be honoured', async () => {
    const scene = await grantScene(embedded.store())
    const machine = scene.machine()
    await scene.pass(machine.token())
    scene.endpoint.forget('refresh 2')
    await scene.clock.advance(29 * minute)
    expect(await scene.pass(machine.token('access 2'))).toBe('access 3')
    expect(scene.endpoint.asked).toEqual(['refresh 1', 'refresh 2', 'refresh 1'])
    expect(machine.logged).toEqual([expect.stringContaining('the one before it is tried')])
  })

  it('means that the consent is gone when the one before is too old, or refused as well', async () => {
    for (const [forgotten, elapsed, asked] of [
      [['refresh 2'], 30, 2],
      [['refresh 1', 'refresh 2'], 0, 3],
    ] as const) {
      const scene = await grantScene(embedded.store())
      const machine = scene.machine()
      await scene.pass(machine.token())
      scene.endpoint.forget(...forgotten)
      await scene.clock.advance(elapsed * minute)
      await expect(scene.pass(machine.token('access 2'))).rejects.toMatchObject({
        reason: { kind: 'reauthorise' },
      })
      expect(scene.endpoint.asked).toHaveLength(asked)
      expect(await scene.claim('next', 1000), 'the claim was given back').toBe(true)
    }
  })
})
