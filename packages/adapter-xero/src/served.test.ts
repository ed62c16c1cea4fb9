import { systemClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { startFakeXero } from '../fake/index.js'
import { createXeroAdapter } from './create-xero-adapter.js'
import { packetOf } from './mapped-packets.test-support.js'
import { consent, oauthOf } from '@ledgerpost/testkit/conformance'

describe('a fake that is served', () => {
  it('is linked and booked to over real sockets', async () => {
    const fake = await startFakeXero()
    try {
      const adapter = createXeroAdapter({ ...fake.app, identityUrl: fake.url, apiUrl: fake.url })
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
        settings: { contactName: 'Studio' },
        organisationId: organisation?.id ?? null,
        tokens: { accessToken: async () => grant.accessToken },
        signal: new AbortController().signal,
      })
      const rendering = adapter.render(packetOf('a', { total: 100n }), await connection.inspect())
      const [submission] = connection.prepare(rendering.ok ? rendering.documents.slice(0, 1) : [], new Map())
      if (!submission) throw new Error('nothing to send')
      expect(await connection.send(submission, Infinity)).toMatchObject([{ outcome: 'accepted' }])
      const ledger: unknown = await (await fetch(`${fake.url}/_fake/ledger`)).json()
      expect(ledger).toMatchObject([{ amount: '100' }, { amount: '-100' }])
      await connection.disconnect()
      await connection.close()
    } finally {
      await fake.close()
    }
  })
})
