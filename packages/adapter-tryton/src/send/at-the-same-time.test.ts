import { fc } from '@fast-check/vitest'
import type { Connection, Document, SendResult, Submission } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { sale } from '../testing/packets.test-support.js'
import {
  balancesOf,
  fetchWith,
  movesOf,
  type Scene,
  sendAll,
  trialBalance,
  useTryton,
} from '../testing/scene.test-support.js'
import { patiently, trytond } from '../testing/trytond.test-support.js'

const changes = ['create', 'post', 'delete'].map((name) => `model.account.move.${name}`)

function outcomesOf(results: readonly SendResult[]): Set<string> {
  return new Set(results.map(({ outcome }) => outcome))
}

/** What was refused for its content; that the database was busy is no refusal. */
function refusals(results: readonly SendResult[]): SendResult[] {
  return results.filter((result) => result.outcome === 'rejected' && result.reason.kind !== 'transient')
}

function oneSubmission(connection: Connection, documents: readonly Document[]): Submission {
  const [submission] = connection.prepare(documents, new Map())
  if (!submission) throw new Error('no submission')
  return submission
}

function sales({ idOf, documentsOf }: Scene, count: number, seed = 'sale'): Document[] {
  return documentsOf(Array.from({ length: count }, (_, index) => sale(idOf, `${seed} ${index}`)))
}

/** Every document is in the books once, and no draft is left. */
async function expectBookedOnce({ rpc }: Scene, documents: readonly Document[]): Promise<void> {
  for (const { reference } of documents) {
    expect(await movesOf(rpc, reference)).toMatchObject([{ state: 'posted' }])
  }
  expect(await trialBalance(rpc)).toEqual(balancesOf(documents))
}

/** Opens once as many have come as it waits for. */
function meeting(count: number): () => Promise<void> {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  let come = 0
  return () => {
    come += 1
    if (come >= count) open()
    return opened
  }
}

