// Runs in a project outside the repository: the packed server, told by LEDGERPOST_ADAPTERS alone, books an order through an
// adapter that was made a moment ago, into a fake that keeps its own ledger. Prints what became of it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { serveFake } from '@ledgerpost/testkit'
import { createFakeAcmeBooks } from 'adapter-acme-books/fake'

const patience = 120_000

const fake = createFakeAcmeBooks()
const served = await serveFake(fake.handler)
const readyFile = 'ready'
const server = spawn(
  process.execPath,
  ['node_modules/.bin/ledgerpost-server', '--dev-tokens', '--ready-file', readyFile],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      LEDGERPOST_LOG_LEVEL: 'error',
      LEDGERPOST_ADAPTERS: 'adapter-acme-books',
      ACME_BOOKS_CLIENT_ID: fake.app.clientId,
      ACME_BOOKS_CLIENT_SECRET: fake.app.clientSecret,
      ACME_BOOKS_API_URL: served.url,
    },
  },
)

try {
  await until('the server listens', () => existsSync(readyFile))
  const url = readFileSync(readyFile, 'utf8').trim()
  const [owner, platform] = [
    await token(url, 'MINDBODY Owner'),
    await token(url, 'MINDBODY Automated System'),
  ]
  const books = '/Subscriber_1/AccountingIntegration/Type_AcmeBooks'
  const send = async (as, method, path, body) => {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (response.status >= 400)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const call = async (...request) => {
    const text = await (await send(...request)).text()
    return text === '' ? undefined : JSON.parse(text)
  }
  await call(platform, 'PUT', '/Subscriber_1', {
    Region: 'US',
    TimeZone: 'America/New_York',
    Currency: 'USD',
  })
  await call(platform, 'PUT', '/Subscriber_1/Configuration', {
    TaxRates: [{ Id: '1', Name: 'Sales', Value: 0.08 }],
    RevenueCategories: [{ Id: '7', Name: 'Classes', Status: 'Active' }],
    PaymentMethods: [{ Id: '2', Name: 'Cash', Status: 'Active' }],
  })
  const { AuthorisationUrl } = await call(owner, 'POST', `${books}/Link`)
  const consent = await fetch(AuthorisationUrl, { redirect: 'manual' })
  await call(owner, 'GET', `${books}/Callback${new URL(consent.headers.get('location')).search}`)
  const rule = (MapType, MindbodyId, IntegrationId) => ({
    MapType,
    MapItems: [{ MindbodyId, IntegrationId }],
  })
  await call(owner, 'POST', `${books}/Save`, {
    Maps: [
      rule('TaxRateMap', '1', 'state'),
      rule('RevenueCategoryMap', '7', 'services'),
      rule('PaymentMethodMap', '2', 'cash'),
    ],
    SynchronizationPreferences: { SummarizeData: false, StartDate: '2026-01-01' },
  })
  await call(platform, 'POST', '/Subscriber_1/Orders', [
    {
      Id: '1041',
      Type: 'Sale',
      OrderDate: '2026-03-01T17:30:00',
      LocationId: '1',
      Items: [
        {
          Id: '1',
          RevenueCategoryId: '7',
          NetAmount: '20.00',
          Taxes: [{ TaxRateId: '1', Amount: '1.60' }],
          Total: '21.60',
        },
      ],
      Cost: { Total: '21.60' },
      Payments: [{ PaymentMethodId: '2', Amount: '21.60' }],
      LastModifiedTime: '2026-03-01T22:30:00Z',
    },
  ])
  // The second sync finds nothing to do, and must have said so before the books are looked at.
  for (const which of ['first', 'second']) {
    const record = (await send(owner, 'POST', `${books}/Sync`)).headers.get('location')
    await until(
      `the ${which} sync succeeds`,
      async () => (await call(owner, 'GET', record)).Status === 'Success',
    )
  }
  const cash = fake.books.ledger.trialBalance().find(({ account }) => account.id === 'cash')
  const times = fake.books.entries.length === 1 ? 'once' : `${fake.books.entries.length} times`
  process.stdout.write(`booked ${cash?.balance ?? 0n} cents to cash, ${times}\n`)
} finally {
  server.kill('SIGTERM')
  await served.close()
}

async function token(url, role) {
  const response = await fetch(`${url}/dev/token`, {
    method: 'POST',
    body: new URLSearchParams({ role, subscribers: '1' }),
  })
  return (await response.json()).access_token
}

async function until(what, isSo) {
  const end = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s`)
    await pause(100)
  }
}
