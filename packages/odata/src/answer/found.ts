/** What the database answers within its one JSON value: texts, nulls and arrays of them. */
export type Found = string | null | readonly Found[]

export function readFound(text: string): Found {
  const found: Found = JSON.parse(text)
  return found
}

/** Of an array, the text that stands there; null if it is none. */
export function textIn(found: Found, at: number): string | null {
  const value = itemsOf(found)[at] ?? null
  return typeof value === 'string' ? value : null
}

/** Of an array, the array that stands there; null if it is none. */
export function arrayIn(found: Found, at: number): readonly Found[] | null {
  const value = itemsOf(found)[at] ?? null
  return typeof value === 'string' ? null : value
}

export function itemsOf(found: Found): readonly Found[] {
  return typeof found === 'string' || found === null ? [] : found
}
