/** No contract nests deeper. */
const deepest = 32

/** Neither PostgreSQL nor well-formed UTF-8 can hold half of a surrogate pair. */
const halfPair = /\p{Cs}/u

/** Whether a text can be stored: it has no NUL and no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !halfPair.test(text)
}

/** Why a parsed JSON value cannot be accepted whatever it means; undefined if it can. */
export function whyUnstorable(value: unknown): string | undefined {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: current, depth } = next
    if (depth > deepest) return `It nests deeper than ${deepest} levels.`
    if (typeof current === 'string' && !isStorableText(current)) {
      return 'A text in it has a NUL character or half of a surrogate pair.'
    }
    if (typeof current !== 'object' || current === null) continue
    for (const [name, member] of Object.entries(current)) {
      if (!isStorableText(name)) return 'A member name in it has a NUL character or half of a surrogate pair.'
      pending.push({ value: member, depth: depth + 1 })
    }
  }
  return undefined
}
