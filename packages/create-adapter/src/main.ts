#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { adapterNames } from './adapter-names.js'
import { createAdapterPackage } from './create-adapter-package.js'

const usage = `npm create @ledgerpost/adapter -- "Acme Books" [--directory DIRECTORY]

Makes the package of an adapter for the accounting system of that name: sources, a fake of it with a ledger of its
own, and a conformance test that passes.
  --directory DIRECTORY  where (adapter-acme-books)
`

/** Beside the built program, or in this repository. */
function templateDirectory(): string {
  const shipped = join(import.meta.dirname, 'template')
  return existsSync(shipped) ? shipped : join(import.meta.dirname, '..', '..', 'adapter-template')
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  )
    return manifest.version
  throw new Error('The package.json of create-adapter tells no version.')
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { directory: { type: 'string' }, help: { type: 'boolean' } },
  })
  const title = positionals.join(' ')
  if (values.help === true || title === '') {
    process.stdout.write(usage)
    if (values.help !== true) process.exitCode = 1
    return
  }
  const names = adapterNames(title)
  const directory = values.directory ?? `adapter-${names.kebab}`
  const { files } = await createAdapterPackage({
    names,
    directory: resolve(directory),
    template: templateDirectory(),
    version: ownVersion(),
  })
  process.stdout.write(
    `An adapter for ${names.title} is in ${directory}: ${files.length} files.\n\n  cd ${directory}\n  npm install\n  npm test\n\nIts README says what to change first.\n`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
