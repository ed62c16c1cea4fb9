import { describe, expect, it } from 'vitest'
import type { SecretBox } from '../environment.js'
import type { Store } from '../ports/store.js'
import { grantScene, type GrantScene, storeDuring } from './grant-scene.test-support.js'
import { resealGrants } from './reseal-grants.js'
import { readGrant } from './stored-grant.js'

/** Seals with the first of the keys, and opens what was sealed with any of them. */
function boxOf(...keys: readonly [string, ...string[]]): SecretBox {
  return {
    seal: (plain, context) => JSON.stringify([context, plain, keys[0]]),
    open(sealed, context) {
      const [boundTo, plain, key = 'none'] = JSON.parse(sealed) as [string, string, string?]
      if (!keys.includes(key)) throw new Error(`sealed with the key ${key}`)
      if (boundTo !== context) throw new Error('sealed for something else')
      return plain
    },
    isCurrent: (sealed) => (JSON.parse(sealed) as readonly string[])[2] === keys[0],
  }
}

const newBox = boxOf('new')
const bothBox = boxOf('new', 'none')

/** Reads the grant with the new key alone. */
const readAnew = (scene: GrantScene) =>
  readGrant(scene.machine({ secrets: newBox }).environment, 'Fake', scene.address)

describe('what is sealed', () => {
  const database = storeDuring('embedded')

  it('cannot be opened as a grant of another id or subscriber', async () => {
    const scene = await grantScene(database.store(), { isStale: false })
    const other = await grantScene(database.store())
    const { environment } = scene.machine()
    const { subscriberId, grantId } = scene.address
    const { sealed = '' } = (await scene.inStore((transaction) => transaction.grant(grantId))) ?? {}
    const copies = [
      { subscriberId, grantId: `another ${grantId}` },
      { subscriberId: other.address.subscriberId, grantId: `yet another ${grantId}` },
    ]
    for (const copy of copies) {
      await database
        .store()
        .transaction(copy.subscriberId, (transaction) =>
          transaction.createGrant({ id: copy.grantId, sealed, version: 1 }),
        )
      await expect(readGrant(environment, 'Fake', copy)).rejects.toThrow('sealed for something else')
    }
    await expect(
      readGrant(environment, 'Fake', { subscriberId: other.address.subscriberId, grantId }),
    ).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
  })

  it('with an older key is sealed anew by whoever reads it', async () => {
    const scene = await grantScene(database.store(), { isStale: false })
    await expect(readAnew(scene)).rejects.toThrow('sealed with the key none')
    expect(await scene.machine({ secrets: bothBox }).token()).toBe('access 1')
    expect(await readAnew(scene)).toMatchObject({
      version: 2,
      kept: { grant: { refreshToken: 'refresh 1' } },
    })
  })

  it('with an older key is left to who refreshes it, and read nevertheless', async () => {
    const scene = await grantScene(database.store(), { isStale: false })
    await scene.claim('busy', 600_000)
    expect(await scene.machine({ secrets: bothBox }).token()).toBe('access 1')
    expect((await scene.stored()).version).toBe(1)
  })

  it('with an older key is read although the store fails to take it anew, which is told', async () => {
    const scene = await grantScene(database.store(), { isStale: false })
    const { environment } = scene.machine()
    let transactions = 0
    const transaction: Store['transaction'] = (of, work) => {
      transactions += 1
      return transactions === 2
        ? Promise.reject(new Error('The store is away.'))
        : environment.store.transaction(of, work)
    }
    const machine = scene.machine({ secrets: bothBox, store: { ...environment.store, transaction } })
    expect(await machine.token()).toBe('access 1')
    expect(machine.logged).toEqual([expect.stringContaining('could not be sealed with the current key yet')])
  })

  it('with an older key is sealed with the current one by a refresh', async () => {
    const scene = await grantScene(database.store())
    await scene.pass(scene.machine({ secrets: bothBox }).token())
    expect(await readAnew(scene)).toMatchObject({ kept: { grant: { accessToken: 'access 2' } } })
  })
})

describe('sealing everything anew', () => {
  const database = storeDuring('embedded')

  it('reaches the grants of all subscribers, and tells which it could not seal', async () => {
    const scenes = await Promise.all([1, 2, 3, 4].map(() => grantScene(database.store())))
    const [first, second, third, fourth] = scenes
    if (!first || !second || !third || !fourth) throw new Error('There are four.')
    for (const { machine, address } of scenes) {
      const { engine } = machine()
      await engine.initialise({ subscriberId: address.subscriberId, type: 'Fake' })
    }
    await second.machine({ secrets: bothBox }).token('none')
    await third.inStore((transaction) =>
      transaction.createGrant({ id: 'lost', sealed: boxOf('lost').seal('', ''), version: 1 }),
    )
    await fourth.claim('dead', 0)
    const machine = first.machine({ secrets: bothBox })
    const running = resealGrants(machine.environment)
    expect(await first.pass(running)).toEqual({ resealed: 3, current: 1, left: 1 })
    expect(machine.logged).toEqual([expect.stringContaining('could not be sealed with the current key')])
    for (const scene of scenes) await readAnew(scene)
    expect(await first.pass(resealGrants(machine.environment))).toEqual({ resealed: 0, current: 4, left: 1 })
  })
})

describe('sealing a grant anew that is being refreshed', () => {
  const database = storeDuring('embedded')

  it('waits for the end of that, but not for ever', async () => {
    const scene = await grantScene(database.store())
    const { engine } = scene.machine()
    await engine.initialise({ subscriberId: scene.address.subscriberId, type: 'Fake' })
    const machine = scene.machine({ secrets: bothBox })
    await scene.claim('busy', 600_000)
    const waited = { resealed: 0, current: 0, left: 1 }
    expect(await scene.pass(resealGrants(machine.environment))).toEqual(waited)
    expect(machine.logged).toContainEqual(expect.stringContaining('being refreshed all the time'))
    await scene.inStore((transaction) => transaction.releaseGrant(scene.address.grantId, 'busy'))
    const sealed = { resealed: 1, current: 0, left: 0 }
    expect(await scene.pass(resealGrants(machine.environment))).toEqual(sealed)
    await readAnew(scene)
  })
})
