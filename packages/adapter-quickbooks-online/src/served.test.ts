import { systemClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { startFakeQuickBooksOnline } from '../fake/index.js'
import { createQuickBooksOnlineAdapter } from './create-quickbooks-online-adapter.js'
import { defaultLimits } from './limits.js'
import { lineOf, packetOf, paymentOf } from './mapped-packets.test-support.js'
import { consent, oauthOf } from '@ledgerpost/testkit/conformance'
import { verdictsOf } from './scene.test-support.js'

describe('a fake that is served', () => {
  it('is linked, inspected, booked to, searched, read back and left over real sockets', async () => {
    // Nobody waits here: the limits have tests of their own, on a virtual clock.
    const fake = await startFakeQuickBooksOnline({ rateLimits: false })
    try {
      const limits = { calls: { ...defaultLimits.calls, count: 1_000_000, burst: 100_000 } }
      const adapter = createQuickBooksOnlineAdapter({
        ...fake.app,
        identityUrl: fake.url,
        apiUrl: fake.url,
        limits,
      })
      const quiet = (): void => undefined
      const environment = {
        fetch,
        clock: systemClock,
        logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      }
      const grant = await consent(adapter, environment)
      const [organisation] = await oauthOf(adapter).organisations(environment, grant)
      const connection = adapter.connect({
        ...environment,
        subscriberId: '1',
        settings: { customerId: '58' },
        organisationId: organisation?.id ?? null,
        tokens: { accessToken: async () => grant.accessToken },
        signal: new AbortController().signal,
      })
      const lines = [lineOf({ net: 1000n, tax: 83n, taxId: 'TAX' })]
      const payments = [paymentOf({ amount: 600n }), paymentOf({ amount: 483n, accountId: '90' })]
      const rendering = adapter.render(
        packetOf('a', { lines, payments, total: 1083n }),
        await connection.inspect(),
      )
      const documents = rendering.ok ? rendering.documents : []
      const [submission] = connection.prepare(documents, new Map())
      if (!submission) throw new Error('nothing to send')
      await ask(`${fake.url}/_fake/faults`, { fault: { kind: 'reset', when: 'after' }, path: '/batch' })
      expect(verdictsOf(await connection.send(submission, Infinity))).toEqual(['unknown', 'unknown'])
      expect(await connection.find(documents)).toMatchObject([{ total: 600n }, { total: 483n }])
      expect(verdictsOf(await connection.send(submission, Infinity))).toEqual(['accepted', 'accepted'])
      const balances = (await ask(`${fake.url}/_fake/trial-balance`)) as {
        account: { id: string }
        balance: string
      }[]
      expect(balances.map(({ account, balance }) => [account.id, balance])).toEqual([
        ['35', '600'],
        ['80', '-1000'],
        ['89', '-83'],
        ['90', '483'],
      ])
      const entries = []
      for await (const entry of connection.readBack({ from: '2026-03-01', to: '2026-03-01' }))
        entries.push(entry)
      expect(entries.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n)
      expect(entries).toHaveLength(6)
      await connection.disconnect()
      await expect(connection.inspect()).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
      await connection.close()
    } finally {
      await fake.close()
    }
  })
})

async function ask(url: string, order?: object): Promise<unknown> {
  const response = await fetch(url, order ? { method: 'POST', body: JSON.stringify(order) } : {})
  return response.json()
}
