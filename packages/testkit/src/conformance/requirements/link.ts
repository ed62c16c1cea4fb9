import { UnsupportedCapabilityError } from '@ledgerpost/core'
import { type ConformanceRequirement, noNetwork } from '../conformance-requirement.js'
import { mustBeBooked } from '../stage/books.js'
import { must } from '../violation.js'
import { allDocuments } from './render.js'

export const linking: readonly ConformanceRequirement[] = [
  {
    id: 'LINK-1',
    title:
      'What is not declared fails with UnsupportedCapabilityError, or is not there; it is no silent nothing.',
    async verify(open) {
      const { adapter, connection, run } = await open()
      const { readBack, find, taxRateCreation } = adapter.manifest.capabilities
      const isCreating = (taxRateCreation?.level ?? 'none') !== 'none'
      must(
        isCreating === (connection.createTaxRate !== undefined),
        isCreating ? 'createTaxRate is declared and missing' : 'createTaxRate is there and not declared',
      )
      if (readBack.level === 'none') {
        const reading = run(async () => {
          for await (const entry of connection.readBack({ from: '2026-01-01', to: '2026-01-02' }))
            return entry
          return undefined
        })
        await mustBeUnsupported('readBack', reading)
      }
      if (find.level === 'none')
        await mustBeUnsupported(
          'find',
          run(() => connection.find([])),
        )
    },
  },
  {
    id: 'LINK-2',
    title: 'After a disconnect nothing is accepted any more, and what was booked stays.',
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      const sold = documents.filter((document) => document.stage === 0)
      const [early, late] = [sold.slice(0, 3), sold.slice(3)]
      await stage.sendAll(early)
      await stage.run(() => stage.connection.disconnect())
      if (stage.adapter.authorisation.kind !== 'none') {
        for (const submission of stage.connection.prepare(late, new Map())) {
          for (const { outcome, reference } of await stage.send(submission))
            must(outcome !== 'accepted', `${reference} is accepted after the disconnect`)
        }
      }
      must(early.length > 0, 'nothing was booked to begin with')
      mustBeBooked(early, await stage.ledger())
    },
  },
  {
    id: 'LINK-3',
    title: 'A connection can be closed, twice too, and no secret was logged on the way.',
    async verify(open) {
      const stage = await open()
      await stage.sendAll(await stage.documentsOf(stage.corpus[0]?.packets ?? []))
      await stage.run(() => stage.connection.close())
      await stage.run(() => stage.connection.close())
      const secret = stage.network.secrets.find((each) => stage.logged.some((line) => line.includes(each)))
      must(secret === undefined, 'what was sent as authorization stands in the log')
    },
  },
  {
    id: 'LINK-4',
    title:
      'Whatever it calls it calls through the fetch that it was given, and it waits by the clock that it was given.',
    exemption: noNetwork,
    async verify(open) {
      const stage = await open()
      const before = stage.network.calls.length
      await stage.sendAll(await stage.documentsOf(stage.corpus[0]?.packets ?? []))
      must(stage.network.calls.length > before, 'something was booked without a call that the kit could see')
    },
  },
]

async function mustBeUnsupported(what: string, work: Promise<unknown>): Promise<void> {
  const outcome = await work.then(
    () => 'answers all the same',
    (error: unknown) => (error instanceof UnsupportedCapabilityError ? undefined : `throws ${nameOf(error)}`),
  )
  must(outcome === undefined, `${what} is not declared, and ${outcome}`)
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error
}
