/** Words that do not tell one account or rate from another. */
const fillers = new Set(['a', 'an', 'and', 'of', 'on', 'the', 'for', 'by', 'in', 'account'])

/**
 * The words of a name: lower case, without accents and plural endings, `GiftCard` being two.
 * `wordsOf('Café & Bar Sales')` is `cafe`, `bar`, `sale`.
 */
export function wordsOf(name: string): ReadonlySet<string> {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return new Set(words?.map((word) => word.replace(/sses$/, 'ss').replace(/(?<=[^s])s$/, '')))
}

export interface Similarity {
  /** From 0, nothing in common, to 1, the same words: twice the words in common over the words of both (Dice). */
  readonly score: number
  readonly shared: readonly string[]
}

export function similarityOf(left: ReadonlySet<string>, right: ReadonlySet<string>): Similarity {
  const [ofLeft, ofRight] = [tellingWords(left), tellingWords(right)]
  const shared = ofLeft.filter((word) => right.has(word))
  const all = ofLeft.length + ofRight.length
  return { score: all === 0 ? 0 : (2 * shared.length) / all, shared: shared.toSorted() }
}

function tellingWords(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !fillers.has(word))
}
