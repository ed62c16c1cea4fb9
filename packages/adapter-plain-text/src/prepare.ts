import { createHash } from 'node:crypto'
import type { Document, Submission } from '@ledgerpost/core'
import { writeEntry } from './journal/write-entry.js'
import { plainTextManifest } from './manifest.js'

/** Puts documents into submissions whose body is the very text that is appended to the journal. Pure. */
export function prepare(documents: readonly Document[]): Submission[] {
  const { maximumCount, maximumBytes } = plainTextManifest.batch
  const submissions: Submission[] = []
  let references: string[] = []
  let texts: string[] = []
  let size = 0
  const finish = (): void => {
    if (references.length > 0) submissions.push(submissionOf(references, texts.join('')))
    references = []
    texts = []
    size = 0
  }
  for (const document of documents) {
    const text = writeEntry(document)
    const length = Buffer.byteLength(text)
    if (references.length === maximumCount || size + length > maximumBytes) finish()
    references.push(document.reference)
    texts.push(text)
    size += length
  }
  finish()
  return submissions
}

function submissionOf(references: readonly string[], body: string): Submission {
  return { key: createHash('sha256').update(body).digest('hex'), references, body, operation: 'append' }
}
