import type { Document, SendResult } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { accountOf } from '../corpus/targets.js'
import { mustBalance, mustBeBooked } from '../stage/books.js'
import { told } from '../stage/open-stage.js'
import { type Stage, anyTime } from '../stage/stage.js'
import { must } from '../violation.js'
import { allDocuments } from './render.js'

export const sending: readonly ConformanceRequirement[] = [
  {
    id: 'SEND-1',
    title: 'Everything that is sent stands in the books once, posting for posting.',
    async verify(open) {
      const stage = await open()
      const documents = await allDocuments(stage)
      await stage.sendAll(documents)
      mustBeBooked(documents, await stage.ledger())
    },
  },
  {
    id: 'SEND-2',
    title: 'For each kind of sale the books come to what was sold, paid and taxed, to the cent.',
    async verify(open) {
      const stage = await open()
      for (const scenario of stage.corpus) {
        const documents = await stage.documentsOf(scenario.packets)
        await stage.sendAll(documents)
        const own = new Set(documents.map(({ reference }) => reference))
        const booked = (await stage.ledger()).filter(({ reference }) => own.has(reference ?? ''))
        mustBalance(scenario, stage.targets, booked)
      }
    },
  },
  {
    id: 'SEND-3',
    title: 'Each document of a submission has exactly one result, told by its reference.',
    async verify(open) {
      const stage = await open()
      for (const submission of stage.connection.prepare(await firstStage(stage), new Map())) {
        mustAnswerAll(submission.references, await stage.send(submission))
      }
    },
  },
  {
    id: 'SEND-4',
    title: 'A submission that is sent again after it was accepted books nothing twice.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const submissions = stage.connection.prepare(documents, new Map())
      for (const submission of submissions) await stage.send(submission)
      for (const submission of submissions) {
        const results = await stage.send(submission, await stage.connect())
        mustAnswerAll(submission.references, results)
        for (const result of results) {
          const isHonest = result.outcome !== 'rejected' || result.reason.kind === 'duplicate'
          must(isHonest, `${result.reference} is in the books, and now ${told(result)}`)
        }
      }
      mustBeBooked(documents, await stage.ledger())
    },
    exemption: ({ idempotency }) =>
      idempotency.kind === 'search-first' ? 'who sends looks documents up first' : undefined,
  },
  {
    id: 'SEND-5',
    title: 'A submission that two processes send at once books nothing twice.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const other = await stage.connect()
      for (const submission of stage.connection.prepare(documents, new Map())) {
        const both = await stage.run(() =>
          Promise.all([stage.connection.send(submission, anyTime), other.send(submission, anyTime)]),
        )
        for (const results of both) mustAnswerAll(submission.references, results)
      }
      mustBeBooked(documents, await stage.ledger())
    },
    exemption: ({ idempotency }) =>
      idempotency.kind === 'search-first'
        ? 'who sends holds a lease, and looks documents up first'
        : undefined,
  },
  {
    id: 'SEND-6',
    title: 'What is too late is not sent, and is rejected as transient.',
    async verify(open) {
      const stage = await open()
      for (const submission of stage.connection.prepare(await firstStage(stage), new Map())) {
        const results = await stage.run(() => stage.connection.send(submission, stage.now() - 1))
        mustAnswerAll(submission.references, results)
        for (const result of results) {
          const isTransient = result.outcome === 'rejected' && result.reason.kind === 'transient'
          must(isTransient, `${result.reference} was too late, and is ${told(result)}`)
        }
      }
      must((await stage.ledger()).length === 0, 'something was booked all the same')
    },
  },
  {
    id: 'SEND-7',
    title: 'A connection whose signal has aborted sends nothing, and says so without throwing.',
    async verify(open) {
      const stage = await open()
      const stop = new AbortController()
      const connection = await stage.connect(stop.signal)
      stop.abort(new Error('the worker drains'))
      for (const submission of connection.prepare(await firstStage(stage), new Map())) {
        const results = await stage.send(submission, connection)
        mustAnswerAll(submission.references, results)
        for (const result of results)
          must(result.outcome !== 'accepted', `${result.reference} is ${told(result)}`)
      }
      must((await stage.ledger()).length === 0, 'something was booked all the same')
    },
  },
  {
    id: 'SEND-8',
    title: 'One document that is refused takes no other one down, or all of its submission are refused.',
    async verify(open) {
      const stage = await open()
      const documents = await firstStage(stage)
      const archived = accountOf(stage.targets, stage.targets.revenue.discounts)
      await stage.run(() => stage.scene.archive(stage.targets.revenue.discounts))
      const booked: Document[] = []
      for (const submission of stage.connection.prepare(documents, new Map())) {
        const results = await stage.send(submission)
        mustAnswerAll(submission.references, results)
        const accepted = new Set(
          results.flatMap((each) => (each.outcome === 'accepted' ? [each.reference] : [])),
        )
        const isWhole = accepted.size === 0 || accepted.size === results.length
        must(!stage.adapter.manifest.batch.isAtomic || isWhole, 'a submission declared atomic was cut in two')
        booked.push(...documents.filter(({ reference }) => accepted.has(reference)))
      }
      must(
        !booked.some(({ postings }) => postings.some(({ account }) => account === archived)),
        `a document that books to the archived ${archived} is said to be accepted`,
      )
      mustBeBooked(booked, await stage.ledger())
    },
  },
]

async function firstStage(stage: Stage): Promise<readonly Document[]> {
  return (await allDocuments(stage)).filter((document) => document.stage === 0)
}

export function mustAnswerAll(references: readonly string[], results: readonly SendResult[]): void {
  const answered = results.map(({ reference }) => reference).toSorted()
  must(
    answered.join() === [...references].toSorted().join(),
    `results are of ${answered.join(', ') || 'nothing'}, and the submission of ${references.join(', ')}`,
  )
}
