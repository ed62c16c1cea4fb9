import type { AcceptedDocument, Document, SendResult } from '@ledgerpost/core'
import { must } from '../violation.js'
import type { Stage } from './stage.js'

/** How often what is not certain is looked up and sent again. */
const tries = 4

/**
 * Goes on after documents of one stage were sent and the fate of some is not known, as the engine does: waits until an
 * effect would have landed, looks up what is open, and sends what is not there; by another connection, as if the
 * first had died.
 * @param earlier what was accepted of earlier stages
 * @returns what the integrator has in the end, by reference
 */
export async function recover(
  stage: Stage,
  documents: readonly Document[],
  earlier: ReadonlyMap<string, AcceptedDocument>,
  first: readonly SendResult[],
): Promise<ReadonlyMap<string, AcceptedDocument>> {
  stage.network.calm()
  const accepted = acceptedIn(first)
  const connection = await stage.connect()
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    await stage.sleep(stage.adapter.manifest.settlingTime)
    const open = documents.filter(({ reference }) => !accepted.has(reference))
    if (open.length === 0) return accepted
    for (const found of await stage.run(() => connection.find(open))) accepted.set(found.reference, found)
    const missing = open.filter(({ reference }) => !accepted.has(reference))
    for (const submission of connection.prepare(missing, earlier)) {
      const sent = await stage.send(submission, connection)
      for (const [reference, document] of acceptedIn(sent)) accepted.set(reference, document)
    }
  }
  const lost = documents.find(({ reference }) => !accepted.has(reference))
  must(lost === undefined, `${lost?.reference} is neither found nor accepted after ${tries} tries`)
  return accepted
}

function acceptedIn(results: readonly SendResult[]): Map<string, AcceptedDocument> {
  return new Map(
    results.flatMap((result) => (result.outcome === 'accepted' ? [[result.reference, result] as const] : [])),
  )
}
