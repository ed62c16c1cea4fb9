import { addDays, type DocumentIdentity, type FoundDocument } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { must, present } from '../violation.js'
import { allDocuments } from './render.js'
import type { Manifest } from '@ledgerpost/core'

const undeclared = ({ capabilities }: Manifest): string | undefined =>
  capabilities.find.level === 'none' ? 'it declares no look-up' : undefined

export const finding: readonly ConformanceRequirement[] = [
  {
    id: 'FIND-1',
    title: 'Whatever was accepted is found by its reference, with the id, kind, date and total that it has.',
    exemption: undeclared,
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      const accepted = await stage.sendAll(documents)
      const connection = await stage.connect()
      const found = byReference(await stage.run(() => connection.find(documents)))
      for (const { reference, kind, date, total } of documents) {
        const there = present(found.get(reference), `${reference} was accepted and is not found`)
        must(there.id === accepted.get(reference)?.id, `${reference} is found as ${there.id}`)
        must(there.kind === kind, `${reference} is found as a ${there.kind}, not a ${kind}`)
        must(there.date === date, `${reference} is found with the date ${there.date}, not ${date}`)
        must(there.total === total, `${reference} is found with a total of ${there.total}, not ${total}`)
        must(!there.isVoided, `${reference} is found as voided`)
      }
    },
  },
  {
    id: 'FIND-2',
    title: 'What was never sent is not found, beside what was.',
    exemption: undeclared,
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      const none = await stage.run(() => stage.connection.find(documents))
      must(none.length === 0, () => `${none[0]?.reference} is found in empty books`)
      const sold = documents.filter((document) => document.stage === 0)
      const some = sold.filter((_document, index) => index % 2 === 0)
      await stage.sendAll(some)
      const found = byReference(await stage.run(() => stage.connection.find(documents)))
      must(
        [...found.keys()].toSorted().join() ===
          some
            .map(({ reference }) => reference)
            .toSorted()
            .join(),
        `it finds ${[...found.keys()].join(', ')} of what was sent`,
      )
    },
  },
  {
    id: 'FIND-3',
    title: 'Nothing to look up is found without a call; a date that changed there is told as it is.',
    exemption: undeclared,
    async verify(open) {
      const stage = await open()
      const [packet] = stage.corpus[0]?.packets ?? []
      const documents = (await stage.documentsOf(packet ? [packet] : [])).filter(({ stage: n }) => n === 0)
      await stage.sendAll(documents)
      const calls = stage.network.calls.length
      must(
        (await stage.run(() => stage.connection.find([]))).length === 0,
        'nothing was sought, something found',
      )
      must(stage.network.calls.length === calls, 'nothing was sought, and the integrator was called')
      const moved: DocumentIdentity[] = documents.map((document) => ({
        ...document,
        date: addDays(document.date, 1),
      }))
      for (const there of await stage.run(() => stage.connection.find(moved))) {
        const sent = documents.find(({ reference }) => reference === there.reference)
        must(there.date === sent?.date, `${there.reference} is told with the date that was sought`)
      }
    },
  },
  {
    id: 'FIND-4',
    title: 'What the owner voided or deleted is found as voided, or not at all.',
    exemption: (manifest) =>
      undeclared(manifest) ??
      (['none', 'reverse'].includes(manifest.undo)
        ? 'nothing that was booked is taken out of the books'
        : undefined),
    async verify(open) {
      const stage = await open()
      const documents = (await stage.documentsOf(stage.corpus[0]?.packets ?? [])).filter(
        (document) => document.stage === 0,
      )
      const [document] = documents
      await stage.sendAll(documents)
      const undo = present(stage.scene.void, 'documents can be undone, and the scene cannot do it')
      await stage.run(() => undo.call(stage.scene, document?.reference ?? ''))
      const [found] = await stage.run(() => stage.connection.find(documents))
      must(
        found === undefined || found.isVoided,
        `${found?.reference} was voided and is found as if it were not`,
      )
    },
  },
]

function byReference(found: readonly FoundDocument[]): ReadonlyMap<string, FoundDocument> {
  const references = found.map(({ reference }) => reference)
  const twice = references.find((reference, index) => references.indexOf(reference) !== index)
  must(twice === undefined, `${twice} is found twice`)
  return new Map(found.map((each) => [each.reference, each]))
}
