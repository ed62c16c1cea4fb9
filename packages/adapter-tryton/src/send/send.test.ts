import type { Document, SendResult } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { decimal, oneId, oneRecord, wireDate } from '../../conformance/tryton/books.js'
import { partOf, packetOf, sale } from '../testing/packets.test-support.js'
import {
  balancesOf,
  fetchWith,
  movesOf,
  readAll,
  type Scene,
  sendAll,
  trialBalance,
  useTryton,
} from '../testing/scene.test-support.js'
import { patiently, trytond } from '../testing/trytond.test-support.js'

/** Each result in short: its outcome, or for what it was rejected. */
function inShort(results: readonly SendResult[]): string[] {
  return results.map((result) => (result.outcome === 'rejected' ? result.reason.kind : result.outcome))
}

function sales({ idOf, documentsOf }: Scene, count: number, overrides = {}): Document[] {
  return documentsOf(Array.from({ length: count }, (_, index) => sale(idOf, `sale ${index}`, overrides)))
}

function first(documents: readonly Document[]): Document {
  const [document] = documents
  if (!document) throw new Error('no document')
  return document
}

/** The document with an amount changed, so that it does not balance. */
function unbalanced(document: Document): Document {
  const content: unknown = JSON.parse(JSON.stringify(document.content).replace('"1200"', '"1300"'))
  return { ...document, content: Object.fromEntries(Object.entries(Object(content))) }
}

const drafts = (scene: Scene) => scene.rpc.read('account.move', [['state', '=', 'draft']], ['description'])

