import { execFileSync } from 'node:child_process'
import { requirement } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { testCli } from '../test-cli.test-support.js'

const cli = testCli({})

function works(shell: string): Promise<boolean> {
  try {
    execFileSync(shell, ['-c', 'true'])
    return Promise.resolve(true)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Promise.resolve(false)
    throw error
  }
}

describe('completion', () => {
  it.each([
    [['map', ''], 'show suggest set export import'],
    [['map', 's'], 'show suggest set'],
    [['completion', ''], 'bash zsh fish'],
    [['map', 'suggest', '--ac'], '--accept'],
    [['--json', 'map', 'sh'], 'show'],
    [['adapter', ''], 'conform'],
  ] as const)('of bash completes %j', async (words, expected) => {
    const { output } = await cli('completion', 'bash')
    const ask = `${output}\nCOMP_WORDS=(ledgerpost "$@"); COMP_CWORD=$#; _ledgerpost; echo "\${COMPREPLY[*]}"`
    expect(execFileSync('bash', ['-c', ask, 'bash', ...words], { encoding: 'utf8' }).trim()).toBe(expected)
  })

  it.each(['zsh', 'fish'])('of %s has every command, and the shell can read it', async (shell) => {
    const { output } = await cli('completion', shell)
    for (const word of ['demo', 'serve', 'suggest', 'conform', 'start-date']) expect(output).toContain(word)
    const program = await requirement(shell, async () => ((await works(shell)) ? shell : undefined))
    if (program.available) execFileSync(shell, ['-n'], { input: output })
  })

  it('is there for three shells', async () => {
    expect(await cli('completion', 'tcsh')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('bash, zsh, fish'),
    })
  })
})
