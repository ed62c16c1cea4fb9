import type { Document, Submission } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { packetMaker } from '../corpus/packets.js'
import type { Stage } from '../stage/stage.js'
import { must } from '../violation.js'
import { allDocuments, textOf } from './render.js'

/** So many that documents are cut into several submissions, and no more than that. */
const mostSales = 2000

export const preparing: readonly ConformanceRequirement[] = [
  {
    id: 'PREPARE-1',
    title:
      'prepare is pure: the same documents make the same bytes and keys in every process, and nobody is called.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const calls = stage.network.calls.length
      const [first, again] = [submissionsOf(stage, documents), submissionsOf(stage, documents)]
      must(textOf(first) === textOf(again), 'the same connection prepares otherwise the second time')
      must(stage.network.calls.length === calls, 'it called the integrator')
      const elsewhere = (await stage.connect()).prepare(documents, new Map())
      must(textOf(first) === textOf(elsewhere), 'another process prepares otherwise')
    },
  },
  {
    id: 'PREPARE-2',
    title:
      'Each document stands in one submission, and each submission is within the declared count and bytes.',
    async verify(open) {
      const stage = await open()
      const { maximumCount, maximumBytes } = stage.adapter.manifest.batch
      const documents = await manySales(stage, Math.min(maximumCount, mostSales) + 1)
      const submissions = submissionsOf(stage, documents)
      const prepared = submissions.flatMap(({ references }) => references).toSorted()
      const wanted = documents.map(({ reference }) => reference).toSorted()
      must(prepared.join() === wanted.join(), 'documents are left out, or stand in several submissions')
      for (const { references, body } of submissions) {
        must(references.length <= maximumCount, `a submission has ${references.length} documents`)
        const bytes = new TextEncoder().encode(body).byteLength
        must(bytes <= maximumBytes, `a submission has ${bytes} bytes`)
      }
    },
  },
  {
    id: 'PREPARE-3',
    title: 'The key of a submission follows from its documents: the same for the same, another for others.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const keys = documents.flatMap((document) => submissionsOf(stage, [document])).map(({ key }) => key)
      must(new Set(keys).size === keys.length, 'different documents have the same key')
      must(!keys.includes(''), 'a key is empty')
      const later = documents.flatMap((document) => submissionsOf(stage, [document])).map(({ key }) => key)
      must(keys.join() === later.join(), 'the same documents have another key the next time')
    },
  },
  {
    id: 'PREPARE-4',
    title: 'Documents that were stored as JSON are prepared as they were before.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const stored = documents.map((document) => ({
        ...document,
        content: Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(document.content)))),
      }))
      const [before, after] = [submissionsOf(stage, documents), submissionsOf(stage, stored)]
      must(textOf(before) === textOf(after), 'a stored document makes other bytes')
    },
  },
]

async function firstStage(stage: Stage): Promise<readonly Document[]> {
  return (await allDocuments(stage)).filter((document) => document.stage === 0)
}

function submissionsOf({ connection }: Stage, documents: readonly Document[]): readonly Submission[] {
  return connection.prepare(documents, new Map())
}

async function manySales(stage: Stage, count: number): Promise<readonly Document[]> {
  const packet = packetMaker(stage.targets)
  const packets = Array.from({ length: count }, (_, index) =>
    packet(`sale ${index + 1} of many`, [{ lines: [{ of: 'services', net: 100n }], paid: { cash: 100n } }]),
  )
  return (await stage.documentsOf(packets)).filter((document) => document.stage === 0)
}
