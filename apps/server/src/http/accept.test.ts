import { describe, expect, it } from 'vitest'
import { acceptableType, requireAcceptable } from './accept.js'

const json = 'application/json'
const xml = 'application/xml'

describe('the media type of an answer', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['text/*', 'text/json'],
    [json, json],
    ['text/json', 'text/json'],
    [xml, xml],
    ['text/xml', 'text/xml'],
    ['TEXT/XML; charset=utf-8', 'text/xml'],
    [`${xml}, ${json}`, json],
    [`${xml}, ${json};q=0.9`, xml],
    [`${xml};q=0.5, */*;q=0.4`, xml],
    [`${json};q=0.2, ${xml} ; Q = 0.3`, xml],
    ['*/*;q=0.1, text/*;q=0.2, text/json;q=0', 'text/xml'],
    [`*/*, ${json};q=0`, 'text/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', xml],
    [`image/png, ${xml};q=0.001`, xml],
    [`${xml};q=high, text/json;q=0.1`, 'text/json'],
  ])('is, when asked for %j, %s', (header, type) => {
    expect(acceptableType(header)).toBe(type)
  })

  it.each([
    'image/png',
    'application/problem+json',
    'application/json;q=0',
    '*/*;q=0',
    'text/*;q=0.0',
    'json',
    ';',
  ])('is none, when asked for %j', (header) => {
    expect(acceptableType(header)).toBeUndefined()
    expect(() => requireAcceptable(header)).toThrow(/Ask for application\/json, .* or text\/xml/)
  })
})
