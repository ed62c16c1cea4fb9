import { type AcceptedDocument, LedgerpostError, type Submission } from '@ledgerpost/core'
import { now } from '../environment.js'
import type { DocumentOutcome, StoredDocument } from '../ports/document-store.js'
import { markSending } from './mark-sending.js'
import type { Sending } from './sending.js'

/**
 * Prepares documents. One that the adapter throws at is refused, with what it threw, and the others go without it: a
 * packet that an adapter cannot bear holds nobody else up.
 */
export async function prepareSafely(
  sending: Sending,
  documents: readonly StoredDocument[],
  accepted: ReadonlyMap<string, AcceptedDocument>,
): Promise<readonly Submission[]> {
  const { connection } = sending
  const whole = attempt(() => connection.prepare(documents, accepted))
  if ('submissions' in whole) return whole.submissions
  const alone = documents.map((document) => ({
    document,
    preparation: attempt(() => connection.prepare([document], accepted)),
  }))
  const refused = alone.flatMap(({ document, preparation }) =>
    'error' in preparation ? [{ document, error: preparation.error }] : [],
  )
  if (refused.length > 0) await refuse(sending, refused)
  const culprits = new Set(refused.map(({ document }) => document))
  const others = attempt(() =>
    connection.prepare(
      documents.filter((document) => !culprits.has(document)),
      accepted,
    ),
  )
  if ('submissions' in others) return others.submissions
  // Each is good by itself, and together they are not.
  return alone.flatMap(({ preparation }) => ('submissions' in preparation ? preparation.submissions : []))
}

function attempt(
  prepare: () => readonly Submission[],
): { readonly submissions: readonly Submission[] } | { readonly error: unknown } {
  try {
    return { submissions: prepare() }
  } catch (error) {
    return { error }
  }
}

async function refuse(
  { run }: Sending,
  refused: readonly { readonly document: StoredDocument; readonly error: unknown }[],
): Promise<void> {
  const { environment, integration } = run
  for (const { document, error } of refused) {
    const { reference, packetKey } = document
    environment.logger.error({ packet: packetKey, reference, error }, 'An adapter threw while preparing.')
  }
  const outcomes = refused.map(({ document: { reference }, error }): DocumentOutcome => ({
    reference,
    status: 'rejected',
    reason: {
      kind: 'invalid',
      message:
        error instanceof LedgerpostError
          ? error.message
          : `The adapter for ${integration.type} failed on ${reference} before it was sent: ${String(error)}. Report it with the packet's Id; after an update, Resync.`,
    },
  }))
  const keys = [...new Set(refused.map(({ document }) => document.packetKey))]
  await run.write('send.refuse', async (transaction) => {
    await transaction.recordOutcomes(integration.id, outcomes, null)
    await markSending(transaction, keys, now(environment))
  })
}
