import { batchesOf, byteLength, canonicalJson, sha256 } from '@ledgerpost/adapter-kit'
import type { Document, Submission } from '@ledgerpost/core'
import { batchLimits } from './manifest.js'

const operation = 'POST /entries'

/** Puts entries into calls; the bytes follow from the documents alone, whatever the order of members in what was stored. */
export function prepare(documents: readonly Document[]): Submission[] {
  const entries = documents.map(({ reference, date, currency, content }) => ({
    reference,
    text: canonicalJson({ ...content, reference, date, currency }),
  }))
  const envelope = (texts: readonly string[]): string => `{"entries":[${texts.join(',')}]}`
  const bytesOf = ({ text }: { readonly text: string }): number => byteLength(text) + 1
  return batchesOf(entries, batchLimits, bytesOf, envelope([]).length).map((batch) => {
    const body = envelope(batch.map(({ text }) => text))
    return { key: sha256(body), references: batch.map(({ reference }) => reference), body, operation }
  })
}
