import type { Books } from '../books/books.js'
import type { Stage } from '../stage.js'

/** A subscriber by the kind of its books and packets. */
export interface Kind {
  readonly id: string
  /** Begins sentences: `Xero per order`. */
  readonly name: string
  readonly summarise: boolean
  books(stage: Stage): Books
}

/** A subscriber for each kind of books and of packets. */
export const kinds: readonly Kind[] = [
  { id: 'xero-order', name: 'Xero per order', summarise: false, books: ({ xero }) => xero },
  { id: 'xero-summary', name: 'Xero summarised', summarise: true, books: ({ xero }) => xero },
  { id: 'text-order', name: 'PlainText per order', summarise: false, books: ({ plainText }) => plainText },
  { id: 'text-summary', name: 'PlainText summarised', summarise: true, books: ({ plainText }) => plainText },
]
