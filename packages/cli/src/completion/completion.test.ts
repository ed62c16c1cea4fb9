import { execFileSync } from 'node:child_process'
import { programVersion, requirement } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { testCli } from '../test-cli.test-support.js'

const cli = testCli({})

const zsh = await requirement('zsh', programVersion('zsh', ['--version']))
const fish = await requirement('fish', programVersion('fish', ['--version']))

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

  it.each(['zsh', 'fish'])('of %s has every command', async (shell) => {
    const { output } = await cli('completion', shell)
    for (const word of ['demo', 'serve', 'suggest', 'conform', 'start-date']) expect(output).toContain(word)
  })

  it.skipIf(!zsh.available).each([
    ['map|', 'show suggest set export import'],
    ['map|suggest|--', '--accept --help --json --min-score --subscriber --token --type --url'],
    ['completion|', 'bash fish zsh'],
    ['orders|push|', 'FILES'],
  ])('of zsh completes %j', async (words, expected) => {
    const { output } = await cli('completion', 'zsh')
    // What zsh's own completion system does with what it is told, without a terminal.
    const system = `compdef() {}; _files() { print FILES }; _describe() { print -l -- \${\${(@P)2}%%:*} }`
    const ask = `${system}\n${output}\nwords=(ledgerpost "\${(@s:|:)1}"); CURRENT=\${#words}; _ledgerpost`
    const offered = execFileSync('zsh', ['-f', '-c', ask, 'zsh', words], { encoding: 'utf8' })
    expect(new Set(offered.trim().split('\n'))).toEqual(new Set(expected.split(' ')))
  })

  it.skipIf(!fish.available).each([
    ['map ', 'show suggest set export import'],
    ['map su', 'suggest'],
    ['map suggest --ac', '--accept'],
    ['completion ', 'bash fish zsh'],
  ])('of fish completes %j', async (words, expected) => {
    const { output } = await cli('completion', 'fish')
    const ask = `source (echo $argv[1] | psub); complete -C "ledgerpost ${words}"`
    const offered = execFileSync('fish', ['--no-config', '-c', ask, output], { encoding: 'utf8' })
    const found = offered.split('\n').map((line) => line.split('\t')[0])
    expect(new Set(found.filter((word) => word !== ''))).toEqual(new Set(expected.split(' ')))
  })

  it('is there for three shells', async () => {
    expect(await cli('completion', 'tcsh')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('bash, zsh, fish'),
    })
  })
})
