import { type Document, type MappedPacket, readAmount } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { packetMaker } from '../corpus/packets.js'
import { scenarios } from '../corpus/scenarios.js'
import { mustBalance } from '../stage/books.js'
import type { Stage } from '../stage/stage.js'
import { isStorable } from '../storable.js'
import { must, present } from '../violation.js'

export const rendering: readonly ConformanceRequirement[] = [
  {
    id: 'RENDER-1',
    title: 'render is pure: the same packet makes the same documents, changes nothing, and calls nobody.',
    async verify(open) {
      const stage = await open()
      const configuration = frozen(await stage.configuration())
      const calls = stage.network.calls.length
      for (const packet of packetsOf(stage)) {
        const first = textOf(stage.adapter.render(frozen(packet), configuration))
        const second = textOf(stage.adapter.render(frozen(structuredClone(packet)), configuration))
        must(first === second, `${packet.title} is rendered otherwise the second time`)
      }
      must(stage.network.calls.length === calls, 'it called the integrator')
    },
  },
  {
    id: 'RENDER-2',
    title: 'The postings of each document sum to zero, in whole minor units.',
    async verify(open) {
      for (const { reference, postings } of await allDocuments(await open())) {
        must(
          postings.every(({ amount }) => typeof amount === 'bigint'),
          `${reference} has an amount that is no bigint`,
        )
        const sum = postings.reduce((total, { amount }) => total + amount, 0n)
        must(sum === 0n, `${reference} is off by ${sum}`)
      }
    },
  },
  {
    id: 'RENDER-3',
    title: 'The postings of each kind of sale come to what was sold, paid and taxed, to the cent.',
    async verify(open) {
      const stage = await open()
      for (const scenario of stage.corpus) {
        const documents = await stage.documentsOf(scenario.packets)
        mustBalance(
          scenario,
          stage.targets,
          documents.flatMap(({ postings }) => postings),
        )
      }
    },
  },
  {
    id: 'RENDER-4',
    title:
      'Each document has a reference of its own that the integrator can hold and that another process makes too.',
    async verify(open) {
      const [stage, other] = [await open(), await open()]
      const { maximumLength } = stage.adapter.manifest.reference
      const references = (await allDocuments(stage)).map(({ reference }) => reference)
      const twice = references.find((reference, index) => references.indexOf(reference) !== index)
      must(twice === undefined, `${twice} is the reference of two documents`)
      for (const reference of references) {
        must(
          reference !== '' && reference.length <= maximumLength,
          `${reference} is longer than ${maximumLength}`,
        )
      }
      const again = (await allDocuments(other)).map(({ reference }) => reference)
      must(references.join() === again.join(), 'another process makes other references')
    },
  },
  {
    id: 'RENDER-5',
    title: 'Documents are of declared kinds; what they settle is rendered with them, in an earlier stage.',
    async verify(open) {
      const stage = await open()
      for (const packet of packetsOf(stage)) {
        const documents = await stage.documentsOf([packet])
        for (const { reference, kind, stage: number, settles, total, date, currency } of documents) {
          must(stage.adapter.manifest.documentKinds.includes(kind), `${reference} is a ${kind}, undeclared`)
          must(Number.isSafeInteger(number) && number >= 0, `${reference} is of stage ${number}`)
          must(total >= 0n, `${reference} has a total of ${total}`)
          must(date === packet.documentDate, `${reference} is dated ${date}, not ${packet.documentDate}`)
          must(currency === packet.currency, `${reference} is in ${currency}, not ${packet.currency}`)
          const settled = documents.find((each) => each.reference === settles)
          must(
            settles === null || (settled !== undefined && settled.stage < number),
            `${reference} settles ${settles}, which is not rendered in an earlier stage`,
          )
        }
      }
    },
  },
  {
    id: 'RENDER-6',
    title: 'What documents contain survives being stored as JSON.',
    async verify(open) {
      for (const { reference, content } of await allDocuments(await open())) {
        must(isStorable(content), `${reference} is another one when it was stored and read`)
      }
    },
  },
  {
    id: 'RENDER-7',
    title:
      'A currency that the books cannot carry is refused with CurrencyNotSupported, and never converted.',
    exemption: ({ capabilities }) =>
      capabilities.foreignCurrency.level === 'none' ? undefined : 'it declares foreign currencies',
    async verify(open) {
      const stage = await open()
      const [packet] = packetsOf(stage)
      must(packet !== undefined, 'the corpus is empty')
      const foreign = { ...packet, currency: stage.targets.foreignCurrency }
      const rendered = stage.adapter.render(foreign, await stage.configuration())
      must(!rendered.ok, `it renders ${foreign.currency}`)
      must(rendered.code === 'CurrencyNotSupported', `it refuses with ${rendered.code}`)
      must(rendered.message.trim() !== '', 'it refuses without a message')
    },
  },
  {
    id: 'RENDER-8',
    title:
      'Where taxes cannot be forced, one that its rate gives is carried, and any other carried as it is or refused with TaxNotRepresentable.',
    exemption: ({ capabilities }) =>
      capabilities.forcedTax.level === 'full' ? 'it declares that every tax is carried' : undefined,
    async verify(open) {
      const stage = await open()
      const { targets, adapter } = stage
      const configuration = await stage.configuration()
      const packet = packetMaker(targets)
      const net = 1_000_000n
      const { rate } = present(
        configuration.taxRates.find(({ id }) => id === targets.tax.standard),
        `it does not tell the tax rate ${targets.tax.standard}`,
      )
      const given = rate === null ? undefined : readAmount(rate, 6)
      if (given?.ok) {
        const tax = given.amount
        const sale = packet('tax of its rate', [
          { lines: [{ of: 'services', net, tax, rate: 'standard' }], paid: { card: net + tax } },
        ])
        const balance = { 'revenue.services': -net, tax: -tax, 'payment.card': net + tax }
        const documents = await stage.documentsOf([sale])
        mustBalance(
          { name: sale.title, balance },
          targets,
          documents.flatMap(({ postings }) => postings),
        )
      }
      for (const { name, packets, balance } of scenarios(targets).filter(({ isTaxForced }) => isTaxForced)) {
        const renderings = packets.map((each) => adapter.render(each, configuration))
        const refusals = renderings.flatMap((each) => (each.ok ? [] : [each]))
        for (const { code, message } of refusals) {
          must(code === 'TaxNotRepresentable', `${name} is refused with ${code}`)
          must(message.trim() !== '', `${name} is refused without a message`)
        }
        if (refusals.length > 0) continue
        const documents = renderings.flatMap((each) => (each.ok ? each.documents : []))
        mustBalance(
          { name, balance },
          targets,
          documents.flatMap(({ postings }) => postings),
        )
      }
    },
  },
]

function packetsOf({ corpus }: Stage): readonly MappedPacket[] {
  return corpus.flatMap(({ packets }) => packets)
}

export function allDocuments(stage: Stage): Promise<readonly Document[]> {
  return stage.documentsOf(packetsOf(stage))
}

/** Throws where anything in it is changed. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}

/** Members in one order, amounts as text. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) => {
    if (typeof each === 'bigint') return `${each}n`
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
