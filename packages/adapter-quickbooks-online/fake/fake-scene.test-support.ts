import { isRecord, recordMember, recordsMember } from '@ledgerpost/adapter-kit'
import { fakeFetch, VirtualClock } from '@ledgerpost/testkit'
import { createFakeQuickBooksOnline, type FakeQuickBooksOnlineOptions } from './index.js'

/** A fake and a way to ask it without the adapter: what QuickBooks is like must not depend on who asks. */
export function askedDirectly(options: FakeQuickBooksOnlineOptions = {}) {
  const clock = new VirtualClock()
  const fake = createFakeQuickBooksOnline({ clock, rateLimits: false, ...options })
  const { realmId } = fake.books().company
  const code = fake.identity.tokens.issueCode(realmId, 'https://us.example')
  const tokens = fake.identity.tokens.exchangeCode(code, 'https://us.example', false)
  const fetch = fakeFetch(fake.handler)
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`https://quickbooks.api.intuit.com/v3/company/${realmId}/${path}`, {
      method,
      headers: { accept: 'application/json', authorization: `Bearer ${tokens?.access_token}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, text, body: isRecord(parsed) ? parsed : {} }
  }
  const create = async (name: 'SalesReceipt' | 'RefundReceipt' | 'JournalEntry', element: object) => {
    const { body } = await call('POST', name.toLowerCase(), element)
    const error = recordsMember(recordMember(body, 'Fault') ?? {}, 'Error')[0]
    return { code: error?.['code'], detail: error?.['Detail'], told: recordMember(body, name) }
  }
  const query = async (text: string) =>
    (await call('GET', `query?${new URLSearchParams({ query: text }).toString()}`)).body
  return { clock, fake, call, create, query, tokens }
}

/** A receipt's line of 10.00, changed as told. */
export const line = (detail: object = {}, more: object = {}) => ({
  Amount: 10,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '1' }, ...detail },
  ...more,
})

/** A receipt over such a line. */
export const receipt = (more: object = {}) => ({
  TxnDate: '2026-03-01',
  DepositToAccountRef: { value: '35' },
  Line: [line()],
  ...more,
})

/** A journal entry's line. */
export const side = (PostingType: string, Amount: number, account: string, more: object = {}) => ({
  Amount,
  DetailType: 'JournalEntryLineDetail',
  JournalEntryLineDetail: { PostingType, AccountRef: { value: account }, ...more },
})
