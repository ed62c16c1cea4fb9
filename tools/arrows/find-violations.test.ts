import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findViolations } from './find-violations.js'
import { parseRules, readRules } from './rules.js'

const rules = parseRules({
  packages: {
    core: { thirdParty: ['zod'], nodeBuiltins: false, pure: true },
    testkit: { imports: ['core'] },
    'adapter-*': { imports: ['core'], fake: ['testkit'], tests: ['testkit'] },
    cli: { imports: ['adapter-plain/fake'] },
  },
  impure: {
    globals: ['process', 'crypto'],
    members: ['Date.now', 'Math.random'],
    withoutArguments: ['Date'],
  },
})

const manifests: Record<string, object> = {
  'package.json': { name: 'fixture', private: true, devDependencies: { vitest: '1.0.0' } },
  'apps/testkit/package.json': {
    name: '@ledgerpost/testkit',
    dependencies: { '@ledgerpost/core': '^1.0.0' },
  },
  'packages/core/package.json': { name: '@ledgerpost/core', peerDependencies: { zod: '^4.0.0' } },
  'packages/adapter-plain/package.json': {
    name: '@ledgerpost/adapter-plain',
    dependencies: { '@ledgerpost/core': '^1.0.0', pino: '1.0.0' },
    peerDependencies: { '@ledgerpost/testkit': '^1.0.0' },
  },
  'packages/cli/package.json': {
    name: '@ledgerpost/cli',
    dependencies: { '@ledgerpost/adapter-plain': '^1.0.0' },
  },
}

let root: string

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const violationsOf = (files: Record<string, string>): readonly string[] => {
  for (const [path, content] of Object.entries(files)) write(path, content)
  return findViolations(root, rules).map(({ file, line, message }) => `${file}:${line} ${message}`)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'arrows-'))
  for (const [path, manifest] of Object.entries(manifests)) write(path, JSON.stringify(manifest, null, 2))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('imports', () => {
  it('lets what the rules allow pass', () => {
    const files = {
      'packages/core/src/index.ts': "import { z } from 'zod'\nexport { one } from './one.js'\nvoid z",
      'packages/core/src/one.test.ts':
        "import 'vitest'\nimport { readFileSync } from 'node:fs'\nprocess.exit()",
      'packages/adapter-plain/src/index.ts':
        "import pino from 'pino'\nimport { one } from '@ledgerpost/core'",
      'packages/adapter-plain/src/a.test.ts': "import '@ledgerpost/testkit'\nimport '../fake/index.js'",
      'packages/adapter-plain/fake/index.ts': "import '@ledgerpost/testkit'\nimport '../src/index.js'",
      'packages/adapter-plain/conformance/subject.ts':
        "import '@ledgerpost/testkit'\nimport '../src/index.js'\nimport '../fake/index.js'",
      'packages/cli/src/main.ts': "import '@ledgerpost/adapter-plain/fake'",
    }
    expect(violationsOf(files)).toEqual([])
  })

  it.each([
    ['an import', "import '@ledgerpost/testkit'"],
    ['a type import', "import type { Fake } from '@ledgerpost/testkit'"],
    ['a re-export', "export { fake } from '@ledgerpost/testkit'"],
    ['an import at run time', "void import('@ledgerpost/testkit')"],
    ['an import in a type', "export type Fake = import('@ledgerpost/testkit').Fake"],
    ['an import in the old form', "import fake = require('@ledgerpost/testkit')"],
    ['a call of require', "require('@ledgerpost/testkit')"],
    ['a resolution', "import.meta.resolve('@ledgerpost/testkit')"],
  ])('catches %s against the arrows, with its line', (_form, statement) => {
    expect(violationsOf({ 'packages/adapter-plain/src/index.ts': `\n${statement}\n` })).toEqual([
      'packages/adapter-plain/src/index.ts:2 Against the arrows: the source of adapter-plain must not import @ledgerpost/testkit',
    ])
  })

  it('is not misled by a comment or a string', () => {
    const content = "// import '@ledgerpost/testkit'\nexport const text = \"import '@ledgerpost/testkit'\""
    expect(violationsOf({ 'packages/adapter-plain/src/index.ts': content })).toEqual([])
  })

  it.each([
    [
      'core',
      "import '@ledgerpost/core'",
      'Against the arrows: the source of core must not import @ledgerpost/core',
    ],
    ['core', "import 'node:fs'", "core must run anywhere, so it imports none of Node's modules: node:fs"],
    ['core', "import 'fs'", "core must run anywhere, so it imports none of Node's modules: fs"],
    ['core', "import 'vitest'", 'core may depend on zod only, not on vitest'],
    ['core', "import './one.test.js'", 'source must not import from tests: ./one.test.js'],
    ['core', "import '../test/one.js'", 'source must not import from tests: ../test/one.js'],
    [
      'core',
      "import '../../cli/src/main.js'",
      'Import the package by its name, not by ../../cli/src/main.js',
    ],
    ['core', "import '../../core-two/x.js'", 'Import the package by its name, not by ../../core-two/x.js'],
    ['adapter-plain', "import '../fake/index.js'", 'source must not import from fake: ../fake/index.js'],
    [
      'adapter-plain',
      "import '../conformance/subject.js'",
      'source must not import from fake: ../conformance/subject.js',
    ],
    ['adapter-plain', "import 'hono/cors'", 'hono is not declared in package.json for its source'],
    ['adapter-plain', "import '@hono/a/b'", '@hono/a is not declared in package.json for its source'],
    ['adapter-plain', "import 'vitest'", 'vitest is not declared in package.json for its source'],
    [
      'cli',
      "import '@ledgerpost/adapter-plain'",
      'Against the arrows: the source of cli must not import @ledgerpost/adapter-plain',
    ],
  ])('catches in %s: %s', (name, statement, message) => {
    expect(violationsOf({ [`packages/${name}/src/any.ts`]: statement })).toEqual([
      `packages/${name}/src/any.ts:1 ${message}`,
    ])
  })

  it('catches an allowed import that the manifest does not declare', () => {
    write('packages/adapter-plain/package.json', JSON.stringify({ name: '@ledgerpost/adapter-plain' }))
    expect(violationsOf({ 'packages/adapter-plain/src/a.ts': "import '@ledgerpost/core'" })).toEqual([
      'packages/adapter-plain/src/a.ts:1 @ledgerpost/core is not declared in package.json for its source',
    ])
  })
})

