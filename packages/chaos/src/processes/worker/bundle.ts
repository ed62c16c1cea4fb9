import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A program in one file, so that a process starts in half a second instead of four. */
export interface Bundle {
  readonly path: string
  remove(): Promise<void>
}

/** What CommonJS packages in a bundle of ES modules ask for. */
const requireOfNode =
  "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);"

/** Bundles the worker process from the sources. It lies below this package, where what is left outside is found. */
export async function bundleWorkerProcess(): Promise<Bundle> {
  const here = dirname(fileURLToPath(import.meta.url))
  const directory = join(here, '../../../node_modules/.cache', `chaos-${process.pid}-${randomUUID()}`)
  const path = join(directory, 'worker-process.mjs')
  await build({
    entryPoints: [join(here, 'worker-process.ts')],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@ledgerpost/source'],
    // The embedded database reads files beside its own; the native driver is optional.
    external: ['@electric-sql/pglite', 'pg-native'],
    banner: { js: requireOfNode },
    logLevel: 'error',
  })
  return { path, remove: () => rm(directory, { recursive: true, force: true }) }
}