describe.skipIf(!trytond.available)('sending to Tryton when things go wrong', patiently, () => {
  const tryton = useTryton()

  it('books once what two send at once, though both look before either has created', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 3)
    const meet = meeting(2)
    const connect = () =>
      scene.connect({
        fetch: fetchWith(async (method, call) => {
          if (method === 'model.account.move.create') await meet()
          return call()
        }),
      })
    const connections = [connect(), connect()]
    const results = await Promise.all(connections.map((each) => sendAll(each, documents)))
    expect(refusals(results.flat())).toEqual([])
    expect(outcomesOf(await sendAll(scene.connection, documents))).toEqual(new Set(['accepted']))
    await expectBookedOnce(scene, documents)
  })

  it('posts one of two drafts that were made at once, whoever comes first', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 2)
    const meet = meeting(2)
    const connect = () =>
      scene.connect({
        fetch: fetchWith(async (method, call) => {
          const response = await call()
          if (method === 'model.account.move.create') await meet()
          return response
        }),
      })
    const results = await Promise.all([connect(), connect()].map((each) => sendAll(each, documents)))
    expect(refusals(results.flat())).toEqual([])
    expect(outcomesOf(await sendAll(scene.connection, documents))).toEqual(new Set(['accepted']))
    await expectBookedOnce(scene, documents)
  })

  it('books once whatever many do at once, in any order of their calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), async (scheduler, senders) => {
        const scene = await tryton.scene()
        const documents = sales(scene, 2)
        const connect = () =>
          scene.connect({
            fetch: fetchWith(async (method, call) => {
              await scheduler.schedule(Promise.resolve(), method)
              return call()
            }),
          })
        const sending = Array.from({ length: senders }, () => sendAll(connect(), documents))
        const results = await scheduler.waitFor(Promise.all(sending))
        expect(refusals(results.flat())).toEqual([])
        await sendAll(scene.connection, documents)
        await expectBookedOnce(scene, documents)
      }),
      { numRuns: 4, seed: 20_260_104 },
    )
  })

  it.each(changes.slice(0, 2))('does not take a lost answer to %s for anything', async (lost) => {
    const scene = await tryton.scene()
    const documents = sales(scene, 3)
    const losing = scene.connect({
      fetch: fetchWith(async (method, call) => {
        const response = await call()
        if (method === lost) throw new TypeError('fetch failed')
        return response
      }),
    })
    const submission = oneSubmission(losing, documents)
    expect(outcomesOf(await losing.send(submission, Infinity))).toEqual(new Set(['unknown']))
    const found = await scene.connection.find(documents)
    expect(found).toHaveLength(lost.endsWith('post') ? 3 : 0)
    expect(outcomesOf(await scene.connection.send(submission, Infinity))).toEqual(new Set(['accepted']))
    await expectBookedOnce(scene, documents)
  })

  it('does not take pages, halves of answers or other JSON for anything', async () => {
    const html = { 'content-type': 'text/html' }
    const answers: Record<string, () => Response> = {
      'a page of a proxy': () => new Response('<html>502</html>', { status: 502, headers: html }),
      'a login page': () => new Response('<html>Log in</html>', { headers: html }),
      'half an answer': () =>
        new Response('{"id":1,"resu', { headers: { 'content-type': 'application/json' } }),
      nothing: () => new Response(''),
      'other JSON': () => Response.json({ ok: true }),
    }
    const scene = await tryton.scene()
    const all: Document[] = []
    for (const [name, answer] of Object.entries(answers)) {
      for (const method of changes.slice(0, 2)) {
        const documents = sales(scene, 1, `${name} ${method}`)
        all.push(...documents)
        const spoiling = scene.connect({
          fetch: fetchWith(async (called, call) => {
            const response = await call()
            return called === method ? answer() : response
          }),
        })
        expect(outcomesOf(await sendAll(spoiling, documents))).toEqual(new Set(['unknown']))
        expect(outcomesOf(await sendAll(scene.connection, documents))).toEqual(new Set(['accepted']))
      }
    }
    await expectBookedOnce(scene, all)
  })

  it('takes no unreadable look for an empty one', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 1)
    await sendAll(scene.connection, documents)
    const blind = scene.connect({
      fetch: fetchWith(async (method, call) =>
        method === 'model.account.move.search_read' ? Response.json({ id: 1, result: [{}] }) : call(),
      ),
    })
    expect(await sendAll(blind, documents)).toMatchObject([
      { outcome: 'rejected', reason: { kind: 'transient' } },
    ])
    await expect(blind.find(documents)).rejects.toMatchObject({ reason: { kind: 'transient' } })
    await expectBookedOnce(scene, documents)
  })

  it('goes on where Tryton was killed, before or after it made something', async () => {
    const scene = await tryton.scene()
    const { server } = tryton
    for (const [moment, method] of ['before', 'after'].flatMap((each) =>
      changes.slice(0, 2).map((name) => [each, name]),
    )) {
      const documents = sales(scene, 2, `${moment} ${method}`)
      let isDown = false
      const connection = scene.connect({
        fetch: fetchWith(async (called, call) => {
          if (called !== method || isDown) return call()
          isDown = true
          if (moment === 'after') await call()
          await server().crash()
          throw new TypeError('fetch failed')
        }),
      })
      expect(outcomesOf(await sendAll(connection, documents))).toEqual(new Set(['unknown']))
      expect(outcomesOf(await sendAll(connection, documents))).toEqual(new Set(['accepted']))
      for (const { reference } of documents) {
        expect(await movesOf(scene.rpc, reference)).toMatchObject([{ state: 'posted' }])
      }
    }
  })

  it('is certain of nothing while Tryton cannot be reached, and nothing is lost', async () => {
    const scene = await tryton.scene()
    const documents = sales(scene, 1)
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const cut = scene.connect({
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause: refused })),
    })
    expect(await sendAll(cut, documents)).toMatchObject([
      { outcome: 'rejected', reason: { kind: 'transient' } },
    ])
    await expect(cut.inspect()).rejects.toMatchObject({ reason: { kind: 'transient' }, isRetryable: true })
    expect(outcomesOf(await sendAll(scene.connection, documents))).toEqual(new Set(['accepted']))
  })
})