describe('manifests', () => {
  it('catches a dependency against the arrows', () => {
    const manifest = {
      name: '@ledgerpost/core',
      dependencies: { hono: '1.0.0', '@ledgerpost/cli': '^1.0.0' },
      devDependencies: { '@ledgerpost/testkit': '^1.0.0' },
    }
    expect(violationsOf({ 'packages/core/package.json': JSON.stringify(manifest, null, 2) })).toEqual([
      'packages/core/package.json:5 core must not depend on @ledgerpost/cli: it is against the arrows',
      'packages/core/package.json:8 core must not depend on @ledgerpost/testkit, not even in its tests: it is against the arrows',
      'packages/core/package.json:4 core must not depend on hono: it may depend on zod only',
    ])
  })

  it('catches a package that no rule names', () => {
    expect(violationsOf({ 'packages/new/package.json': '{ "name": "@ledgerpost/new" }' })).toEqual([
      'packages/new/package.json:1 No rule for new: say in tools/arrows.json what it may import',
    ])
  })
})

describe('habits', () => {
  it('catches an index that exports everything', () => {
    const files = {
      'packages/core/src/money/index.ts': "\nexport * from './amount.js'",
      'packages/core/src/all.ts': "export * from './amount.js'",
    }
    expect(violationsOf(files)).toEqual([
      'packages/core/src/money/index.ts:2 An index lists the names it exports, without `export *`',
    ])
  })

  it.each([
    ['const now = Date.now()', 'Date.now'],
    ["const now = Date['now']()", 'Date.now'],
    ['const now = new Date()', 'Date()'],
    ['const now = new Date', 'Date()'],
    ['const now = Date()', 'Date()'],
    ['const chance = Math.random', 'Math.random'],
    ['const { env } = process', 'process'],
    ['const id = `${crypto}`', 'crypto'],
    ['call(process)', 'process'],
    ['const held = { process }', 'process'],
    ['const held = { member: process }', 'process'],
    ['function read(from = process) { return from }', 'process'],
    ['const read = (): unknown => crypto', 'crypto'],
  ])('catches in a pure package: %s', (statement, name) => {
    expect(violationsOf({ 'packages/core/src/a.ts': statement })).toEqual([
      `packages/core/src/a.ts:1 core is pure: take what ${name} gives as an argument`,
    ])
  })

  it.each([
    'const day = new Date(0)',
    'const clock = { process: 1 }',
    'const value = held.process',
    'interface Held { process: string }',
  ])('lets pass in a pure package: %s', (statement) => {
    expect(violationsOf({ 'packages/core/src/a.ts': statement })).toEqual([])
  })
})

it('reads the rules of this repository', () => {
  expect(readRules().packages['core']).toMatchObject({ imports: [], thirdParty: ['zod'], pure: true })
})
