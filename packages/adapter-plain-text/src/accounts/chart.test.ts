import { IntegratorError } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { isAccountName } from './account-name.js'
import { readChart } from './chart.js'
import { defaultAccounts } from './default-accounts.js'
import { plainTextSettings } from './settings.js'
import { beancountChart, journalChart, openedAccounts } from './write-chart.js'

describe('isAccountName', () => {
  it.each(['Assets:Bank', 'Income:4000', 'Liabilities:Tax:VAT-20', 'Income:Erlöse:19', 'Expenses:Ärger-'])(
    'takes %s',
    (name) => expect(isAccountName(name)).toBe(true),
  )

  it.each([
    'Assets',
    'assets:Bank',
    'Sales:Food',
    'Assets:bank',
    'Assets:',
    'Assets::Bank',
    'Assets:Petty Cash',
    'Assets:A&B',
    'Assets:A\n',
    'Assets:(Cash)',
    ' Assets:Cash',
    'Assets:-A',
    'Assets:现金',
    'Assets:A\u0308',
    'Assets:\u212bngström',
    `Assets:${'A'.repeat(200)}`,
  ])('refuses %j', (name) => expect(isAccountName(name)).toBe(false))
})

describe('readChart', () => {
  it('reads what journalChart writes', () => {
    const { accounts, currencies, lockedThrough, problems } = readChart(journalChart(defaultAccounts, 'KWD'))
    expect([...accounts.keys()]).toEqual(defaultAccounts.map(({ name }) => name))
    expect(accounts.get('Assets:Cash')).toBe('Cash')
    expect(accounts.get('Assets:Card-Clearing')).toBe('Asset')
    expect(accounts.get('Liabilities:Tips')).toBe('Liability')
    expect([[...currencies], lockedThrough, problems]).toEqual([['KWD'], null, []])
  })

  it('reads what owners write by hand', () => {
    const chart = readChart(
      [
        'account Assets:Till  ; type:C, floor:1',
        'account Income:Bar ; the bar',
        'account petty cash',
        '\taccount Assets:Indented',
        'commodity 1000.00 EUR',
        'commodity USD',
        '; ledgerpost locked-through: 2025-06-30',
        '; ledgerpost locked-through: 2025-12-31',
        '; ledgerpost locked-through: 2025-09-30\r',
      ].join('\n'),
    )
    expect([...chart.accounts]).toEqual([
      ['Assets:Till', 'Cash'],
      ['Income:Bar', 'Revenue'],
    ])
    expect([...chart.currencies]).toEqual(['EUR', 'USD'])
    expect(chart.lockedThrough).toBe('2025-12-31')
    expect(chart.problems).toEqual([
      expect.stringMatching(/^accounts\.journal line 3: the account 'petty cash'/u),
    ])
  })

  it('does not ignore a lock that holds no date', () => {
    const read = () => readChart('\n; ledgerpost locked-through: 31.12.2025\n')
    expect(read).toThrow(IntegratorError)
    expect(read).toThrow("accounts.journal line 2: '31.12.2025' is not a date")
  })
})

describe('beancountChart', () => {
  it('opens accounts that openedAccounts finds', () => {
    const names = defaultAccounts.map(({ name }) => name)
    expect([...openedAccounts(beancountChart(names))]).toEqual(names)
  })
})

describe('plainTextSettings', () => {
  it.each([
    {},
    { currency: 'EUR' },
    { accounts: [{ name: 'Assets:Bank', kind: 'Cash' }, { name: 'Income:A' }] },
  ])('takes %j', (settings) => expect(plainTextSettings.safeParse(settings).success).toBe(true))

  it.each([
    [{ accounts: [{ name: 'Petty Cash' }] }, "'Petty Cash' cannot be an account: an account name is"],
    [{ accounts: [] }, 'Name at least one account'],
    [{ accounts: [{ name: 'Assets:A' }, { name: 'Assets:A' }] }, "'Assets:A' is named twice"],
    [{ accounts: [{ name: 'Assets:A', kind: 'Revenue' }] }, 'cannot be of the kind Revenue'],
    [{ currency: 'euro' }, "'euro' is not an ISO 4217 currency code"],
    [{ acounts: [] }, 'acounts'],
  ])('refuses %j and says why', (settings, text) => {
    expect(plainTextSettings.safeParse(settings).error?.message).toContain(text)
  })
})
