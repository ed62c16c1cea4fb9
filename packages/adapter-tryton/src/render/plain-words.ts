/** A text on one line that every database takes: no control characters, no half characters, not too long. */
export function plainWords(text: string, maximumLength: number): string {
  const words = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/\p{Cs}/gu, '\u{fffd}')
    .trim()
  return [...words].slice(0, maximumLength).join('')
}
