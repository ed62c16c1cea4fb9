import type { Connection } from '@ledgerpost/core'
import { now } from '../environment.js'
import { adapterOf } from '../linking/connect.js'
import type { StoredDocument, SweepFinding } from '../ports/document-store.js'
import { connected } from '../sync/connected.js'
import type { Run } from '../sync/run.js'
import { deviationOf } from './deviation.js'
import { scheduleSweep, sweptAfter } from './schedule-sweep.js'

/** Documents in one look-up. */
const pageSize = 100
/** A sweep follows another after so many milliseconds at least. */
const shortestDelay = 60_000

/**
 * Compares what was sent more than a day ago with what the integrator has, and notes how it deviates. It changes
 * nothing else. What is younger is swept when it is a day old.
 */
export async function sweep(run: Run): Promise<void> {
  const { environment, integration } = run
  const { find } = adapterOf(environment, integration.type).manifest.capabilities
  if (find.level === 'none') return
  await connected(run, (connection) => sweepPages(run, connection))
  await run.write('sweep.schedule', async (transaction) => {
    const oldest = await transaction.oldestUnswept(integration.id)
    if (oldest === null) return
    const delay = Math.max(oldest + sweptAfter - environment.clock.now(), shortestDelay)
    await scheduleSweep(environment, transaction, integration.id, delay)
  })
}

async function sweepPages(run: Run, connection: Connection): Promise<void> {
  const { environment, integration } = run
  const sentBefore = environment.clock.now() - sweptAfter
  let after: string | null = null
  for (;;) {
    const documents: readonly StoredDocument[] = await run.read('sweep.read-page', (transaction) =>
      transaction.unsweptDocuments(integration.id, { sentBefore, after, limit: pageSize }),
    )
    const last = documents.at(-1)
    if (!last) return
    after = last.reference
    const found = await run.call('sweep.find', () => connection.find(documents))
    const byReference = new Map(found.map((document) => [document.reference, document]))
    const findings = documents.map((document): SweepFinding => ({
      reference: document.reference,
      deviation: deviationOf(document, byReference.get(document.reference)),
    }))
    await run.write('sweep.record', (transaction) =>
      transaction.addSweepFindings(integration.id, findings, now(environment)),
    )
    const deviating = findings.filter(({ deviation }) => deviation !== null)
    if (deviating.length > 0) {
      environment.logger.warn(
        { integration: integration.id, documents: deviating.map(({ reference }) => reference) },
        `A sweep found ${deviating.length} documents that deviate at the integrator; SyncHistory tells how.`,
      )
    }
    if (documents.length < pageSize) return
    await run.giveWay()
  }
}
