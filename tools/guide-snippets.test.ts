import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from './workspace.js'

const directory = 'docs/adapters'

/** Blocks of code that say which file they are from, with what is wrong with them. */
function problemsOf(page: string, text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```ts(?: file=(\S+))?\n(.*?)^```/gms)]
  return blocks.flatMap(([, file, code = '']) => {
    const begin = code.split('\n', 1).join('')
    if (file === undefined) return [`${page}: '${begin}' does not say which file it is from`]
    return readFileSync(join(repositoryRoot, file), 'utf8').includes(code)
      ? []
      : [`${page}: '${begin}' does not stand so in ${file}`]
  })
}

describe('the guide for authors of adapters', () => {
  const pages = readdirSync(join(repositoryRoot, directory)).filter((name) => name.endsWith('.md'))

  it.each(pages)('shows code that is compiled and tested: %s', (page) => {
    expect(problemsOf(page, readFileSync(join(repositoryRoot, directory, page), 'utf8'))).toEqual([])
  })

  it('would be caught if it showed other code', () => {
    const block = (info: string) => `\`\`\`ts${info}\nconst gone = 1\n\`\`\`\n`
    expect(problemsOf('page', block(' file=tools/workspace.ts'))).toHaveLength(1)
    expect(problemsOf('page', block(''))).toHaveLength(1)
  })
})
