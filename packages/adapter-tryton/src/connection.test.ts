import { addDays } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createTrytonAdapter } from './create-tryton-adapter.js'
import { bookNames, decimal, oneId, oneRecord, wireDate } from '../conformance/tryton/books.js'
import { contextFor } from './testing/context.test-support.js'
import { sale } from './testing/packets.test-support.js'
import { adminPassword } from '../conformance/tryton/rpc.js'
import { movesOf, sendAll, useTryton } from './testing/scene.test-support.js'
import { patiently, trytond } from './testing/trytond.test-support.js'

describe.skipIf(!trytond.available)('a connection to Tryton', patiently, () => {
  const tryton = useTryton()

  it('tells of the company, its accounts and its taxes', async () => {
    const { configuration, idOf } = await tryton.scene()
    expect(configuration.organisation).toEqual({
      name: bookNames.company,
      currency: 'EUR',
      country: null,
      timeZone: null,
      lockedThrough: null,
    })
    const uses = (name: string) => {
      const account = configuration.accounts.find((each) => each.name === name)
      return account && [account.type, account.isActive, account.takesRevenue, account.takesPayments]
    }
    expect(uses('Cash')).toEqual(['Cash', true, false, true])
    expect(uses('Sales')).toEqual(['Revenue', true, true, false])
    expect(uses('Gift cards')).toEqual(['Tax', true, true, true])
    expect(uses('Main Receivable')).toEqual(['Receivable', true, false, false])
    expect(uses('Minimal Account Chart')).toEqual(['Minimal Account Type Chart', false, false, false])
    expect(configuration.taxRates).toEqual([
      { id: 'none', name: 'No tax', rate: null, isActive: true, appliesToRevenue: true },
      { id: idOf('VAT 20'), name: 'VAT 20', rate: '0.2', isActive: true, appliesToRevenue: true },
      {
        id: idOf('State and city'),
        name: 'State and city',
        rate: '0.0825',
        isActive: true,
        appliesToRevenue: true,
        components: [
          { name: 'State', percent: '6', isCompound: false },
          { name: 'City', percent: '2.25', isCompound: false },
        ],
      },
      { id: idOf('Bag levy'), name: 'Bag levy', rate: null, isActive: true, appliesToRevenue: true },
    ])
  })

  it('sees what was closed, changed and locked since', async () => {
    const { rpc, connection, idOf } = await tryton.scene()
    await rpc.call('model.account.account.write', [Number(idOf('Retail'))], { closed: true })
    await rpc.call('model.account.tax.write', [Number(idOf('VAT 20'))], { active: false })
    const early = await rpc.read(
      'account.period',
      [['name', 'in', ['2025-01', '2025-02', '2025-04']]],
      ['id'],
    )
    await rpc.call(
      'model.account.period.close',
      early.map(({ id }) => id),
    )
    const { organisation, accounts, taxRates } = await connection.inspect()
    expect(organisation.lockedThrough).toBe(addDays('2025-03-01', -1))
    expect(accounts.find(({ name }) => name === 'Retail')).toMatchObject({
      isActive: false,
      takesRevenue: false,
    })
    expect(taxRates.find(({ name }) => name === 'VAT 20')).toMatchObject({ isActive: false })
  })

  it('offers accounts that require a party when it has one to book for', async () => {
    const plain = await tryton.scene()
    const [{ code } = {}] = await plain.rpc.read('party.party', [['name', '=', bookNames.party]], ['code'])
    const { connection, rpc, idOf, documentsOf, configuration } = await tryton.scene('EUR', { party: code })
    expect(configuration.accounts.find(({ name }) => name === 'Main Receivable')).toMatchObject({
      takesPayments: true,
    })
    const packet = sale(idOf, 'guest')
    const [part] = packet.parts
    if (!part) throw new Error('no part')
    const payments = part.payments.map((payment) => ({ ...payment, accountId: idOf('Main Receivable') }))
    const documents = documentsOf([{ ...packet, parts: [{ ...part, payments }] }])
    expect(await sendAll(connection, documents)).toMatchObject([{ outcome: 'accepted' }])
    const party = await oneId(rpc, 'party.party', [['name', '=', bookNames.party]])
    expect(await rpc.read('account.move.line', [['party', '=', party]], ['debit'])).toMatchObject([
      { debit: { decimal: '12.00' } },
    ])
  })

  it.each([
    ['journal', { journal: 'NONE' }, "no active journal of the code 'NONE'"],
    ['party', { party: 'NONE' }, "no active party of the code 'NONE'"],
    ['company', { company: 'Nobody' }, "0 companies of the name 'Nobody'"],
    ['password', { password: 'wrong' }, 'does not accept the user and the password'],
    ['database', { database: 'nowhere' }, 'no database of this name'],
  ])('asks to be linked again when there is no such %s', async (_case, own, text) => {
    const { database, connect } = await tryton.scene()
    const settings = { url: tryton.server().url, database, user: 'admin', password: adminPassword, ...own }
    const error = await connect({ settings })
      .inspect()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ reason: { kind: 'reauthorise', message: expect.stringContaining(text) } })
  })

  it('wants to know which company, if the user has several', async () => {
    const { rpc, connect } = await tryton.scene()
    const currency = await oneId(rpc, 'currency.currency', [])
    const party = await rpc.create('party.party', { name: 'Other studio' })
    const company = await rpc.create('company.company', { party, currency })
    await rpc.call('model.res.user.write', [1], { companies: [['add', [company]]] })
    await expect(connect().inspect()).rejects.toMatchObject({
      reason: { kind: 'reauthorise', message: expect.stringContaining("'Studio Zwölf', 'Other studio'") },
    })
  })

  it('logs in once, again when its session is gone, and leaves none behind', async () => {
    const { rpc, connect, database, documentsOf, idOf } = await tryton.scene()
    const seen: string[] = []
    let authorization: string | null = null
    const connection = connect({
      fetch: (input, init) => {
        const { method } = z.object({ method: z.string() }).parse(JSON.parse(z.string().parse(init?.body)))
        if (method.startsWith('common.')) seen.push(method)
        authorization = new Headers(init?.headers).get('authorization') ?? authorization
        return fetch(input, init)
      },
    })
    const sessions = async () =>
      (await oneRecord(rpc, 'res.user', [['id', '=', 1]], ['sessions']))['sessions']
    const others = Number(await sessions())
    await Promise.all([connection.inspect(), connection.find(documentsOf([sale(idOf, 'sought')]))])
    expect(seen).toEqual(['common.db.login'])
    expect(await sessions()).toBe(others + 1)
    await logOut(`${tryton.server().url}/${database}/`, authorization)
    expect(await sessions()).toBe(others)
    const results = await sendAll(connection, documentsOf([sale(idOf, 'later')]))
    expect(results).toMatchObject([{ outcome: 'accepted' }])
    expect(seen).toEqual(['common.db.login', 'common.db.login'])
    await connection.close()
    await connection.disconnect()
    expect(seen).toEqual(['common.db.login', 'common.db.login', 'common.db.logout'])
    expect(await sessions()).toBe(others)
  })

  it('takes the password from the operator, who is asked for that very server, database and user', async () => {
    const { database, documentsOf, idOf, rpc } = await tryton.scene()
    const { url } = tryton.server()
    const asked: unknown[] = []
    const adapter = createTrytonAdapter({
      passwordOf: async (request) => {
        asked.push(request)
        return adminPassword
      },
    })
    const connection = adapter.connect(
      contextFor({ url, database, user: 'admin', journal: bookNames.journal }),
    )
    const [document] = documentsOf([sale(idOf, 'operator')])
    if (!document) throw new Error('no document')
    expect(await sendAll(connection, [document])).toMatchObject([{ outcome: 'accepted' }])
    await connection.close()
    expect(asked).toEqual([{ subscriberId: 'studio', url, database, user: 'admin' }])
    expect(await movesOf(rpc, document.reference)).toMatchObject([{ state: 'posted' }])
  })

  it('reads back what others booked too, page by page, without a reference', async () => {
    const { rpc, connect, idOf, documentsOf } = await tryton.scene()
    const connection = connect({}, { limits: { pageSize: 3 } })
    const documents = documentsOf([sale(idOf, 'one'), sale(idOf, 'two', { documentDate: '2026-02-01' })])
    await sendAll(connection, documents)
    const journal = await oneId(rpc, 'account.journal', [['code', '=', 'REV']])
    const period = await oneId(rpc, 'account.period', [['name', '=', '2026-01']])
    const line = (name: string, debit: string, credit: string) => ({
      account: Number(idOf(name)),
      debit: decimal(debit),
      credit: decimal(credit),
    })
    const id = await rpc.create('account.move', {
      company: 1,
      journal,
      period,
      date: wireDate('2026-01-20'),
      description: 'By hand',
      lines: [['create', [line('Cash', '5.00', '0'), line('Tips', '0', '5.00')]]],
    })
    const range = { from: '2026-01-01', to: '2026-01-31' }
    const read = async () => {
      const entries: string[] = []
      for await (const entry of connection.readBack(range)) {
        entries.push(`${entry.reference ?? 'others'} ${entry.date} ${entry.amount}`)
      }
      return entries
    }
    const ours = [1200, -1000, -200].map((amount) => `${documents[0]?.reference} 2026-01-15 ${amount}`)
    expect(await read()).toEqual(ours)
    await rpc.call('model.account.move.post', [id])
    expect((await read()).toSorted()).toEqual(
      [...ours, 'others 2026-01-20 500', 'others 2026-01-20 -500'].toSorted(),
    )
  })
})

/** Ends a session as its owner would. */
async function logOut(url: string, authorization: string | null): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorization ?? '' },
    body: JSON.stringify({ id: 1, method: 'common.db.logout', params: [] }),
  })
  expect(response.status).toBe(200)
}
