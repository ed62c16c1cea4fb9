import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CodeCarrier, collectErrorCodes } from './collect-error-codes.js'
import { compilerOptions } from './compiler-options.js'
import { repositoryRoot, workspacePackages } from './workspace.js'

const carriers: readonly CodeCarrier[] = [
  { file: 'packages/core/src/errors/ledgerpost-error.ts', member: 'code', mayHandOn: false },
  { file: 'packages/core/src/adapter/v1/adapter.ts', member: 'code', mayHandOn: true },
  { file: 'packages/core/src/history/packet-state.ts', member: 'code', mayHandOn: true },
  { file: 'packages/engine/src/send/plan-packets.ts', member: 'code', mayHandOn: true },
  { file: 'packages/engine/src/sync/weigh-order.ts', member: 'reason', mayHandOn: true },
  { file: 'apps/server/src/http/describe-error.ts', member: 'code', mayHandOn: true },
]

/** Every shipped source; the test kit is left out, since its errors play those of others. */
const sources = workspacePackages(repositoryRoot)
  .filter(({ shortName }) => shortName !== 'testkit')
  .map(({ directory }) => join(repositoryRoot, directory, 'src'))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(path))

const pagesDirectory = join(repositoryRoot, 'docs/errors')

/** By code, the text of its page; `README` is the index. */
const pages = new Map(
  readdirSync(pagesDirectory).map((file) => [
    file.replace(/\.md$/, ''),
    readFileSync(join(pagesDirectory, file), 'utf8'),
  ]),
)

function problemsOf(codes: Iterable<string>, texts: ReadonlyMap<string, string>): readonly string[] {
  const known = new Set(codes)
  const documented = [...texts.keys()].filter((page) => page !== 'README')
  const listed = new Set(linksOf(texts.get('README') ?? ''))
  return [
    ...[...known].filter((code) => !texts.has(code)).map((code) => `${code} has no page`),
    ...documented.filter((page) => !known.has(page)).map((page) => `${page}.md is of no code`),
    ...documented.filter((page) => !listed.has(page)).map((page) => `README.md does not list ${page}`),
    ...documented
      .filter((page) => !texts.get(page)?.startsWith(`# ${page}\n`))
      .map((page) => `${page}.md is not headed by its code`),
    ...[...texts].flatMap(([page, text]) =>
      linksOf(text)
        .filter((target) => !texts.has(target))
        .map((target) => `${page}.md links to ${target}.md, which does not exist`),
    ),
  ]
}

const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)]+)\.md\)/g)].map(([, target = '']) => target)

describe('the pages of errors', () => {
  it('are one for each code that the sources make', { timeout: 120_000 }, () => {
    const collected = collectErrorCodes(repositoryRoot, sources, carriers, compilerOptions(repositoryRoot))
    expect(collected.undeclared).toEqual([])
    expect(collected.unreadable).toEqual([])
    expect(problemsOf(collected.codes.keys(), pages)).toEqual([])
  })

  it('would be missed, and so would their code, their heading, their place in the index and what they link to', () => {
    const texts = new Map([
      ['README', '[a](a.md) [gone](gone.md)'],
      ['a', '# a\n'],
      ['old', '# older\n'],
    ])
    expect(problemsOf(['a', 'new'], texts)).toEqual([
      'new has no page',
      'old.md is of no code',
      'README.md does not list old',
      'old.md is not headed by its code',
      'README.md links to gone.md, which does not exist',
    ])
  })
})

describe('the codes of sources', () => {
  const collect = (source: string) => {
    const directory = mkdtempSync(join(tmpdir(), 'error-codes-'))
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    const files = { 'base.ts': base, 'source.ts': source }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
    const { codes, unreadable } = collectErrorCodes(
      directory,
      Object.keys(files).map((name) => join(directory, name)),
      [
        { file: 'base.ts', member: 'code', mayHandOn: false },
        { file: 'base.ts', member: 'heldFor', mayHandOn: true },
      ],
      compilerOptions(repositoryRoot),
    )
    return { codes: Object.fromEntries(codes), unreadable }
  }
  const base = `
    export interface Options { readonly code: string; readonly message: string }
    export class Base extends Error { constructor(options: Options) { super(options.message) } }
    export type Plan = { readonly kind: 'send' } | { readonly kind: 'hold'; readonly heldFor: string | null }
  `
  const importBase = "import { Base, type Plan } from './base.js'\n"

  it.each<[string, string, readonly string[]]>([
    ['thrown', "throw new Base({ code: 'a', message: '' })", ['a']],
    ['chosen', "(it: boolean) => new Base({ code: it ? 'a' : 'b', message: '' })", ['a', 'b']],
    [
      'of a subclass that is told its code',
      "class Sub extends Base { constructor(code: 'a' | 'b') { super({ code, message: '' }) } }",
      ['a', 'b'],
    ],
    [
      'of a template',
      "const make = (kind: 'a' | 'b') => new Base({ code: `x-${kind}`, message: '' })",
      ['x-a', 'x-b'],
    ],
    ['that a class declares', "class Own extends Error { code: 'a' | 'b' = 'a' }", ['a', 'b']],
    ['of one kind of several', "const plan: Plan = { kind: 'hold', heldFor: 'a' }", ['a']],
    ['of something else', "const other = { code: 'a' }", []],
  ])('%s', (_what, source, expected) => {
    const { codes, unreadable } = collect(importBase + source)
    expect(Object.keys(codes)).toEqual(expected)
    expect(unreadable).toEqual([])
  })

  it('are told with the place', () => {
    expect(collect(`${importBase}throw new Base({ code: 'a', message: '' })`).codes).toEqual({
      a: ['source.ts:2'],
    })
  })

  it('that cannot be told are a problem, unless one is handed on', () => {
    const source = `${importBase}
      const make = (code: string) => new Base({ code, message: '' })
      const plan = (text: string): Plan => ({ kind: 'hold', heldFor: text })
      const handedOn = (heldFor: string): Plan => ({ kind: 'hold', heldFor })`
    expect(collect(source)).toEqual({ codes: {}, unreadable: ['source.ts:3', 'source.ts:4'] })
  })
})
