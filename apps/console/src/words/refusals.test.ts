import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { english } from '../texts/english.js'
import { fixFor, isRefusalCode } from './refusals.js'

const pages = new URL('../../../../docs/errors/', import.meta.url)
const index = readFileSync(new URL('README.md', pages), 'utf8')
const chapters = [
  'Orders that a sync left out',
  'Packets that are Held',
  'Packets that are Pending',
  'Packets that are InDoubt',
  'Packets that are Rejected',
]

/** The codes that the documentation lists for packets and orders. */
const documented = chapters.flatMap((title) => {
  const chapter = index.split(`### ${title}`)[1]?.split('###')[0] ?? ''
  return [...chapter.matchAll(/\[`([^`]+)`\]/g)].map(([, code = '']) => code)
})

describe('what helps', () => {
  it('is known for every code that is documented for packets and orders', () => {
    expect(documented.length).toBeGreaterThan(10)
    expect(documented.filter((code) => !isRefusalCode(code))).toEqual([])
  })

  it('is said only for codes that there are', () => {
    const known = readdirSync(pages).map((file) => file.replace(/\.md$/, ''))
    expect(Object.keys(english.refusals.codes).filter((code) => !known.includes(code))).toEqual([])
  })

  it('is to look for a code that this page does not know', () => {
    expect([fixFor('a-code-of-tomorrow'), fixFor(null), fixFor('toString')]).toEqual(['look', 'look', 'look'])
  })
})
