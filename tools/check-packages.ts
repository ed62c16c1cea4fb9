import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAdapterSizes } from './packages/adapter-size.js'
import { checkCommand } from './packages/command.js'
import { checkConsumer } from './packages/consumer.js'
import { checkCreatedAdapter } from './packages/created-adapter.js'
import { checkNeutral } from './packages/neutral.js'
import { packPackages } from './packages/pack.js'
import { run } from './packages/run.js'
import { checkShipsConsole } from './packages/ships-console.js'
import { readSurfaces } from './public-surface/read-surface.js'
import { repositoryRoot, publishedPackages } from './workspace.js'

const problems: string[] = []

function check(name: string, judge: () => readonly string[]): void {
  const found = judged(judge)
  process.stdout.write(`${name}: ${found.length === 0 ? 'as it should be' : 'NOT as it should be'}\n`)
  problems.push(...found)
}

function judged(judge: () => readonly string[]): readonly string[] {
  try {
    return judge()
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)]
  }
}

const bin = (name: string): string => join(repositoryRoot, 'node_modules', '.bin', name)

const directory = mkdtempSync(join(tmpdir(), 'packages-'))
try {
  const packages = publishedPackages(repositoryRoot)
  const tarballs = packPackages(repositoryRoot, packages, directory)
  for (const [name, tarball] of tarballs) {
    check(`${name}, what it publishes`, () => {
      run(bin('publint'), ['--strict', tarball], directory)
      return []
    })
    check(`${name}, its types`, () => {
      run(bin('attw'), [tarball, '--profile', 'esm-only', '--no-color'], directory)
      return []
    })
  }
  check('The console in the server', () => checkShipsConsole(tarballs))
  check('What adapters weigh', () => checkAdapterSizes(repositoryRoot, packages))
  check('What must run without Node.js', () => checkNeutral(repositoryRoot, packages))
  const consumer = join(directory, 'consumer')
  check('A project that installs every tarball', () =>
    checkConsumer(repositoryRoot, consumer, tarballs, readSurfaces()),
  )
  check('An adapter that was made with create-adapter, and a server that offers it', () =>
    checkCreatedAdapter(join(directory, 'created'), consumer, tarballs),
  )
  check('The command, installed alone, and its demo', () =>
    checkCommand(join(directory, 'command'), tarballs),
  )
} finally {
  rmSync(directory, { recursive: true, force: true })
}
for (const problem of problems) process.stdout.write(`\n${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
