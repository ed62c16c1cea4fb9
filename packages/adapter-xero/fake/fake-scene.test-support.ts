import { fakeFetch, VirtualClock } from '@ledgerpost/testkit'
import { createFakeXero, type FakeXeroOptions } from './index.js'

/** A fake and a way to ask it without the adapter: what Xero is like must not depend on who asks. */
export function askedDirectly(options: FakeXeroOptions = {}) {
  const clock = new VirtualClock()
  const fake = createFakeXero({ clock, rateLimits: false, ...options })
  const { tenantId, name } = fake.books().organisation
  fake.identity.connections.connect(tenantId, name, 'event')
  const code = fake.identity.tokens.issueCode(
    {
      authEventId: 'event',
      scopes: [
        'accounting.invoices',
        'accounting.payments',
        'accounting.banktransactions',
        'accounting.manualjournals',
        'accounting.settings',
      ],
    },
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    'https://us.example',
  )
  const tokens = fake.identity.tokens.exchangeCode(
    code,
    'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    'https://us.example',
  )
  const fetch = fakeFetch(fake.handler)
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`https://api.xero.com/api.xro/2.0/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${tokens?.access_token}`,
        'xero-tenant-id': tenantId,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text.startsWith('{') ? JSON.parse(text) : undefined,
    }
  }
  return { clock, fake, call }
}

/** An invoice's line of 10.00, changed as told. */
export const line = (more: object = {}) => ({
  Description: 'x',
  Quantity: 1,
  UnitAmount: 10,
  AccountCode: '200',
  TaxType: 'OUTPUT',
  ...more,
})
/** An invoice over such a line. */
export const invoice = (more: object = {}) => ({
  Type: 'ACCREC',
  Contact: { Name: 'Customer' },
  Date: '2026-03-01',
  DueDate: '2026-03-01',
  Status: 'AUTHORISED',
  LineItems: [line()],
  ...more,
})
/** What an element was refused for. */
export const messages = (element: { ValidationErrors?: { Message: string }[] }) =>
  element.ValidationErrors?.map(({ Message }) => Message)
