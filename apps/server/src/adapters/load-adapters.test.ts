import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAdapters } from './load-adapters.js'

const adapter = `{ specVersion: 'v1', manifest: { type: 'Acme' }, connect() {}, render() {} }`
const packages = {
  acme: `export const createAdapter = ({ ACME_ID }) => {
    if (!ACME_ID) throw new Error('ACME_ID must be set: the id of your app at acme.example')
    return ${adapter}
  }`,
  other: 'export const somethingElse = 1',
  later: "export const createAdapter = () => ({ specVersion: 'v2' })",
  broken: 'export const createAdapter = (',
}

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'load-adapters-'))
  for (const [name, source] of Object.entries(packages)) {
    const folder = join(directory, 'node_modules', name)
    await mkdir(folder, { recursive: true })
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name, type: 'module', exports: './index.js' }),
    )
    await writeFile(join(folder, 'index.js'), source)
  }
  await writeFile(join(directory, 'mine.mjs'), `export const createAdapter = () => (${adapter})`)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('adapters of others', () => {
  it('are loaded by the name of their package, or by a path', async () => {
    const loaded = await loadAdapters(['acme', './mine.mjs'], { ACME_ID: '1' }, directory)
    expect(loaded.map(({ manifest }) => manifest.type)).toEqual(['Acme', 'Acme'])
  })

  it.each([
    ['absent', /names absent, .* cannot be imported .* Install the package where the server runs/],
    ['broken', /cannot be imported/],
    ['other', /exports no function createAdapter/],
    ['later', /no adapter of version v1/],
    ['acme', /names acme, .*: ACME_ID must be set/],
  ])('that cannot be offered stop the server: %s', async (name, message) => {
    await expect(loadAdapters([name], {}, directory)).rejects.toMatchObject({
      code: 'adapter-not-loaded',
      message: expect.stringMatching(message),
    })
  })
})
