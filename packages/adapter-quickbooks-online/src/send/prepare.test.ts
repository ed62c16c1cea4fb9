import { fc, test } from '@fast-check/vitest'
import type { Document } from '@ledgerpost/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../limits.js'
import { american, mappedPackets, packetOf } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, entityIn, type Scene } from '../scene.test-support.js'
import { prepare } from './prepare.js'
import { takeApart } from './sent.js'

let scene: Scene
beforeAll(async () => {
  scene = await createScene()
  await scene.configuration()
})

const bytes = (text: string): number => new TextEncoder().encode(text).length

describe('prepare', () => {
  test.prop(
    [
      fc.array(mappedPackets(american), { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 6000, max: 40_000 }),
    ],
    { seed: 20_261_201, numRuns: 60 },
  )(
    'keeps the limits, loses and doubles nothing, and is the same for the same documents',
    async (packets, batchCount, batchBytes) => {
      const documents = await documentsOf(scene, packets)
      const limits = { ...defaultLimits, batchCount, batchBytes }
      const submissions = prepare('1', documents, limits)
      for (const { body, key, references } of submissions) {
        expect(references.length).toBeLessThanOrEqual(batchCount)
        expect(bytes(body) <= batchBytes || references.length === 1).toBe(true)
        expect(key).toMatch(/^[\da-f]{32}$/)
      }
      expect(submissions.flatMap(({ references }) => references)).toEqual(
        documents.map(({ reference }) => reference),
      )
      expect(new Set(submissions.map(({ key }) => key)).size).toBe(submissions.length)
      const items = submissions.flatMap((submission) => [...(takeApart(submission)?.values() ?? [])])
      expect(items.map(({ reference, total }) => [reference, total])).toEqual(
        documents.map(({ reference, total }) => [reference, total]),
      )
      expect(prepare('1', structuredClone(documents), limits)).toEqual(submissions)
    },
  )

  it('gives every item of a batch a place of its own', async () => {
    const packets = Array.from({ length: 31 }, (_, index) => packetOf(`p${index}`, { total: 100n }))
    const [full, rest] = scene.connection.prepare(await documentsOf(scene, packets), new Map())
    const places = [full, rest].map((submission) => [
      ...((submission && takeApart(submission)?.keys()) || []),
    ])
    expect(places).toEqual([Array.from({ length: 30 }, (_, index) => String(index + 1)), ['1']])
  })

  it('does not depend on the order of members in what is stored', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const reordered = documents.map((document) => ({
      ...document,
      content: { entity: Object.fromEntries(Object.entries(entityIn(document)).toReversed()) },
    }))
    expect(prepare('1', reordered, defaultLimits)).toEqual(prepare('1', documents, defaultLimits))
  })

  it('has another key for another company, and for other content under the same reference', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const others = await documentsOf(scene, [packetOf('a', { total: 101n })])
    const keyOf = (companyId: string, some: readonly Document[]) =>
      prepare(companyId, some, defaultLimits)[0]?.key
    expect(keyOf('1', documents)).toBe(keyOf('1', documents))
    expect(new Set([keyOf('1', documents), keyOf('2', documents), keyOf('1', others)]).size).toBe(3)
  })

  it('refuses what this adapter did not render', async () => {
    const [document] = await documentsOf(scene, [packetOf('a', { total: 100n })])
    if (!document) throw new Error('nothing was rendered')
    for (const strange of [
      { ...document, kind: 'invoice' as const },
      { ...document, content: {} },
    ])
      expect(() => prepare('1', [strange], defaultLimits)).toThrow('Resync')
  })
})
