import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LibraryBook, plainBook } from '../library/library-book.test-support.js'
import { LibraryDatabase, root } from '../library/library-database.test-support.js'
import { books, shelves } from '../library/library-filters.test-support.js'
import { library } from '../library/library-model.test-support.js'
import { createODataService, type ODataService } from '../service.js'

let database: LibraryDatabase

beforeAll(async () => {
  database = await LibraryDatabase.open()
})
afterAll(() => database.close())

interface Page {
  readonly value: readonly { readonly Id: string }[]
  readonly '@odata.count'?: number
  readonly '@odata.nextLink'?: string
}

async function pageOf(service: ODataService, target: string): Promise<Page> {
  const { status, body } = await service.handle(database.request(target))
  expect({ target, status, body }).toMatchObject({ status: 200 })
  return JSON.parse(body ?? '') as Page
}

/** What is below the root in an absolute link. */
const below = (link: string): string => link.slice(root.length + 1)

async function walk(
  service: ODataService,
  target: string,
  between: (page: number) => Promise<void> = async () => {},
): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let next: string | undefined = target; next !== undefined;) {
    const page = await pageOf(service, next)
    pages.push(page)
    // A page that leads back would lead on for ever.
    expect(pages.length).toBeLessThan(50)
    const link = page['@odata.nextLink']
    expect(link ?? root).toMatch(/^https:\/\/library\.example\/odata(?:\/[\x21\x23-\x7e]+)?$/)
    next = link && below(link)
    await between(pages.length)
  }
  return pages
}

const idsOf = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ value }) => value.map(({ Id }) => Id))

/** By path, what books are sorted by; null comes first. */
const keys: Readonly<Record<string, (book: LibraryBook) => string | number | bigint | boolean | null>> = {
  Id: ({ id }) => id,
  Title: ({ title }) => hex(title),
  Subtitle: ({ subtitle }) => subtitle && hex(subtitle) + '.',
  Price: ({ price }) => price && Number(price),
  Pages: ({ pages }) => pages,
  Words: ({ words }) => words && BigInt(words),
  Published: ({ published }) => published,
  Bought: ({ bought }) => bought,
  Seen: ({ seen }) => seen,
  Binding: ({ binding }) => ['Cloth', 'Paper', 'Audio'].indexOf(binding),
  Rebinding: ({ rebinding }) => rebinding && ['Cloth', 'Paper', 'Audio'].indexOf(rebinding),
  Lost: ({ lost }) => lost,
  Signed: ({ signed }) => signed,
  Code: ({ code }) => code,
  'Size/Height': ({ size }) => size && Number(size.height),
  'Size/Box/Weight': ({ size }) => size && size.weight,
  'Publisher/Name': ({ publisher }) => publisher && `${hex(publisher.name)}.`,
}

const hex = (text: string): string => Buffer.from(text).toString('hex')

type Order = readonly (readonly [path: string, direction: 'asc' | 'desc'])[]

function sorted(all: readonly LibraryBook[], order: Order): readonly string[] {
  return all
    .toSorted((one, other) => {
      for (const [path, direction] of [...order, ['Id', 'asc'] as const]) {
        const [left, right] = [keys[path]?.(one) ?? null, keys[path]?.(other) ?? null]
        if (left === right) continue
        const isBefore = left === null || (right !== null && left < right)
        return isBefore === (direction === 'asc') ? -1 : 1
      }
      return 0
    })
    .map(({ id }) => id)
}

const orders: fc.Arbitrary<Order> = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...Object.keys(keys)), fc.constantFrom('asc', 'desc')),
  { maxLength: 4, selector: ([path]) => path },
)
const sizes = fc.integer({ min: 1, max: 4 })
const orderbyOf = (order: Order): string =>
  order.length === 0 ? '' : `&$orderby=${order.map((each) => each.join('%20')).join(',')}`

