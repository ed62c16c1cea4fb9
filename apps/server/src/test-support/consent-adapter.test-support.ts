import type { Adapter, IntegratorConfiguration } from '@ledgerpost/core'
import { IntegratorError } from '@ledgerpost/core'
import { z } from 'zod'

const none = { level: 'none' } as const

const configuration: IntegratorConfiguration = {
  organisation: { name: 'Consented', currency: 'USD', country: null, timeZone: null, lockedThrough: null },
  accounts: [],
  taxRates: [],
  extension: {},
}

/** The consent page that the adapter sends browsers to. */
export const consentPage = 'https://consent.example/authorize'

/** An adapter that is linked by a consent page and books nothing. The code `refused` is not exchanged. */
export const consentAdapter: Adapter = {
  specVersion: 'v1',
  manifest: {
    type: 'Consent',
    code: 1000,
    title: 'Consent',
    documentKinds: [],
    capabilities: { forcedTax: none, foreignCurrency: none, lockDates: none, readBack: none, find: none },
    batch: { maximumCount: 1, maximumBytes: 1, isAtomic: true },
    idempotency: { kind: 'search-first', lifetime: null },
    reference: { maximumLength: 1 },
    undo: 'none',
    settlingTime: 0,
  },
  settings: z.object({}),
  authorisation: {
    kind: 'oauth2',
    start: (_environment, { state, redirectUri }) =>
      Promise.resolve({
        url: `${consentPage}?${new URLSearchParams({ state, redirect_uri: redirectUri }).toString()}`,
        secret: 'verifier',
      }),
    complete(environment, { url, secret }) {
      const code = new URL(url).searchParams.get('code')
      if (code === 'refused' || secret !== 'verifier') {
        return Promise.reject(
          new IntegratorError({ kind: 'transient', message: 'The consent could not be read. Try again.' }),
        )
      }
      return Promise.resolve({
        accessToken: 'token',
        refreshToken: null,
        expiresAt: environment.clock.now() + 3_600_000,
        scopes: [],
      })
    },
    refresh: () => Promise.reject(new IntegratorError({ kind: 'reauthorise', message: 'Link again.' })),
    organisations: () => Promise.resolve([{ id: 'organisation', name: 'Consented' }]),
  },
  connect: () => ({
    inspect: () => Promise.resolve(configuration),
    prepare: () => [],
    send: () => Promise.resolve([]),
    find: () => Promise.resolve([]),
    async *readBack() {},
    disconnect: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }),
  render: () => ({ ok: false, code: 'NotRepresentable', message: 'It books nothing.' }),
}
