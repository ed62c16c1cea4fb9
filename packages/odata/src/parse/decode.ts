import { ODataSyntaxError } from './syntax-error.js'

/**
 * Decodes percent-encoded text. In a form `+` is a blank; in a path it is a plus.
 * @param base where the text begins in what the position of an error counts in
 */
export function decode(text: string, base: number, as: 'form' | 'path'): string {
  const plain = as === 'form' ? text.replaceAll('+', ' ') : text
  if (!plain.includes('%')) return plain
  try {
    return decodeURIComponent(plain)
  } catch {
    throw new ODataSyntaxError({
      code: 'odata-syntax',
      position: base + Math.max(0, plain.search(/%(?![0-9a-f]{2})/i)),
      expected: 'percent-encoded UTF-8 (a percent sign itself is %25)',
      found: 'bytes that are not',
    })
  }
}