describe('all pages together', () => {
  test.prop(
    [
      shelves,
      fc.array(fc.tuple(orders, sizes, fc.option(fc.nat({ max: 9 })), fc.nat({ max: 3 })), {
        minLength: 6,
        maxLength: 6,
      }),
    ],
    { numRuns: 12 },
  )('have every entity once and in order, as far as $top and $skip allow', async (shelf, walks) => {
    await database.keepOnly(shelf)
    for (const [order, pageSize, top, skip] of walks) {
      const service = createODataService(library, { pageSize })
      const options = `${top === null ? '' : `&$top=${top}`}${skip === 0 ? '' : `&$skip=${skip}`}`
      const pages = await walk(service, `Books?$count=true&$select=Id${orderbyOf(order)}${options}`)
      const expected = sorted(shelf, order).slice(skip, top === null ? undefined : skip + top)
      expect([order, idsOf(pages)]).toEqual([order, expected])
      for (const page of pages) {
        expect(page['@odata.count']).toBe(shelf.length)
        expect(page.value.length).toBeLessThanOrEqual(pageSize)
      }
      expect(pages.length).toBe(Math.max(1, Math.ceil(expected.length / pageSize)))
    }
  })

  test.prop([shelves, fc.array(books, { maxLength: 6 }), orders, sizes], { numRuns: 25 })(
    'have every entity once that was there before, whatever arrives meanwhile',
    async (shelf, arriving, order, pageSize) => {
      await database.keepOnly(shelf)
      const service = createODataService(library, { pageSize })
      const late = arriving.map((book, at): LibraryBook => ({ ...book, id: `${at}-late` }))
      const pages = await walk(service, `Books?$select=Id${orderbyOf(order)}`, async (page) => {
        const book = late[page - 1]
        if (book) await database.add(book)
      })
      const seen = idsOf(pages)
      expect(seen.filter((id) => !id.endsWith('-late'))).toEqual(sorted(shelf, order))
      expect(new Set(seen).size).toBe(seen.length)
    },
  )
})

describe('a link to the next page', () => {
  const small = createODataService(library, { pageSize: 2 })
  const shelf = ['1', '2', '3', '4', '5'].map((id): LibraryBook => ({
    ...plainBook,
    id,
    tags: ['a', 'b', 'c'],
    reviews: [
      { stars: 1, text: null },
      { stars: 2, text: null },
      { stars: 3, text: null },
    ],
    loans: [1, 2, 3, 4].map((nr) => ({
      nr,
      member: `M%&${nr}`,
      fee: null,
      notes: [1, 2, 3].map((line) => ({ day: '2026-01-01', line, text: null })),
    })),
  }))
  beforeAll(() => database.keepOnly(shelf))

  it('keeps every option but those of the page', async () => {
    const [first] = await walk(
      small,
      "Books?$top=4&mine=a+b%2B&$filter=Id+ne+'a%26b'&$skip=1&$select=Id&$format=json&$count=true&$orderby=Title,Id",
    )
    const link = new URL(first?.['@odata.nextLink'] ?? '')
    expect(link.pathname).toBe('/odata/Books')
    expect([...link.searchParams]).toEqual([
      ['mine', 'a b+'],
      ['$filter', "Id ne 'a&b'"],
      ['$select', 'Id'],
      ['$format', 'json'],
      ['$count', 'true'],
      ['$orderby', 'Title,Id'],
      ['$top', '2'],
      ['$skiptoken', expect.stringMatching(/^[\w-]+$/)],
    ])
  })

  it('within an entity leads to the rest of what it contains', async () => {
    const expand =
      "Loans($select=Nr;$filter=Member ne 'a%26b;c' and Nr gt 0;$orderby=Nr desc;$skip=1;$top=3;$count=true;$expand=Notes($top=2))"
    const page = await pageOf(small, `Books?$select=Id&$top=1&$format=json&$expand=${expand}`)
    const entity = page.value[0] as unknown as Record<string, unknown>
    expect(entity).toMatchObject({
      Id: '1',
      'Loans@odata.count': 4,
      Loans: [
        { Nr: 3, Notes: [{ Line: 1 }, { Line: 2 }] },
        { Nr: 2, Notes: [{ Line: 1 }, { Line: 2 }] },
      ],
    })
    const link = String(entity['Loans@odata.nextLink'])
    expect(link).toContain(`${root}/Books('1')/Loans?$select=Nr&$expand=Notes($top%3D2)&$filter=`)
    expect(await pageOf(small, below(link))).toEqual({
      '@odata.context': `${root}/$metadata#Books('1')/Loans(Nr)`,
      '@odata.count': 4,
      value: [
        {
          Nr: 1,
          Notes: [
            { Day: '2026-01-01', Line: 1, Text: null },
            { Day: '2026-01-01', Line: 2, Text: null },
          ],
        },
      ],
    })
  })

  it('two levels down leads to where that is', async () => {
    const page = await pageOf(
      small,
      'Books?$select=Id&$top=1&$expand=Loans($select=Nr;$top=1;$expand=Notes($select=Line))',
    )
    const [entity] = page.value as unknown as readonly {
      readonly Loans: readonly Record<string, unknown>[]
    }[]
    const link = String(entity?.Loans[0]?.['Notes@odata.nextLink'])
    expect(link).toMatch(
      /^https:\/\/library\.example\/odata\/Books\('1'\)\/Loans\(1\)\/Notes\?\$select=Line&\$skiptoken=[\w-]+$/,
    )
    expect(await pageOf(small, below(link))).toMatchObject({ value: [{ Line: 3 }] })
  })

  it('is of references where references were asked for', async () => {
    const pages = await walk(small, "Books('2')/Loans/$ref?$filter=Nr ne 9")
    expect(pages.flatMap(({ value }) => value)).toEqual(
      [1, 2, 3, 4].map((nr) => ({ '@odata.id': `${root}/Books('2')/Loans(${nr})` })),
    )
  })

  it('is of values at their own path, while their owner has all of them', async () => {
    expect(await walk(small, "Books('1')/Tags")).toMatchObject([{ value: ['a', 'b'] }, { value: ['c'] }])
    expect(await walk(small, "Books('1')/Reviews?$orderby=Stars desc")).toMatchObject([
      { value: [{ Stars: 3 }, { Stars: 2 }] },
      { value: [{ Stars: 1 }] },
    ])
    expect((await pageOf(small, 'Books?$top=1')).value).toMatchObject([
      { Tags: ['a', 'b', 'c'], Reviews: [{ Stars: 1 }, { Stars: 2 }, { Stars: 3 }] },
    ])
  })

  it('does not look at $skip, and is refused when it was changed or is used for another order', async () => {
    const [first] = await walk(small, 'Books?$orderby=Title')
    const token = new URL(first?.['@odata.nextLink'] ?? '').searchParams.get('$skiptoken') ?? ''
    const statusOf = async (target: string): Promise<number> =>
      (await small.handle(database.request(target))).status
    const second = await pageOf(small, `Books?$orderby=Title&$skip=1&$skiptoken=${token}`)
    expect(idsOf([second])).toEqual(['3', '4'])
    for (const target of [
      `Books?$orderby=Title desc&$skiptoken=${token}`,
      `Books?$skiptoken=${token}`,
      `Books('1')/Loans?$skiptoken=${token}`,
      ...Array.from(token, (letter, at) => {
        const changed = token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1)
        return `Books?$orderby=Title&$skiptoken=${changed}`
      }),
      ...Array.from(token, (_, at) => `Books?$orderby=Title&$skiptoken=${token.slice(0, at) || '_'}`),
    ]) {
      expect([target, await statusOf(target)]).toEqual([target, 400])
    }
  })
})

