import { PGlite } from '@electric-sql/pglite'
import { defineModel } from './model/define-model.js'
import { type Model } from './model/model.js'
import { type EnumType } from './model/primitive-type.js'
import { type ComplexType, type EntityType } from './model/structured-type.js'
import { type Execute, type ODataRequest } from './request.js'
import { type Statement } from './sql/sql.js'

export const binding: EnumType = { kind: 'enum', name: 'Binding', members: { Paper: 1, Cloth: 0, Audio: 7 } }

const box: ComplexType = {
  kind: 'complex',
  name: 'Box',
  properties: { Weight: { kind: 'primitive', type: 'Edm.Int32', column: 'box_weight', nullable: true } },
}

const size: ComplexType = {
  kind: 'complex',
  name: 'Size',
  properties: {
    Unit: { kind: 'primitive', type: 'Edm.String', column: 'size_unit' },
    Height: { kind: 'primitive', type: 'Edm.Decimal', column: 'size_height' },
    Box: { kind: 'complex', type: box },
  },
}

const review: ComplexType = {
  kind: 'complex',
  name: 'Review',
  properties: {
    Stars: { kind: 'primitive', type: 'Edm.Int32', column: 'stars' },
    Text: { kind: 'primitive', type: 'Edm.String', column: 'text', nullable: true },
  },
}

const note: EntityType = {
  kind: 'entity',
  name: 'Note',
  key: ['Day', 'Line'],
  properties: {
    Day: { kind: 'primitive', type: 'Edm.Date', column: 'day' },
    Line: { kind: 'primitive', type: 'Edm.Int32', column: 'line' },
    Text: { kind: 'primitive', type: 'Edm.String', column: 'text', nullable: true },
  },
  navigation: {},
}

const loan: EntityType = {
  kind: 'entity',
  name: 'Loan',
  key: ['Nr'],
  properties: {
    Nr: { kind: 'primitive', type: 'Edm.Int32', column: 'nr' },
    Member: { kind: 'primitive', type: 'Edm.String', column: 'member' },
    Fee: { kind: 'primitive', type: 'Edm.Decimal', column: 'fee', nullable: true },
  },
  navigation: {
    Notes: {
      kind: 'contained',
      target: note,
      many: true,
      relation: {
        name: 'note',
        joins: { book: 'book', loan: 'nr' },
        order: [
          { column: 'day', direction: 'desc' },
          { column: 'line', direction: 'asc' },
        ],
      },
    },
  },
}

const publisher: EntityType = {
  kind: 'entity',
  name: 'Publisher',
  key: [],
  properties: {
    Name: { kind: 'primitive', type: 'Edm.String', column: 'publisher' },
    City: { kind: 'primitive', type: 'Edm.String', column: 'publisher_city', nullable: true },
  },
  navigation: {},
}

const book: EntityType = {
  kind: 'entity',
  name: 'Book',
  key: ['Id'],
  properties: {
    Id: { kind: 'primitive', type: 'Edm.String', column: 'id' },
    Title: { kind: 'primitive', type: 'Edm.String', column: 'title' },
    Subtitle: { kind: 'primitive', type: 'Edm.String', column: 'subtitle', nullable: true },
    Price: { kind: 'primitive', type: 'Edm.Decimal', column: 'price', nullable: true },
    Pages: { kind: 'primitive', type: 'Edm.Int32', column: 'pages' },
    Words: { kind: 'primitive', type: 'Edm.Int64', column: 'words', nullable: true },
    Published: { kind: 'primitive', type: 'Edm.Date', column: 'published', nullable: true },
    Bought: { kind: 'primitive', type: 'Edm.DateTimeOffset', column: 'bought', localColumn: 'bought_local' },
    Seen: { kind: 'primitive', type: 'Edm.DateTimeOffset', column: 'seen', nullable: true },
    Binding: { kind: 'primitive', type: binding, column: 'binding' },
    Rebinding: { kind: 'primitive', type: binding, column: 'rebinding', nullable: true },
    Lost: { kind: 'primitive', type: 'Edm.Boolean', column: 'lost' },
    Signed: { kind: 'primitive', type: 'Edm.Boolean', column: 'signed', nullable: true },
    Code: { kind: 'primitive', type: 'Edm.Guid', column: 'code' },
    Remark: { kind: 'primitive', type: 'Edm.String', column: 'remark', filterable: false, sortable: false },
    Size: { kind: 'complex', type: size, presence: 'size_unit' },
    Tags: {
      kind: 'collection',
      items: { type: 'Edm.String', column: 'tag' },
      relation: {
        name: 'tag',
        joins: { book: 'id' },
        order: [{ column: 'place', direction: 'asc', type: 'Edm.Int32' }],
      },
    },
    Reviews: {
      kind: 'collection',
      items: review,
      relation: {
        name: 'review',
        joins: { book: 'id' },
        order: [{ column: 'place', direction: 'asc', type: 'Edm.Int32' }],
      },
    },
  },
  navigation: {
    Publisher: { kind: 'contained', target: publisher, many: false, presence: 'publisher' },
    Loans: {
      kind: 'contained',
      target: loan,
      many: true,
      relation: { name: 'loan', joins: { book: 'id' }, order: [{ column: 'nr', direction: 'asc' }] },
    },
  },
  etag: ['Title', 'Seen'],
  concurrency: ['Title'],
}

