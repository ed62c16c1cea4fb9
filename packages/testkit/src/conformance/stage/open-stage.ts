import type { AcceptedDocument, Document, IntegratorConfiguration, Logger } from '@ledgerpost/core'
import { systemClock } from '../../clock/clock.js'
import { VirtualClock } from '../../clock/virtual-clock.js'
import { areTaxesForced, carriedBy } from '../corpus/carried.js'
import { scenarios } from '../corpus/scenarios.js'
import type { ConformanceSubject } from '../subject.js'
import { must } from '../violation.js'
import { drive } from './drive.js'
import { anyTime, type Stage } from './stage.js'
import { WatchedNetwork } from './watched-network.js'

/** Opens a stage; whoever did closes its scene. */
export async function openStage(subject: ConformanceSubject): Promise<Stage> {
  const virtual = subject.transport === 'http' ? new VirtualClock() : undefined
  const clock = virtual ?? systemClock
  const network = new WatchedNetwork(clock)
  const logged: string[] = []
  const log = (fields: unknown, message: string): void => void logged.push(textOf([fields, message]))
  const logger: Logger = { debug: log, info: log, warn: log, error: log }
  const run = <Result>(work: () => Promise<Result>): Promise<Result> =>
    virtual ? drive(virtual, network, work()) : work()
  // Whatever is started for the books takes its own time.
  const scene = await subject.open({ clock, logger, through: (fetch) => network.through(fetch) })
  const { adapter, targets } = scene
  const connect: Stage['connect'] = (signal = new AbortController().signal) =>
    run(() => Promise.resolve(scene.connect(signal)))
  const connection = await connect()
  let known: IntegratorConfiguration | undefined
  const configuration: Stage['configuration'] = async () => (known ??= await run(() => connection.inspect()))
  const all = scenarios(targets)
  const corpus = areTaxesForced(adapter) ? all : carriedBy(adapter, await configuration(), all)
  const stage: Stage = {
    adapter,
    scene,
    targets,
    corpus,
    network,
    connection,
    logged,
    now: () => clock.now(),
    run,
    sleep: (milliseconds) => run(() => clock.sleep(milliseconds)),
    connect,
    configuration,
    async documentsOf(packets) {
      const inspected = await configuration()
      return packets.flatMap((packet): readonly Document[] => {
        const rendering = adapter.render(packet, inspected)
        must(rendering.ok, () => `render refuses ${packet.title}: ${rendering.ok ? '' : rendering.message}`)
        return rendering.documents
      })
    },
    send: (submission, sender = connection) => run(() => sender.send(submission, anyTime)),
    async sendAll(documents) {
      const accepted = new Map<string, AcceptedDocument>()
      for (const number of new Set(documents.map((document) => document.stage).toSorted((a, b) => a - b))) {
        const ready = documents.filter((document) => document.stage === number)
        for (const submission of connection.prepare(ready, accepted)) {
          // Submissions of a stage go one after the other, as the engine sends them.
          for (const result of await stage.send(submission)) {
            must(result.outcome === 'accepted', () => `${result.reference} is not accepted: ${told(result)}`)
            accepted.set(result.reference, result)
          }
        }
      }
      for (const { reference } of documents) must(accepted.has(reference), `${reference} has no result`)
      return accepted
    },
    ledger: () => run(() => scene.ledger()),
  }
  return stage
}

/** A result, for people. */
export function told(result: Awaited<ReturnType<Stage['send']>>[number]): string {
  if (result.outcome === 'accepted') return `accepted as ${result.id}`
  if (result.outcome === 'unknown') return `unknown (${result.message})`
  return `rejected as ${result.reason.kind} (${result.reason.message})`
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) => {
    if (typeof each === 'bigint') return each.toString()
    return each instanceof Error ? (each.stack ?? each.message) : each
  })
}
