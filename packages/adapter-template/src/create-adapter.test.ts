import { describe, expect, it } from 'vitest'
import { createAdapter } from './create-adapter.js'

const environment = { EXAMPLE_CLIENT_ID: 'id', EXAMPLE_CLIENT_SECRET: 'secret' }

describe('createAdapter', () => {
  it('makes the adapter from the environment of a server', () => {
    expect(createAdapter(environment).manifest.type).toBe('Example')
  })

  it.each(['EXAMPLE_CLIENT_ID', 'EXAMPLE_CLIENT_SECRET'])('says that %s is missing', (name) => {
    expect(() => createAdapter({ ...environment, [name]: '' })).toThrow(`${name} must be set`)
  })

  it('speaks plain HTTP to this machine only', () => {
    const of = (apiUrl: string) => () => createAdapter({ ...environment, EXAMPLE_API_URL: apiUrl })
    expect(of('http://api.books.example')).toThrow(RangeError)
    expect(of('http://127.0.0.1:1')().specVersion).toBe('v1')
  })
})