const visit: EntityType = {
  kind: 'entity',
  name: 'Visit',
  key: ['Nr'],
  properties: {
    Nr: { kind: 'primitive', type: 'Edm.Int64', column: 'nr' },
    Visitor: { kind: 'primitive', type: 'Edm.String', column: 'visitor' },
  },
  navigation: {},
}

/** A library: books with tags, reviews, a publisher and loans with notes; visits, always the latest first. */
export const library: Model = defineModel({
  namespace: 'Town.Library',
  container: 'Service',
  sets: [
    {
      name: 'Books',
      type: book,
      relation: { name: 'book', joins: { library: 'library' }, order: [{ column: 'id', direction: 'asc' }] },
    },
    {
      name: 'Visits',
      type: visit,
      relation: {
        name: 'visit',
        joins: { library: 'library' },
        order: [{ column: 'nr', direction: 'desc' }],
        orderIsFixed: true,
      },
    },
  ],
})

const schema = `
  create table book (
    library text not null, id text collate "C" not null, title text collate "C" not null,
    subtitle text collate "C", price numeric, pages int4 not null, words int8, published date,
    bought timestamptz not null, bought_local timestamp not null, seen timestamptz, binding text not null,
    rebinding text, lost boolean not null, signed boolean, code uuid not null, remark text not null default '',
    size_unit text collate "C", size_height numeric, box_weight int4,
    publisher text collate "C", publisher_city text collate "C", primary key (library, id));
  create table tag (book text collate "C", place int4, tag text collate "C" not null, primary key (book, place));
  create table review (
    book text collate "C", place int4, stars int4 not null, text text collate "C", primary key (book, place));
  create table loan (
    book text collate "C", nr int4, member text collate "C" not null, fee numeric, primary key (book, nr));
  create table note (
    book text collate "C", loan int4, day date, line int4, text text collate "C",
    primary key (book, loan, day, line));
  create table visit (library text not null, nr int8, visitor text not null, primary key (library, nr));
`

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

/** The library's database, and what was asked of it. */
export class LibraryDatabase {
  readonly statements: Statement[] = []

  private constructor(private readonly engine: PGlite) {}

  static async open(): Promise<LibraryDatabase> {
    const engine = new PGlite()
    await engine.exec(schema)
    return new LibraryDatabase(engine)
  }

  readonly execute: Execute = async (statement) => {
    this.statements.push(statement)
    const { rows } = await this.engine.query<Record<string, unknown>>(statement.text, [...statement.values])
    return rows
  }

  async run(text: string, values: readonly unknown[] = []): Promise<void> {
    await this.engine.query(text, [...values])
  }

  /** Makes the library have these books and no others. */
  async fill(books: readonly LibraryBook[], name = 'town'): Promise<void> {
    await this.engine.exec(
      'delete from book; delete from tag; delete from review; delete from loan; delete from note',
    )
    for (const each of books) await this.add(each, name)
  }

  async add(each: LibraryBook, name = 'town'): Promise<void> {
    const { size: dimensions, publisher: house } = each
    const local = new Date(Date.parse(each.bought) + each.offset * 60_000).toISOString().replace('Z', '')
    const row = [
      ...[name, each.id, each.title, each.subtitle, each.price, each.pages, each.words, each.published],
      ...[each.bought, local, each.seen, each.binding, each.rebinding, each.lost, each.signed, each.code, ''],
      // What a value that is absent would have had may still stand in its columns.
      ...[dimensions?.unit ?? null, dimensions?.height ?? '7.5', dimensions ? dimensions.weight : 3],
      ...[house?.name ?? null, house ? house.city : 'Nowhere'],
    ]
    await this.run(`insert into book values (${row.map((_, at) => `$${at + 1}`).join(', ')})`, row)
    for (const [place, tag] of each.tags.entries()) {
      await this.run('insert into tag values ($1, $2, $3)', [each.id, place, tag])
    }
    for (const [place, { stars, text }] of each.reviews.entries()) {
      await this.run('insert into review values ($1, $2, $3, $4)', [each.id, place, stars, text])
    }
    for (const { nr, member, fee, notes } of each.loans) {
      await this.run('insert into loan values ($1, $2, $3, $4)', [each.id, nr, member, fee])
      for (const { day, line, text } of notes) {
        await this.run('insert into note values ($1, $2, $3, $4, $5)', [each.id, nr, day, line, text])
      }
    }
  }

  async close(): Promise<void> {
    await this.engine.close()
  }

  /** A request for what is below the root, for instance `Books?$top=1`. */
  request(
    target: string,
    headers: Readonly<Record<string, string>> = {},
    method: ODataRequest['method'] = 'GET',
  ): ODataRequest {
    const [path = '', ...rest] = target.split('?')
    return {
      method,
      path: `/${path}`,
      search: rest.join('?'),
      header: (name) => headers[name],
      root,
      scope: { library: 'town' },
      execute: this.execute,
    }
  }
}

export const root = 'https://library.example/odata'
