import { describe, expect, it } from 'vitest'
import { createTrytonAdapter, type TrytonAdapterOptions } from './create-tryton-adapter.js'
import { contextFor } from './testing/context.test-support.js'

const settings = { url: 'https://tryton.example.org', database: 'books', user: 'pos', password: 'x' }

async function problemOf(value: unknown, options: TrytonAdapterOptions = {}): Promise<string | undefined> {
  const result = await createTrytonAdapter(options).settings['~standard'].validate(value)
  return result.issues
    ?.map(({ path = [], message }) => `${path.map(String).join('.')}: ${message}`)
    .join('; ')
}

describe('the settings of Tryton', () => {
  it.each([
    {},
    { url: ' https://tryton.example.org/ ' },
    { url: 'http://127.0.0.1:8000' },
    { company: 'Studio', journal: 'POS', party: '7' },
  ])('are taken with %j', async (own) => {
    expect(await problemOf({ ...settings, ...own })).toBeUndefined()
  })

  it.each([
    [{ url: 'http://tryton.example.org' }, 'url: The address must be an https URL'],
    [{ url: 'tryton' }, "url: 'tryton' is not an address"],
    [{ url: 'https://pos:secret@tryton.example.org' }, 'url: The address must be that of the server alone'],
    [{ url: 'https://tryton.example.org/?a=1' }, 'url: The address must be that of the server alone'],
    [{ database: 'a/../b' }, 'database: The name of a database consists of'],
    [{ database: '..' }, 'database: The name of a database consists of'],
    [{ user: '' }, 'user: '],
    [{ password: '' }, 'password: '],
    [{ password: undefined }, 'password: The password is missing.'],
    [{ pasword: 'x' }, 'pasword'],
  ])('are refused with %j, and it is said why', async (own, text) => {
    expect(await problemOf({ ...settings, ...own })).toContain(text)
  })

  it('need no password where the operator has them, and lead only where the operator lets them', async () => {
    const { password: _password, ...bare } = settings
    expect(await problemOf(bare, { passwordOf: async () => 'x' })).toBeUndefined()
    expect(await problemOf(settings, { urls: ['https://tryton.example.org'] })).toBeUndefined()
    expect(await problemOf(settings, { urls: ['https://other.example.org'] })).toContain('url: ')
  })

  it('that are stored and not valid any more stop the connection, without telling the password', () => {
    const connect = () =>
      createTrytonAdapter({ urls: [] }).connect(contextFor({ ...settings, password: 'secret word' }))
    expect(connect).toThrow('none of the servers that may be linked')
    expect(connect).not.toThrow('secret word')
  })
})
