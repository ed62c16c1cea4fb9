export interface LibraryBook {
  readonly id: string
  readonly title: string
  readonly subtitle: string | null
  readonly price: string | null
  readonly pages: number
  readonly words: string | null
  readonly published: string | null
  /** Minutes of the wall clock ahead of UTC where it was bought. */
  readonly offset: number
  /** ISO, UTC. */
  readonly bought: string
  readonly seen: string | null
  readonly binding: string
  readonly rebinding: string | null
  readonly lost: boolean
  readonly signed: boolean | null
  readonly code: string
  readonly size: { readonly unit: string; readonly height: string; readonly weight: number | null } | null
  readonly publisher: { readonly name: string; readonly city: string | null } | null
  readonly tags: readonly string[]
  readonly reviews: readonly { readonly stars: number; readonly text: string | null }[]
  readonly loans: readonly LibraryLoan[]
}

export interface LibraryLoan {
  readonly nr: number
  readonly member: string
  readonly fee: string | null
  readonly notes: readonly { readonly day: string; readonly line: number; readonly text: string | null }[]
}

/** A book of which nothing is known but what must be. */
export const plainBook: LibraryBook = {
  id: '1',
  title: 'Middlemarch',
  subtitle: null,
  price: null,
  pages: 880,
  words: null,
  published: null,
  offset: 0,
  bought: '2026-01-31T10:00:00.000Z',
  seen: null,
  binding: 'Paper',
  rebinding: null,
  lost: false,
  signed: null,
  code: '01234567-89ab-cdef-0123-456789abcdef',
  size: null,
  publisher: null,
  tags: [],
  reviews: [],
  loans: [],
}

/** One book of which everything is known, and two of which nothing is. */
export const sampleBooks: readonly LibraryBook[] = [
  {
    ...plainBook,
    subtitle: 'A "Study"',
    price: '12.5000',
    words: '9007199254740993',
    published: '1871-12-01',
    offset: 330,
    seen: '2026-03-01T00:00:00.250Z',
    rebinding: 'Cloth',
    signed: true,
    size: { unit: 'cm', height: '19.80', weight: null },
    publisher: { name: 'Blackwood', city: null },
    tags: ['novel', 'long'],
    reviews: [
      { stars: 5, text: 'Yes' },
      { stars: 1, text: null },
    ],
    loans: [
      {
        nr: 1,
        member: 'Dorothea',
        fee: '0.50',
        notes: [
          { day: '2026-02-01', line: 1, text: 'Late' },
          { day: '2026-02-02', line: 1, text: null },
        ],
      },
      { nr: 2, member: 'Casaubon', fee: null, notes: [] },
    ],
  },
  { ...plainBook, id: "O'Neil 2/é", title: 'B, "ü" 100%' },
  { ...plainBook, id: '3', title: 'C' },
]

/** The first of them as answers have it, but for the number of its words, which no float can be. */
export const middlemarch = {
  '@odata.etag': 'W/"Middlemarch,2026-03-01T00:00:00.250Z"',
  Id: '1',
  Title: 'Middlemarch',
  Subtitle: 'A "Study"',
  Price: 12.5,
  Pages: 880,
  Published: '1871-12-01',
  Bought: '2026-01-31T15:30:00.000+05:30',
  Seen: '2026-03-01T00:00:00.250Z',
  Binding: 'Paper',
  Rebinding: 'Cloth',
  Lost: false,
  Signed: true,
  Code: '01234567-89ab-cdef-0123-456789abcdef',
  Remark: '',
  Size: { Unit: 'cm', Height: 19.8, Box: { Weight: null } },
  Tags: ['novel', 'long'],
  Reviews: [
    { Stars: 5, Text: 'Yes' },
    { Stars: 1, Text: null },
  ],
}
