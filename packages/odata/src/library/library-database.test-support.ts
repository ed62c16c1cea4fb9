import { PGlite } from '@electric-sql/pglite'
import { type Execute, type ODataRequest } from '../request.js'
import { type Statement } from '../sql/sql.js'
import { type LibraryBook } from './library-book.test-support.js'

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
  async keepOnly(books: readonly LibraryBook[], name = 'town'): Promise<void> {
    await this.engine.exec(
      'delete from book; delete from tag; delete from review; delete from loan; delete from note',
    )
    for (const each of books) await this.add(each, name)
  }

  async add(each: LibraryBook, name = 'town'): Promise<void> {
    const { size: dimensions, publisher: house } = each
    const local = new Date(Date.parse(each.bought) + each.offset * 60_000).toISOString().replace('Z', '')
    const { id, title, subtitle, price, pages, words, published, bought, seen } = each
    const { binding, rebinding, lost, signed, code } = each
    const row = [
      [name, id, title, subtitle, price, pages, words, published, bought, local, seen],
      [binding, rebinding, lost, signed, code, ''],
      // What a value that is absent would have had may still stand in its columns.
      [dimensions?.unit ?? null, dimensions?.height ?? '7.5', dimensions ? dimensions.weight : 3],
      [house?.name ?? null, house ? house.city : 'Nowhere'],
    ].flat()
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
