import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapterNames } from './adapter-names.js'
import { createAdapterPackage } from './create-adapter-package.js'
import { toolVersions } from './package-files.js'

const template = join(import.meta.dirname, '..', '..', 'adapter-template')

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'create-adapter-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const create = (title: string) =>
  createAdapterPackage({ names: adapterNames(title), directory, template, version: '1.2.3' })

describe('names', () => {
  it('follow from the title', () => {
    expect(adapterNames(' Acme books 24 ')).toEqual({
      title: 'Acme books 24',
      pascal: 'AcmeBooks24',
      camel: 'acmeBooks24',
      kebab: 'acme-books-24',
      constant: 'ACME_BOOKS_24',
    })
    expect(adapterNames('DATEV').pascal).toBe('DATEV')
  })

  it.each(['', '  ', '24 Books', '会計'])('cannot be made of %j', (title) => {
    expect(() => adapterNames(title)).toThrow('cannot name an adapter')
  })
})

describe('a new adapter', () => {
  it('speaks of its own integrator alone', async () => {
    const { files } = await create('Acme Books')
    expect(files).toEqual(
      expect.arrayContaining([
        '.gitignore',
        'README.md',
        'conformance/expected-failures.json',
        'conformance/subject.ts',
        'fake/create-fake-acme-books.ts',
        'package.json',
        'src/conformance.test.ts',
        'src/create-acme-books-adapter.ts',
      ]),
    )
    for (const file of files) {
      const text = await readFile(join(directory, file), 'utf8')
      expect(`${file}: ${text.replaceAll(/https?:\/\/[a-z.]+\.example/g, '')}`).not.toMatch(
        /example|template\/|@ledgerpost\/adapter-template/i,
      )
    }
  })

  it('depends on the versions that it was made with', async () => {
    await create('Acme')
    const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({
      name: 'adapter-acme',
      dependencies: { '@ledgerpost/adapter-kit': '^1.2.3' },
      devDependencies: { '@ledgerpost/core': '^1.2.3', '@ledgerpost/testkit': '^1.2.3', ...toolVersions },
    })
  })

  it('is made with the tools that this repository is tested with', async () => {
    const root = JSON.parse(await readFile(join(template, '..', '..', 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>
    }
    for (const [name, version] of Object.entries(toolVersions))
      expect([name, root.devDependencies[name]]).toEqual([name, version])
  })

  it('overwrites nothing', async () => {
    await writeFile(join(directory, 'mine.txt'), 'mine')
    await expect(create('Acme')).rejects.toThrow('is not empty')
    expect(await readFile(join(directory, 'mine.txt'), 'utf8')).toBe('mine')
  })
})
