import { addDays, type CalendarDate, type LedgerEntry, type Manifest } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { mustBeBooked } from '../stage/books.js'
import type { Stage } from '../stage/stage.js'
import { must } from '../violation.js'
import { allDocuments } from './render.js'

const undeclared = ({ capabilities }: Manifest): string | undefined =>
  capabilities.readBack.level === 'none' ? 'it declares no reading back' : undefined

export const readingBack: readonly ConformanceRequirement[] = [
  {
    id: 'READ-1',
    title: 'What is read back is what was sent, posting for posting.',
    exemption: undeclared,
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      await stage.sendAll(documents)
      const entries = await read(stage, '1990-01-01', '2099-12-31')
      mustBeBooked(
        documents,
        entries.filter(({ reference }) => reference !== null),
      )
    },
  },
  {
    id: 'READ-2',
    title: 'A range has both of its days in it, and no other.',
    exemption: undeclared,
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      await stage.sendAll(documents)
      const days = [...new Set(documents.map(({ date }) => date))].toSorted()
      const [first = '', second = first] = days
      for (const [from, to] of [
        [first, first],
        [first, second],
        [addDays(first, 1), second],
      ] as const) {
        const entries = await read(stage, from, to)
        mustBeBooked(
          documents.filter(({ date }) => date >= from && date <= to),
          entries.filter(({ reference }) => reference !== null),
        )
        must(
          entries.every(({ date }) => date >= from && date <= to),
          `an entry outside of ${from} to ${to} is read`,
        )
      }
    },
  },
]

function read(stage: Stage, from: CalendarDate, to: CalendarDate): Promise<readonly LedgerEntry[]> {
  return stage.run(async () => {
    const entries: LedgerEntry[] = []
    for await (const entry of stage.connection.readBack({ from, to })) entries.push(entry)
    return entries
  })
}
