import { expect, it } from 'vitest'
import type { Machine } from './machine.js'
import { type RaceReport, reportJson, reportText } from './report.js'

const machine: Machine = {
  processor: 'a processor',
  processors: 2,
  memoryGigabytes: 8,
  node: 'v20.19.0',
  postgresql: 'PostgreSQL 15',
  commit: 'abc',
}

const report: RaceReport = {
  race: 'map',
  seconds: 12.4,
  measures: [{ contender: 'Ledgerpost', role: 'ours', unit: 'orders/s', values: [300, 100, 200] }],
  verdicts: [
    { target: 'high enough', value: 0.7, bound: { kind: 'at least', value: 0.6 } },
    { target: 'low enough', value: 2, bound: { kind: 'at most', value: 1.5 } },
  ],
  notes: ['A note.'],
}

it('a report tells medians, ranges, and which targets are met', () => {
  const text = reportText(report)
  expect(text).toMatch(/map \(12 s\)/)
  expect(text).toMatch(/ours +Ledgerpost +200 orders\/s \(100 to 300\)/)
  expect(text).toMatch(/met +high enough +0\.7 \(at least 0\.6\)/)
  expect(text).toMatch(/MISS +low enough +2 \(at most 1\.5\)/)
  expect(text).toMatch(/A note\./)
})

it('the same stands in JSON, with the machine and all values', () => {
  expect(JSON.parse(reportJson(machine, [report]))).toMatchObject({
    machine,
    races: [
      {
        race: 'map',
        measures: [{ contender: 'Ledgerpost', median: 200, values: [300, 100, 200] }],
        verdicts: [{ isMet: true }, { isMet: false }],
      },
    ],
  })
})
