import { isRecord, type JsonRecord, recordsMember, textMember } from '@ledgerpost/adapter-kit'

const deepest = 5

/** Every validation message of an element, those of the contact, lines and documents within it included, once each. */
export function messagesOf(element: JsonRecord): string[] {
  return [...new Set(collect(element, 0))]
}

function collect(element: JsonRecord, depth: number): string[] {
  const own = recordsMember(element, 'ValidationErrors').flatMap(
    (error) => textMember(error, 'Message') ?? [],
  )
  if (depth === deepest) return own
  const inner = Object.entries(element)
    .filter(([name]) => name !== 'ValidationErrors' && name !== 'Warnings')
    .flatMap(([, member]) => (Array.isArray(member) ? member : [member]))
  return [...own, ...inner.filter(isRecord).flatMap((each) => collect(each, depth + 1))]
}
