import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, expect } from 'vitest'
import { LibraryDatabase } from '../library/library-database.test-support.js'
import { filters, shelves } from '../library/library-filters.test-support.js'
import { library } from '../library/library-model.test-support.js'
import { passes } from '../library/library-oracle.test-support.js'
import { wide } from '../parse/filters.test-support.js'
import { printFilter } from '../parse/print-filter.js'
import { createODataService } from '../service.js'

let database: LibraryDatabase
const service = createODataService(library, { limits: wide })

beforeAll(async () => {
  database = await LibraryDatabase.open()
})
afterAll(() => database.close())

test.prop([shelves, fc.array(filters(), { minLength: 30, maxLength: 30 })], { numRuns: 20 })(
  'the database finds what the rules of OData find',
  async (books, all) => {
    await database.keepOnly(books)
    for (const filter of all) {
      const text = printFilter(filter)
      const target = `Books?$select=Id&$filter=${encodeURIComponent(text)}`
      const { status, body } = await service.handle(database.request(target))
      expect([text, status, body]).toEqual([text, 200, expect.any(String)])
      const { value } = JSON.parse(body ?? '') as { value: readonly { Id: string }[] }
      const expected = books.filter((book) => passes(filter, book)).map(({ id }) => id)
      expect([text, ...value.map(({ Id }) => Id)]).toEqual([text, ...expected])
    }
  },
)
