import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@fast-check/vitest'
import type { Document, FoundDocument } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { createPlainTextAdapter } from './adapter.js'
import { ourselves } from './books/lock-holder.js'
import {
  connectTo,
  contextFor,
  documentsOf,
  entriesOf,
  entriesRead,
  filesOf,
  type LoggedLine,
  packetsIn,
  readAll,
  sale,
  sendAll,
  subscriberId,
  temporaryRoot,
} from './test-books.test-support.js'

describe('a connection to plain-text books', () => {
  test.prop([packetsIn('EUR')], { numRuns: 25 })(
    'reads back and finds exactly what it sent',
    async (packets) => {
      const rootDirectory = await temporaryRoot()
      const documents = await documentsOf(connectTo({ rootDirectory }), packets)
      await sendAll(connectTo({ rootDirectory }), documents)
      const connection = connectTo({ rootDirectory })
      expect(entriesRead(await readAll(connection))).toEqual(entriesOf(documents))
      const found = await connection.find(documents)
      const identify = ({ reference, total, date }: FoundDocument | Document) =>
        `${reference} ${total} ${date}`
      expect(found.map(identify).toSorted()).toEqual(documents.map(identify).toSorted())
      const range = { from: '2025-12-10', to: '2026-01-20' }
      const within = documents.filter(({ date }) => date >= range.from && date <= range.to)
      expect(entriesRead(await readAll(connection, range.from, range.to))).toEqual(entriesOf(within))
      const before = await filesOf(rootDirectory)
      const again = await sendAll(connection, documents)
      expect(again.every(({ outcome }) => outcome === 'accepted')).toBe(true)
      expect(await filesOf(rootDirectory)).toEqual(before)
    },
  )

  it('offers the accounts and taxes of the chart, and new ones after a refresh', async () => {
    const rootDirectory = await temporaryRoot()
    const log: LoggedLine[] = []
    const connection = connectTo({ rootDirectory }, { settings: { currency: 'EUR' } }, log)
    const first = await connection.inspect()
    expect(first.organisation).toMatchObject({ currency: 'EUR', lockedThrough: null })
    expect(first.taxRates.map(({ id }) => id)).toEqual(['none', 'Liabilities:Tax:Sales-Tax'])
    const uses = (name: string) => {
      const account = first.accounts.find(({ id }) => id === name)
      return [account?.type, account?.takesRevenue, account?.takesPayments]
    }
    expect(uses('Assets:Bank')).toEqual(['Cash', false, true])
    expect(uses('Income:Sales')).toEqual(['Revenue', true, false])
    expect(uses('Liabilities:Gift-Cards')).toEqual(['Liability', true, true])
    const file = join(rootDirectory, subscriberId, 'accounts.journal')
    await appendFile(
      file,
      'account Liabilities:Tax:City\naccount petty cash\n; ledgerpost locked-through: 2025-12-31\n',
    )
    const second = await connection.inspect()
    expect(second.taxRates.at(-1)).toMatchObject({ id: 'Liabilities:Tax:City', name: 'City' })
    expect(second.accounts).toHaveLength(first.accounts.length + 1)
    expect(second.organisation.lockedThrough).toBe('2025-12-31')
    expect(log).toMatchObject([{ level: 'warn', message: expect.stringContaining("'petty cash'") }])
    const twin = await readFile(join(rootDirectory, subscriberId, 'accounts.beancount'), 'utf8')
    expect(twin).toContain('1900-01-01 open Liabilities:Tax:City\n')
  })

  it('leaves a chart alone that is there already', async () => {
    const rootDirectory = await temporaryRoot()
    await connectTo({ rootDirectory }).inspect()
    const before = await filesOf(rootDirectory)
    await connectTo({ rootDirectory }, { settings: { accounts: [{ name: 'Income:Other' }] } }).inspect()
    expect(await filesOf(rootDirectory)).toEqual(before)
  })

  it('rejects what the account file does not allow, and books the rest', async () => {
    const rootDirectory = await temporaryRoot()
    const connection = connectTo(
      { rootDirectory },
      { settings: { accounts: [{ name: 'Assets:Cash' }], currency: 'EUR' } },
    )
    const file = join(rootDirectory, subscriberId, 'accounts.journal')
    const rich = connectTo({ rootDirectory: await temporaryRoot() })
    const packets = [
      sale('early', { documentDate: '2025-12-31' }),
      sale('unknown'),
      sale('dollars', { currency: 'USD' }),
      { ...sale('fine'), parts: [{ lines: [], payments: [], total: 0n }] },
    ]
    const documents = await documentsOf(rich, packets)
    await connection.inspect()
    await appendFile(file, '; ledgerpost locked-through: 2025-12-31\n')
    const send = async () =>
      (await sendAll(connection, documents)).map((result) =>
        result.outcome === 'rejected' ? result.reason.kind : result.outcome,
      )
    expect(await send()).toEqual(['period-locked', 'unknown-account', 'unknown-account', 'accepted'])
    await appendFile(file, 'account Income:Sales\naccount Liabilities:Tax:VAT-20\n')
    expect(await send()).toEqual(['period-locked', 'accepted', 'invalid', 'accepted'])
    await appendFile(file, 'commodity USD\n')
    expect(await send()).toEqual(['period-locked', 'accepted', 'accepted', 'accepted'])
  })

  it('takes a document that is booked already for accepted, whatever was locked or dated otherwise since', async () => {
    const rootDirectory = await temporaryRoot()
    const connection = connectTo({ rootDirectory })
    const [document] = await documentsOf(connection, [sale(1)])
    const [moved] = await documentsOf(connection, [sale(1, { documentDate: '2026-02-01' })])
    if (!document || !moved) throw new Error('no documents')
    await sendAll(connection, [document])
    const before = await filesOf(rootDirectory)
    await appendFile(
      join(rootDirectory, subscriberId, 'accounts.journal'),
      '; ledgerpost locked-through: 2026-01-31\n',
    )
    expect(await sendAll(connection, [document, moved])).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'accepted' },
    ])
    expect((await filesOf(rootDirectory))['2026-01.journal']).toBe(before['2026-01.journal'])
    expect(await filesOf(rootDirectory)).not.toHaveProperty('2026-02.journal')
  })

  it('sees what another connection appended meanwhile', async () => {
    const rootDirectory = await temporaryRoot()
    const connections = [1, 2, 3].map(() => connectTo({ rootDirectory }))
    const [first] = connections
    if (!first) throw new Error('no connection')
    const documents = await documentsOf(
      first,
      [1, 2, 3, 4, 5, 6].map((seed) => sale(seed)),
    )
    const rounds = connections.flatMap((connection) =>
      documents.map((_document, index) => sendAll(connection, documents.slice(index, index + 3))),
    )
    const results = (await Promise.all(rounds)).flat()
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect(entriesRead(await readAll(first))).toEqual(entriesOf(documents))
    const files = await filesOf(rootDirectory)
    const keys = (text = '') => [...text.matchAll(/^; ledgerpost seal (\S+)/gmu)].map((match) => match[1])
    expect(keys(files['2026-01.beancount'])).toEqual(keys(files['2026-01.journal']))
  })

  it('tells an entry that somebody edited as it stands now', async () => {
    const rootDirectory = await temporaryRoot()
    const log: LoggedLine[] = []
    const documents = await documentsOf(connectTo({ rootDirectory }), [sale(1), sale(2)])
    await sendAll(connectTo({ rootDirectory }), documents)
    const path = join(rootDirectory, subscriberId, '2026-01.journal')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('12.00', '13.00').replace('-10.00', '-11.00'))
    const connection = connectTo({ rootDirectory }, {}, log)
    expect(await connection.find(documents)).toMatchObject([{ total: 1300n }, { total: 1200n }])
    expect(log).toMatchObject([{ level: 'warn', fields: { references: [documents[0]?.reference] } }])
    await writeFile(path, text.replace('  12.00 EUR', ''))
    await expect(connection.find(documents)).rejects.toMatchObject({
      reason: { kind: 'invalid', message: expect.stringContaining(documents[0]?.reference ?? '') },
    })
  })

  it('answers unknown and writes nothing for a submission that is not its own, or after the signal', async () => {
    const rootDirectory = await temporaryRoot()
    const controller = new AbortController()
    const connection = connectTo({ rootDirectory }, { signal: controller.signal })
    const [submission] = connection.prepare(await documentsOf(connection, [sale(1), sale(2)]), new Map())
    if (!submission) throw new Error('no submission')
    const before = await filesOf(rootDirectory)
    const bodies = [
      '',
      'x',
      submission.body.replace('12.00', '13.00'),
      `${submission.body}x\n`,
      ` ${submission.body}`,
    ]
    for (const body of bodies) {
      expect(await connection.send({ ...submission, body }, Infinity)).toMatchObject([
        { outcome: 'unknown' },
        { outcome: 'unknown' },
      ])
    }
    controller.abort(new Error('draining'))
    expect(await connection.send(submission, Infinity)).toMatchObject([
      { outcome: 'unknown', message: 'draining' },
      {},
    ])
    expect(await filesOf(rootDirectory)).toEqual(before)
  })

  it('writes nothing once it is too late to begin, the wait for the lock included', async () => {
    const rootDirectory = await temporaryRoot()
    const clock = new VirtualClock(1000)
    const connection = connectTo({ rootDirectory }, { clock })
    const [submission] = connection.prepare(await documentsOf(connection, [sale(1)]), new Map())
    if (!submission) throw new Error('no submission')
    const lock = join(rootDirectory, subscriberId, '.lock')
    await writeFile(lock, JSON.stringify(await ourselves('another')))
    const progress = { isDone: false }
    const waiting = connection.send(submission, 2000).finally(() => {
      progress.isDone = true
    })
    const untilItSleeps = async () => {
      // The files are real: each try for the lock takes its own time.
      while (clock.sleeping === 0 && !progress.isDone) await new Promise((resolve) => setImmediate(resolve))
    }
    await untilItSleeps()
    await clock.advance(1001)
    await untilItSleeps()
    await rm(lock)
    await clock.advance(1000)
    expect(await waiting).toMatchObject([{ outcome: 'rejected', reason: { kind: 'transient' } }])
    expect(await readAll(connection)).toEqual([])
    expect(await connection.send(submission, clock.now())).toMatchObject([{ outcome: 'accepted' }])
    expect(await connection.send(submission, 0)).toMatchObject([{ outcome: 'accepted' }])
  })

  it('prepares the same submissions for the same documents, within its limits', async () => {
    const connection = connectTo({ rootDirectory: await temporaryRoot() })
    const packets = Array.from({ length: 1201 }, (_, index) => sale(index))
    const documents = await documentsOf(connection, packets)
    const submissions = connection.prepare(documents, new Map())
    expect(submissions.map(({ references }) => references.length)).toEqual([500, 500, 201])
    expect(submissions.flatMap(({ references }) => references)).toEqual(
      documents.map(({ reference }) => reference),
    )
    expect(connection.prepare(structuredClone(documents), new Map())).toEqual(submissions)
    expect(new Set(submissions.map(({ key }) => key)).size).toBe(3)
  })

  it('keeps subscribers apart', async () => {
    const rootDirectory = await temporaryRoot()
    const [one, other] = ['a', '../A'].map((id) => connectTo({ rootDirectory }, { subscriberId: id }))
    if (!one || !other) throw new Error('no connections')
    await sendAll(one, await documentsOf(one, [sale(1)]))
    expect(await readAll(one)).toHaveLength(3)
    expect(await readAll(other)).toEqual([])
  })

  it('refuses settings that were not checked', async () => {
    const adapter = createPlainTextAdapter({ rootDirectory: await temporaryRoot() })
    expect(() => adapter.connect(contextFor({ settings: { currency: 'x' } }))).toThrow(
      /'x' is not an ISO 4217/u,
    )
  })

  it('says why books cannot be reached', async () => {
    const rootDirectory = join(await temporaryRoot(), 'file')
    await writeFile(rootDirectory, '')
    const connection = connectTo({ rootDirectory })
    await expect(connection.inspect()).rejects.toMatchObject({ reason: { kind: 'transient' } })
    const documents = await documentsOf(connectTo({ rootDirectory: await temporaryRoot() }), [sale(1)])
    expect(await sendAll(connection, documents)).toMatchObject([{ outcome: 'unknown' }])
  })
})
