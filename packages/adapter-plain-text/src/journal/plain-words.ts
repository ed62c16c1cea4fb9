const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u{FEFF}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu

/**
 * A text as one line that no program takes for syntax: control characters and line breaks become spaces, a
 * semicolon (which begins a comment) becomes a comma, and what is longer than the limit is cut with an ellipsis,
 * because ledger refuses lines of more than 4,096 bytes.
 * @param limit in Unicode code points
 */
export function plainWords(text: string, limit = 200): string {
  const line = text
    .replace(/\p{Cs}/gu, '\u{FFFD}')
    .replace(breaks, ' ')
    .replaceAll(';', ',')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`
}

/** A text as part of a tag's value: hledger ends a value at a comma, ledger reads brackets as dates. */
export function tagWords(text: string): string {
  return plainWords(plainWords(text, 60).replace(/[,[\]]/gu, ' '), 60)
}
