import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCli } from '../test-cli.test-support.js'

const cli = testCli({})
const template = fileURLToPath(new URL('../../../adapter-template', import.meta.url))

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'conform-'))
})
afterAll(() => rm(directory, { recursive: true }))

/** A package with these contents. */
async function packageOf(manifest: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = await mkdtemp(join(directory, 'adapter-'))
  await writeFile(join(path, 'package.json'), manifest)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return path
}

const exporting = (target: unknown) =>
  JSON.stringify({ name: 'adapter-x', type: 'module', exports: { './conformance': target } })

describe('adapter conform', () => {
  it('holds an adapter to every requirement', async () => {
    const { code, output, messages } = await cli('adapter', 'conform', template)
    expect([code, output]).toEqual([0, expect.stringContaining('0 failed. It conforms.')])
    expect(messages).toContain('requirements')
    const report = await cli('adapter', 'conform', template, '--json')
    expect(JSON.parse(report.output)).toMatchObject({
      adapter: '@ledgerpost/adapter-template',
      specVersion: 'v1',
    })
  })

  it.each([
    ['no package', undefined, {}, 'has no package.json'],
    ['no entry', '{"name":"adapter-x"}', {}, "has no entry './conformance'"],
    ['no name', '{}', {}, 'has no name'],
    ['what is not built', exporting({ types: './x.d.ts', default: './dist/x.js' }), {}, 'is not built'],
    [
      'another export',
      exporting('./x.js'),
      { 'x.js': 'export const other = 1' },
      'does not export a conformanceSubject',
    ],
  ])('says what is lacking: %s', async (_what, manifest, files, said) => {
    const path = manifest === undefined ? join(directory, 'nothing') : await packageOf(manifest, files)
    const { code, messages } = await cli('adapter', 'conform', path)
    expect([code, messages]).toEqual([5, expect.stringContaining(said)])
  })

  it('does not judge an adapter whose books cannot be here', async () => {
    const subject = `export const conformanceSubject = { name: 'adapter-x', transport: 'local', open() {}, unavailable: () => 'acmed is not installed' }`
    const path = await packageOf(exporting({ import: './x.js' }), { 'x.js': subject })
    expect(await cli('adapter', 'conform', path)).toMatchObject({
      code: 5,
      messages: expect.stringContaining('acmed is not installed'),
    })
  })
})
