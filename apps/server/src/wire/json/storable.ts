/** Neither PostgreSQL nor well-formed UTF-8 can hold half of a surrogate pair. */
const halfPair = /\p{Cs}/u

/** Whether a text can be stored: it has no NUL and no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !halfPair.test(text)
}

/** Why a parsed JSON value of bounded depth cannot be accepted whatever it means; undefined if it can. */
export function whyUnstorable(value: unknown): string | undefined {
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current === 'string' && !isStorableText(current)) {
      return 'A text in it has a NUL character or half of a surrogate pair.'
    }
    if (typeof current !== 'object' || current === null) continue
    for (const [name, member] of Object.entries(current)) {
      if (!isStorableText(name)) return 'A member name in it has a NUL character or half of a surrogate pair.'
      pending.push(member)
    }
  }
  return undefined
}