describe.skipIf(!trytond.available)('sending to Tryton', patiently, () => {
  const tryton = useTryton()

  it('takes four looks and changes for a batch, and three looks to learn that all is there already', async () => {
    const scene = await tryton.scene()
    const methods: string[] = []
    const connection = scene.connect({
      fetch: fetchWith((method, call) => {
        methods.push(method.replace('model.account.', ''))
        return call()
      }),
    })
    const documents = sales(scene, 12)
    const results = await sendAll(connection, documents)
    expect(inShort(results)).toEqual(documents.map(() => 'accepted'))
    const look = ['move.search_read', 'move.line.search_read']
    expect(methods).toEqual(['common.db.login', look[0], 'move.create', ...look, 'move.post'])
    methods.length = 0
    expect(await sendAll(connection, documents)).toEqual(results)
    expect(methods).toEqual([...look, look[0]])
    expect(await trialBalance(scene.rpc)).toEqual(balancesOf(documents))
    expect(results[0]).toMatchObject({
      link: `${tryton.server().url}/#${scene.database}/model/account.move/${results[0] && 'id' in results[0] ? results[0].id : ''}`,
    })
  })

  it('rejects what does not fit, by itself, and books the rest', async () => {
    const scene = await tryton.scene()
    const { rpc, connection, idOf, documentsOf } = scene
    const retail = (seed: string) =>
      packetOf(seed, [partOf(idOf, [['Retail', 'none', 500n, 0n]], [['Cash', 500n]])])
    const good = sales(scene, 9)
    const early = documentsOf([sale(idOf, 'early', { documentDate: '2025-03-03' })])
    const gone = documentsOf([retail('gone')])
    await rpc.call('model.account.account.delete', [Number(idOf('Retail'))])
    const march = await oneId(rpc, 'account.period', [['name', '=', '2025-03']])
    await rpc.call('model.account.period.close', [march])
    const documents = [
      ...good.slice(0, 2),
      ...early,
      ...good.slice(2, 5),
      ...gone,
      ...good.slice(5, 8),
      unbalanced(first(good.slice(8))),
    ]
    const results = await sendAll(connection, documents)
    expect(inShort(results)).toEqual([
      'accepted',
      'accepted',
      'period-locked',
      'accepted',
      'accepted',
      'accepted',
      'unknown-account',
      'accepted',
      'accepted',
      'accepted',
      'unbalanced',
    ])
    expect(await drafts(scene)).toEqual([])
    expect(await trialBalance(rpc)).toEqual(balancesOf(good.slice(0, 8)))
    expect((await connection.find(documents)).length).toBe(8)
    await rpc.call('model.account.period.reopen', [march])
    expect(inShort(await sendAll(connection, early))).toEqual(['accepted'])
  })

  it.each([
    ['a closed account', 'unknown-account', 'model.account.account.write', 'Sales', { closed: true }],
    [
      'an account that now requires a party',
      'contact',
      'model.account.account.write',
      'Cash',
      { party_required: true },
    ],
  ])(
    'says what is the matter with %s, and books it once that is mended',
    async (_case, kind, method, name, values) => {
      const scene = await tryton.scene()
      const documents = sales(scene, 1)
      await scene.rpc.call(method, [Number(scene.idOf(name))], values)
      expect(inShort(await sendAll(scene.connection, documents))).toEqual([kind])
      const undone = Object.fromEntries(Object.keys(values).map((member) => [member, false]))
      await scene.rpc.call(method, [Number(scene.idOf(name))], undone)
      expect(inShort(await sendAll(scene.connection, documents))).toEqual(['accepted'])
    },
  )

  it('posts the draft that a crash between create and post has left, and makes no other', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 3)
    const stop = new AbortController()
    const crashing = scene.connect({
      signal: stop.signal,
      fetch: fetchWith((method, call) => {
        if (method === 'model.account.move.post') stop.abort(new Error('killed'))
        return stop.signal.aborted ? Promise.reject(stop.signal.reason) : call()
      }),
    })
    expect(inShort(await sendAll(crashing, documents))).toEqual(documents.map(() => 'unknown'))
    expect(await drafts(scene)).toHaveLength(3)
    expect(await scene.connection.find(documents)).toEqual([])
    expect(inShort(await sendAll(scene.connection, documents))).toEqual(documents.map(() => 'accepted'))
    expect(await drafts(scene)).toEqual([])
    expect(await trialBalance(scene.rpc)).toEqual(balancesOf(documents))
  })

  it('sends nothing after its time, and leaves what it has made to the next', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 2)
    let now = 1_000_000
    const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) }
    const connection = scene.connect({
      clock,
      fetch: fetchWith(async (method, call) => {
        const response = await call()
        if (method === 'model.account.move.create') now += 60_000
        return response
      }),
    })
    const [submission] = connection.prepare(documents, new Map())
    if (!submission) throw new Error('no submission')
    expect(inShort(await connection.send(submission, now - 1))).toEqual(['transient', 'transient'])
    expect(await drafts(scene)).toEqual([])
    expect(inShort(await connection.send(submission, now + 30_000))).toEqual(['transient', 'transient'])
    expect(await drafts(scene)).toHaveLength(2)
    expect(await scene.connection.find(documents)).toEqual([])
    expect(inShort(await scene.connection.send(submission, Infinity))).toEqual(['accepted', 'accepted'])
  })

  it('leaves a draft alone that somebody has edited, and a move that somebody has cancelled', async () => {
    const scene = await tryton.scene()
    const { rpc, connection } = scene
    const [edited, cancelled, renamed] = sales(scene, 3)
    if (!edited || !cancelled || !renamed) throw new Error('no documents')
    const [submission] = connection.prepare([edited], new Map())
    const request: unknown = JSON.parse(submission?.body ?? '')
    const values = Object(request)['params'][0][0]
    const id = await rpc.create('account.move', values)
    await rpc.call('model.account.move.write', [id], { date: wireDate('2026-01-16') })
    expect(await sendAll(connection, [edited])).toMatchObject([
      { outcome: 'unknown', message: expect.stringMatching(/draft \d+, but it is dated 2026-01-16/) },
    ])
    expect(await movesOf(rpc, edited.reference)).toMatchObject([{ id, state: 'draft' }])
    await sendAll(connection, [cancelled])
    await cancel(scene, cancelled.reference, null)
    expect(await connection.find([cancelled])).toMatchObject([{ isVoided: true, total: 1200n }])
    expect(await sendAll(connection, [cancelled])).toMatchObject([
      { outcome: 'unknown', message: expect.stringContaining('cancelled in Tryton') },
    ])
    expect((await readAll(connection)).map(({ reference }) => reference)).toEqual([
      ...Array(3).fill(cancelled.reference),
      ...Array(3).fill(null),
    ])
    await sendAll(connection, [renamed])
    await cancel(scene, renamed.reference, 'Entered twice')
    expect(await connection.find([renamed, cancelled])).toMatchObject([
      { reference: renamed.reference, isVoided: true },
      { reference: cancelled.reference, isVoided: true },
    ])
  })

  it('names moves that people have made of ours, and deletes none that differ', async () => {
    const scene = await tryton.scene()
    const { rpc, connection, warnings } = scene
    const document = first(sales(scene, 1))
    await sendAll(connection, [document])
    const { id } = await oneRecord(rpc, 'account.move', [['description', '=', document.reference]], ['id'])
    const copies = await rpc.call('model.account.move.copy', [id])
    const [copy] = Array.isArray(copies) ? copies : []
    const { lines } = await oneRecord(rpc, 'account.move', [['id', '=', copy]], ['lines'])
    const [line] = Array.isArray(lines) ? lines : []
    await rpc.call('model.account.move.line.write', [line], { debit: decimal('1.00'), credit: decimal('0') })
    expect(inShort(await sendAll(connection, [document]))).toEqual(['accepted'])
    expect(await movesOf(rpc, document.reference)).toHaveLength(2)
    expect(await connection.find([document])).toMatchObject([{ id: String(id), isVoided: false }])
    expect(warnings.map(([fields]) => fields)).toEqual([
      { reference: document.reference, move: id, others: [copy] },
    ])
  })

  it('is told by a user without rights that the link is to be mended', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 2)
    await scene.rpc.create('res.user', {
      name: 'Guest',
      login: 'guest',
      password: 'xK9-mQ2+vL7p=tZ4',
    })
    const connection = scene.connect({
      settings: {
        url: tryton.server().url,
        database: scene.database,
        user: 'guest',
        password: 'xK9-mQ2+vL7p=tZ4',
      },
    })
    expect(inShort(await sendAll(connection, documents))).toEqual(['reauthorise', 'reauthorise'])
  })
})

/** Cancels a posted move as the wizard of Tryton does, and posts what that makes. */
async function cancel({ rpc }: Scene, reference: string, description: string | null): Promise<void> {
  const { id } = await oneRecord(rpc, 'account.move', [['description', '=', reference]], ['id'])
  const session = await rpc.call('wizard.account.move.cancel.create')
  const [wizard] = Array.isArray(session) ? session : []
  const active = { active_model: 'account.move', active_id: id, active_ids: [id] }
  await rpc.callWith(
    active,
    'wizard.account.move.cancel.execute',
    wizard,
    { default: { description } },
    'cancel',
  )
  const reversal = await oneId(rpc, 'account.move', [['origin', '=', `account.move,${String(id)}`]])
  await rpc.call('model.account.move.post', [reversal])
}
