import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSurfaces, surfaceFile, surfaceText } from './read-surface.js'

const valueKinds = new Set(['class', 'function', 'const', 'namespace'])

describe.each(readSurfaces())('$workspace.manifest.name', (surface) => {
  it('exports the names of its api.txt and no others (`npm run surface:update` after a change that is meant)', () => {
    expect(surfaceText(surface)).toBe(readFileSync(surfaceFile(surface), 'utf8'))
  })

  it.each(surface.entries)('gives at run time what $entry promises', async ({ file, names }) => {
    const loaded: object = await import(pathToFileURL(file).href)
    const values = names.filter(({ kind }) => valueKinds.has(kind)).map(({ name }) => name)
    expect(Object.keys(loaded).toSorted()).toEqual(values)
  })
})
