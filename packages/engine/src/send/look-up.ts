import type { Document, DocumentIdentity, FoundDocument } from '@ledgerpost/core'
import { adapterOf } from '../linking/connect.js'
import type { DocumentOutcome, StoredDocument } from '../ports/document-store.js'
import { differenceOf } from './compare.js'
import { patiently } from './patiently.js'
import type { Sending } from './sending.js'

/** Documents in one look-up. */
const lookUpSize = 100

/**
 * Looks up documents whose fate is not known. One that is there and is the same is accepted; one that is there but
 * differs stays unknown, with the difference; one that is not there is planned again.
 * One that was never sent, as far as the store knows, is looked up under every kind that the integrator has: before the
 * store was restored, what is a credit note now may have been sent as an invoice.
 * @param find one call that looks documents up
 */
export async function lookUp(
  sending: Sending,
  sought: readonly StoredDocument[],
  find: (some: readonly DocumentIdentity[]) => Promise<readonly FoundDocument[]>,
): Promise<DocumentOutcome[]> {
  const { environment, integration } = sending.run
  const { documentKinds } = adapterOf(environment, integration.type).manifest
  const outcomes: DocumentOutcome[] = []
  for (let start = 0; start < sought.length; start += lookUpSize) {
    const some = sought.slice(start, start + lookUpSize)
    const identities = some.flatMap((document) =>
      document.attempts === 0 ? documentKinds.map((kind) => ({ ...document, kind })) : [document],
    )
    const found = await patiently(sending, () => find(identities))
    const byReference = new Map(found.map((document) => [document.reference, document]))
    for (const document of some) outcomes.push(outcomeOf(document, byReference.get(document.reference)))
  }
  return outcomes
}

function outcomeOf(meant: Document, found: FoundDocument | undefined): DocumentOutcome {
  const { reference } = meant
  if (!found) return { reference, status: 'planned', message: 'was looked up and is not at the integrator' }
  const difference = differenceOf(meant, found)
  return difference === undefined
    ? { reference, status: 'accepted', integratorId: found.id, link: found.link }
    : {
        reference,
        status: 'unknown',
        message: `${reference} is at the integrator as ${found.id}, but ${difference}. Compare the two there and correct or void it by hand.`,
      }
}
