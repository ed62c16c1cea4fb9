import type { AcceptedDocument, Document } from '@ledgerpost/core'
import { type ConformanceRequirement, noNetwork } from '../conformance-requirement.js'
import { packetKeyOf } from '../corpus/packets.js'
import { mustBeBooked } from '../stage/books.js'
import type { Fault } from '../../fake/faults/fault.js'
import { lostAnswers, momentOf, nameOfFault } from '../stage/lost-answers.js'
import { told } from '../stage/open-stage.js'
import { recover } from '../stage/recover.js'
import { anyTime, type Stage } from '../stage/stage.js'
import { must } from '../violation.js'
import { mustAnswerAll } from './send.js'

/** More calls than any adapter should make for a submission. */
const mostCalls = 12

export const losing: readonly ConformanceRequirement[] = [
  {
    id: 'LOSE-1',
    title:
      'Whichever call of a sending breaks, and however: what is said of a document is true, and once it was looked up and sent again it is in the books once.',
    exemption: noNetwork,
    verify: (open) => eachStage(open, lostAnswers, mustComeRight),
  },
  {
    id: 'LOSE-2',
    title: 'A look-up that was not understood throws, and never says that nothing is there.',
    exemption: ({ capabilities }, subject) =>
      capabilities.find.level === 'none' ? 'it declares no look-up' : noNetwork(undefined, subject),
    async verify(open) {
      const stage = await open()
      const documents = (await stage.documentsOf(stage.corpus[0]?.packets ?? [])).filter(
        (document) => document.stage === 0,
      )
      await stage.sendAll(documents)
      for (const fault of lostAnswers.filter((each) => momentOf(each) === 'before')) {
        const connection = await stage.connect()
        stage.network.strikeAll(fault)
        const found = await stage.run(() => connection.find(documents)).catch(() => undefined)
        stage.network.calm()
        must(
          found === undefined || found.length === documents.length,
          `after ${nameOfFault(fault)} it finds ${found?.length ?? 0} of ${documents.length} documents`,
        )
      }
    },
  },
]

interface Struck {
  readonly stage: Stage
  readonly fault: Fault
  /** All of the stage that is sent. */
  readonly documents: readonly Document[]
  readonly earlier: ReadonlyMap<string, AcceptedDocument>
  /** Sends them in one submission, during which the fault strikes. */
  readonly sendFirst: () => ReturnType<Stage['send']>
}

async function mustComeRight({ stage, fault, documents, earlier, sendFirst }: Struck): Promise<void> {
  const results = await sendFirst()
  mustAnswerAll(
    documents.map(({ reference }) => reference),
    results,
  )
  const ledger = await stage.ledger()
  for (const result of results) {
    const isThere = ledger.some(({ reference }) => reference === result.reference)
    must(
      result.outcome !== 'accepted' || isThere,
      `after ${nameOfFault(fault)} ${result.reference} is ${told(result)}, and not in the books`,
    )
    must(
      result.outcome !== 'rejected' || result.reason.kind === 'duplicate' || !isThere,
      `after ${nameOfFault(fault)} ${result.reference} is in the books, and ${told(result)}`,
    )
  }
  await recover(stage, documents, earlier, results)
  const own = new Set(documents.map(({ reference }) => reference))
  const booked = (await stage.ledger()).filter(({ reference }) => reference !== null && own.has(reference))
  try {
    mustBeBooked(documents, booked)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    must(false, `after ${nameOfFault(fault)}: ${message}`)
  }
}

/** Plays a sale with its tax and tip, stage by stage, with each fault at each call of its sending. */
async function eachStage(
  open: () => Promise<Stage>,
  faults: readonly Fault[],
  play: (struck: Struck) => Promise<void>,
): Promise<void> {
  const stage = await open()
  let sales = 0
  const nextSale = (): Promise<readonly Document[]> => {
    sales += 1
    return saleIn(stage, sales)
  }
  const numbers = new Set((await nextSale()).map((document) => document.stage))
  for (const number of numbers) {
    for (const [place, fault] of faults.entries()) {
      for (let call = 0; call < mostCalls; call += 1) {
        if (!isPlayed(fault, place, call)) continue
        const all = await nextSale()
        const earlier = await stage.sendAll(all.filter((document) => document.stage < number))
        const documents = all.filter((document) => document.stage === number)
        const [submission, ...others] = stage.connection.prepare(documents, earlier)
        must(submission !== undefined && others.length === 0, 'one sale is prepared into several submissions')
        stage.network.strike(fault, call)
        let isMet = true
        await play({
          stage,
          fault,
          documents,
          earlier,
          async sendFirst() {
            const results = await stage.run(() => stage.connection.send(submission, anyTime))
            isMet = stage.network.isStruck
            stage.network.calm()
            return results
          },
        })
        if (!isMet) break
      }
    }
  }
}

/**
 * Connections break at every call. What answers say instead is read the same way everywhere, so that of an adapter that
 * makes many calls each third of the later ones is enough.
 */
function isPlayed({ kind }: Fault, place: number, call: number): boolean {
  return kind === 'drop' || kind === 'silence' || call < 2 || (place + call) % 3 === 0
}

/** A sale with as many taxes as the adapter carries. */
function saleIn({ corpus, documentsOf }: Stage, number: number): Promise<readonly Document[]> {
  const [packet] = ['a compound tax', 'a tax', 'a tip'].flatMap((name) =>
    corpus.filter((scenario) => scenario.name === name).flatMap(({ packets }) => packets.slice(0, 1)),
  )
  must(packet !== undefined, 'the corpus has no sale to lose')
  return documentsOf([{ ...packet, key: packetKeyOf(`sale ${number}, of which an answer is lost`) }])
}