it.each([
  ['odata.maxpagesize=2', 2, 'odata.maxpagesize=2'],
  ['respond-async, MaxPageSize="1"; x=y', 1, 'maxpagesize=1'],
  ['odata.maxpagesize=1000', 3, 'odata.maxpagesize=3'],
  ['odata.maxpagesize=0', 3, undefined],
  ['odata.maxpagesize=x', 3, undefined],
])('the client may prefer smaller pages: %s', async (prefer, length, applied) => {
  await database.keepOnly(['1', '2', '3', '4'].map((id) => ({ ...plainBook, id })))
  const service = createODataService(library, { pageSize: 3 })
  const { headers, body } = await service.handle(database.request('Books', { Prefer: prefer }))
  const { value } = JSON.parse(body ?? '') as Page
  expect([value.length, headers['Preference-Applied']]).toEqual([length, applied])
})

it('moments that differ by a microsecond are told apart', async () => {
  const shelf = ['001', '002', '003'].map((tail, at) => ({
    ...plainBook,
    id: `${9 - at}`,
    seen: `2026-01-31T10:00:00.000${tail}Z`,
  }))
  await database.keepOnly(shelf)
  const service = createODataService(library, { pageSize: 1 })
  expect(idsOf(await walk(service, 'Books?$select=Id&$orderby=Seen'))).toEqual(['9', '8', '7'])
  const filter = '$filter=Seen gt 2026-01-31T10:00:00.000001Z'
  expect(idsOf(await walk(service, `Books?$select=Id&${filter}`))).toEqual(['7', '8'])
})
