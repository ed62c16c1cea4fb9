import { describe, expect, it } from 'vitest'
import { readSettings } from '../env.js'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { ownAdapters } from './own-adapters.js'

const environment = {
  LEDGERPOST_JWT_SECRET: 'a secret of at least thirty-two bytes',
  XERO_CLIENT_ID: 'id',
  XERO_CLIENT_SECRET: 'secret',
  XERO_BOOKINGS: 'manual-journals, invoices',
  QUICKBOOKS_CLIENT_ID: 'id',
  QUICKBOOKS_CLIENT_SECRET: 'secret',
  QUICKBOOKS_SANDBOX: 'true',
  TRYTON_URLS: 'https://tryton.example',
  TRYTON_PASSWORDS: '{"1234":"password"}',
}

function offered() {
  const reading = readSettings(environment)
  if (!reading.ok) throw new Error(reading.problems.join())
  return ownAdapters(reading.settings, '/nowhere')
}

describe('integrators', () => {
  it('are offered where their variables are there', () => {
    const adapters = offered()
    expect(adapters.map(({ manifest }) => [manifest.type, manifest.code])).toEqual([
      ['Xero', 0],
      ['QuickBooksOnline', 1],
      ['Tryton', 3],
      ['PlainText', 2],
    ])
    expect(adapters[0]?.manifest.documentKinds).toContain('journal')
  })

  it.each([
    ['XERO_CLIENT_SECRET', '', 'XERO_CLIENT_SECRET and XERO_CLIENT_ID belong together'],
    ['QUICKBOOKS_CLIENT_ID', '', 'QUICKBOOKS_CLIENT_SECRET and QUICKBOOKS_CLIENT_ID belong together'],
    ['TRYTON_PASSWORDS', '', 'TRYTON_PASSWORDS and TRYTON_URLS belong together'],
    ['TRYTON_PASSWORDS', 'password', 'TRYTON_PASSWORDS must be JSON of passwords'],
    ['XERO_BOOKINGS', 'bills', 'XERO_BOOKINGS names bills'],
    ['QUICKBOOKS_SANDBOX', 'maybe', 'QUICKBOOKS_SANDBOX must be true'],
    ['TRYTON_URLS', 'nowhere', 'TRYTON_URLS names nowhere'],
  ])('keep the server from starting: %s is %j', (name, value, problem) => {
    const reading = readSettings({ ...environment, [name]: value })
    expect(reading.ok ? '' : reading.problems.join()).toContain(problem)
  })

  it.each([
    ['1234', ['password']],
    ['5678', []],
  ])('of subscriber %s are logged in to with its own password alone', async (subscriberId, wanted) => {
    const sent: unknown[] = []
    const tryton = offered().find(({ manifest }) => manifest.type === 'Tryton')
    const connection = tryton?.connect({
      subscriberId,
      settings: { url: 'https://tryton.example', database: 'of_1234', user: 'ledgerpost' },
      organisationId: null,
      tokens: null,
      clock: systemClock,
      logger: silentLogger,
      signal: new AbortController().signal,
      fetch(_input, init) {
        sent.push(
          ...((typeof init?.body === 'string' ? init.body : '').match(/(?<="password":")[^"]*/g) ?? []),
        )
        return Promise.resolve(Response.json({ id: 1, result: null }))
      },
    })
    await expect(connection?.inspect()).rejects.toMatchObject({ name: 'IntegratorError' })
    expect([...new Set(sent)]).toEqual(wanted)
  })
})
