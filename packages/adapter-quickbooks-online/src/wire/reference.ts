import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'

/** How our references look (core's documentReference). */
const ours = /\bLP-[0-9a-hjkmnp-tv-z]{16}(?:-\d+)?(?![\w-])/

/**
 * Our reference of an entity: its number, or else what its note begins with. A company that numbers its documents
 * itself may have given it another number; voiding puts a word before the note.
 */
export function referenceOf(entity: JsonRecord): string | undefined {
  for (const member of ['DocNumber', 'PrivateNote']) {
    const found = ours.exec(textMember(entity, member) ?? '')
    if (found) return found[0]
  }
  return undefined
}

/** The value of a reference to another entity (`{ "value": "35", "name": "Checking" }`). */
export function refOf(record: JsonRecord, name: string): string | undefined {
  const reference = record[name]
  if (typeof reference === 'string') return reference === '' ? undefined : reference
  return typeof reference === 'object' && reference !== null && 'value' in reference
    ? idText(reference.value)
    : undefined
}

function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
