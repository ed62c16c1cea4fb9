import { describe, expect, it } from 'vitest'
import { readLinkMessage } from './link-messages.js'
import { readLinkReturn, stateOf } from './link-return.js'
import { keepPendingLink, pendingLink, takePendingReturn } from './pending-link.js'
import { missingFields, settingFields, settingsOf, spokenName } from './settings-schema.js'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

describe('the way back from a consent page', () => {
  it('is known by its state', () => {
    expect(readLinkReturn('?code=c&state=s')).toEqual({ query: 'code=c&state=s', state: 's', error: null })
    expect(readLinkReturn('error=access_denied&state=s')?.error).toBe('access_denied')
    expect([readLinkReturn(''), readLinkReturn('?code=c'), readLinkReturn('?state=')]).toEqual([
      null,
      null,
      null,
    ])
    expect(stateOf('https://books.example/authorize?state=a%2Bb')).toBe('a+b')
  })

  it('is taken once, and by the ledger that it is for', () => {
    const kept = storage()
    expect(takePendingReturn(kept, 'Xero')).toBeNull()
    keepPendingLink(kept, { type: 'Xero', state: 's', query: null })
    expect(takePendingReturn(kept, 'Xero')).toBeNull()
    keepPendingLink(kept, { type: 'Xero', state: 's', query: 'code=c&state=s' })
    expect(pendingLink(kept)).toEqual({ type: 'Xero', state: 's', query: 'code=c&state=s' })
    expect(takePendingReturn(kept, 'PlainText')).toBeNull()
    expect(takePendingReturn(kept, 'Xero')?.query).toBe('code=c&state=s')
    expect(takePendingReturn(kept, 'Xero')).toBeNull()
  })

  it.each([null, 'text', {}, { ledgerpost: 'returned' }, { ledgerpost: 'taken', query: 'q' }])(
    'is not %j, which somebody else said',
    (data) => expect(readLinkMessage(data)).toBeNull(),
  )
})

describe('what a ledger asks for', () => {
  const schema = {
    type: 'object',
    properties: {
      url: { type: 'string' },
      password: { type: 'string' },
      journal: { type: 'string', default: 'REV' },
      bookedAs: { enum: ['invoices', 'journals'], default: 'invoices' },
      size: { type: 'integer' },
      accounts: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      },
      odd: { anyOf: [{ type: 'string' }, { type: 'number' }] },
    },
    required: ['url', 'journal', 'bookedAs'],
  }
  const fields = settingFields(schema)

  it('is read from its schema; what a form cannot ask for is left out if it may be', () => {
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ['url', 'text', true],
      ['password', 'secret', false],
      ['journal', 'text', false],
      ['bookedAs', 'choice', false],
      ['size', 'number', false],
      ['accounts', 'list', false],
    ])
    expect(() => settingFields({ ...schema, required: ['odd'] })).toThrow('odd')
    expect(settingFields(null)).toEqual([])
  })

  it('is what was entered, without what was left empty', () => {
    const entered = { url: 'https://x', journal: '', size: '3', accounts: [{ name: 'Assets:Cash' }] }
    expect(settingsOf(fields, entered)).toEqual({
      url: 'https://x',
      size: 3,
      accounts: [{ name: 'Assets:Cash' }],
    })
    expect([missingFields(fields, entered), missingFields(fields, { url: '' })]).toEqual([[], ['url']])
  })

  it('is told by its name where nothing else is known', () => {
    expect([spokenName('contactName'), spokenName('bank-transactions')]).toEqual([
      'Contact name',
      'Bank transactions',
    ])
  })
})
