import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { compilerOptions } from './compiler-options.js'
import { repositoryRoot, workspacePackages } from './workspace.js'

interface Example {
  /** The page it stands on, relative to the root of the repository. */
  readonly page: string
  /** A file name beside the page, so that imports resolve as they do there. */
  readonly file: string
  readonly code: string
}

const pages = ['', ...workspacePackages(repositoryRoot).map(({ directory }) => `${directory}/`)]
  .map((directory) => `${directory}README.md`)
  .filter((page) => existsSync(join(repositoryRoot, page)))

const examplesOn = (page: string): readonly Example[] =>
  [...readFileSync(join(repositoryRoot, page), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, code = ''], index) => ({
      page,
      file: join(repositoryRoot, page.replace('README.md', `readme-example-${index + 1}.ts`)),
      code,
    }),
  )

const problemsOf = (examples: readonly Example[]): readonly string[] => {
  const options = { ...compilerOptions(repositoryRoot), types: ['node'] }
  const host = ts.createCompilerHost(options)
  const codeOf = new Map(examples.map(({ file, code }) => [file, code]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => codeOf.has(file) || fileExists(file)
  host.readFile = (file) => codeOf.get(file) ?? readFile(file)
  host.getSourceFile = (file, language, ...rest) => {
    const code = codeOf.get(file)
    return code === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, code, language)
  }
  const program = ts.createProgram([...codeOf.keys()], options, host)
  return examples.flatMap(({ page, file }) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${page}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  )
}

describe('the examples on the pages of the packages', () => {
  it('compile', { timeout: 120_000 }, () => {
    expect(problemsOf(pages.flatMap(examplesOn))).toEqual([])
  })

  it('would be caught if they named what is not there', { timeout: 120_000 }, () => {
    const code = "import { gone } from '@ledgerpost/core'"
    expect(problemsOf([{ page: 'x', file: join(repositoryRoot, 'x.ts'), code }])).toEqual([
      expect.stringContaining("no exported member 'gone'"),
    ])
  })
})
