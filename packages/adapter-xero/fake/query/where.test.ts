import { describe, expect, it } from 'vitest'
import { parseWhere, QueryParseError } from './where.js'

const element = { Number: 'a OR b', Date: '/Date(1772323200000+0000)/', Contact: { Name: 'x' }, Count: 3 }

describe('parseWhere', () => {
  it.each([
    ['Number=="a OR b"', true],
    ['Number=="a"', false],
    ['Number!="a"', true],
    ['Number=="z" OR Number=="a OR b"', true],
    ['Number=="a OR b" AND Contact.Name=="y" OR Contact.Name=="x"', true],
    ['Number=="a OR b" AND Contact.Name=="y"', false],
    ['Date>=DateTime(2026,03,01) AND Date<=DateTime(2026, 3, 1)', true],
    ['Date>DateTime(2026,03,01)', false],
    ['Date<DateTime(2026,03,02)', true],
    ['Number.StartsWith("a ")', true],
    ['Number.StartsWith("b")', false],
    ['Count=="3"', true],
    ['Missing==""', true],
  ])('%s: %j', (filter, verdict) => {
    expect(parseWhere(filter)(element)).toBe(verdict)
  })

  it.each(['Number=a', 'Number=="a" OR', 'drop table'])('does not understand %j', (filter) => {
    expect(() => parseWhere(filter)).toThrow(QueryParseError)
  })
})
