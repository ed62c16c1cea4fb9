import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LibraryClient } from '../library/library-client.test-support.js'
import { root } from '../library/library-database.test-support.js'
import { middlemarch, plainBook } from '../library/library-book.test-support.js'

let client: LibraryClient
const metadata = `${root}/$metadata`

beforeAll(async () => {
  client = await LibraryClient.openWithSamples()
})
afterAll(() => client.database.close())

describe('a query', () => {
  it('selects', async () => {
    expect(await client.get("Books('1')?$select=Size/Height,Reviews/Stars,Id")).toEqual({
      '@odata.context': `${metadata}#Books(Size/Height,Reviews/Stars,Id)/$entity`,
      '@odata.etag': middlemarch['@odata.etag'],
      Id: '1',
      Size: { Height: 19.8 },
      Reviews: [{ Stars: 5 }, { Stars: 1 }],
    })
    expect(await client.get("Books('1')?$select=*,Loans")).toMatchObject({
      '@odata.context': `${metadata}#Books(*,Loans)/$entity`,
      ...middlemarch,
    })
    expect(await client.get("Books('1')/Size?$select=Unit")).toEqual({
      '@odata.context': `${metadata}#Books('1')/Size(Unit)`,
      Unit: 'cm',
    })
  })

  it('tells an entity’s address where its key is left out', async () => {
    expect(await client.get("Books('1')?$select=Pages")).toMatchObject({ '@odata.id': `${root}/Books('1')` })
    expect(await client.get("Books('1')?$select=Id")).not.toHaveProperty(['@odata.id'])
  })

  it('expands, with options within', async () => {
    const target =
      "Books('1')?$select=Id&$expand=Publisher($select=Name),Loans($select=Nr;$count=true;$filter=Nr lt 9;$orderby=Nr desc;$expand=Notes($top=1))"
    expect(await client.get(target)).toEqual({
      '@odata.context': `${metadata}#Books(Id,Publisher(Name),Loans(Nr))/$entity`,
      '@odata.etag': middlemarch['@odata.etag'],
      Id: '1',
      Publisher: { Name: 'Blackwood' },
      'Loans@odata.count': 2,
      Loans: [
        { Nr: 2, Notes: [] },
        { Nr: 1, Notes: [{ Day: '2026-02-02', Line: 1, Text: null }] },
      ],
    })
    expect(await client.get('Books?$expand=Publisher&$top=2&$select=Id')).toMatchObject({
      '@odata.context': `${metadata}#Books(Id)`,
      value: [{ Publisher: { Name: 'Blackwood' } }, { Publisher: null }],
    })
  })

  it('counts the whole, whatever the page', async () => {
    expect(await client.get('Books?$count=true&$top=0')).toEqual({
      '@odata.context': `${metadata}#Books`,
      '@odata.count': 3,
      value: [],
    })
    const filtered = "Books?$count=true&$filter=Id ne '3'&$skip=1&$select=Id"
    expect(await client.get(filtered)).toMatchObject({ '@odata.count': 2, value: [{ Id: "O'Neil 2/é" }] })
  })

  it('cannot change an order that is fixed', async () => {
    const latestFirst = { value: [{ Nr: 3 }, { Nr: 2 }, { Nr: 1 }] }
    expect(await client.get('Visits')).toMatchObject(latestFirst)
    expect(await client.get('Visits?$orderby=Nr')).toMatchObject(latestFirst)
  })

  it('sorts enumerations by number', async () => {
    await client.database.add({ ...plainBook, id: '5', binding: 'Cloth' })
    await client.database.add({ ...plainBook, id: '6', binding: 'Audio' })
    const filter = "$filter=Id in ('3','5','6')&$select=Binding"
    expect(await client.get(`Books?$orderby=Binding&${filter}`)).toMatchObject({
      value: [{ Binding: 'Cloth' }, { Binding: 'Paper' }, { Binding: 'Audio' }],
    })
    await client.database.run("delete from book where id in ('5', '6')")
  })

  it('is one statement, and none if it is refused', async () => {
    client.database.statements.length = 0
    await client.get('Books?$count=true&$expand=Loans($expand=Notes)&$filter=Tags/any()')
    expect(client.database.statements).toHaveLength(1)
    await client.refusal('Books?$filter=Nope eq 1')
    await client.get('')
    expect(client.database.statements).toHaveLength(1)
  })
})
