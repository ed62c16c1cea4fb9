import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { lineOf, packetOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendStage, xeroScene } from '../xero-scene.test-support.js'

describe('an error that Xero remembers', () => {
  it('is given again under the same key, and not once a look-up found nothing', async () => {
    const scene = await xeroScene()
    const documents = (await documentsOf(scene, [packetOf('a', { total: 100n })])).slice(0, 1)
    const send = async () => [...(await sendStage(scene, documents, 0)).values()][0]?.outcome
    scene.fake.breakNext(1)
    expect(await send()).toBe('unknown')
    expect(await send()).toBe('unknown')
    expect(scene.fake.idempotencyKeys.replays).toBe(1)
    expect(await scene.connection.find(documents)).toEqual([])
    expect(await send()).toBe('accepted')
    expect(scene.fake.books().documents).toHaveLength(1)
  })

  it('does not outlive the owner mending what was refused', async () => {
    const scene = await xeroScene()
    const documents = (
      await documentsOf(scene, [
        packetOf('a', { lines: [lineOf({ net: 100n, revenueId: accountId('299') })], total: 100n }),
      ])
    ).slice(0, 1)
    const send = async () => [...(await sendStage(scene, documents, 0)).values()][0]?.outcome
    expect(await send()).toBe('rejected')
    const { organisation } = scene.fake.books()
    organisation.accounts = organisation.accounts.map((account) => ({ ...account, Status: 'ACTIVE' }))
    expect(await send()).toBe('accepted')
  })
})
