import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const dependencies = z.record(z.string(), z.string()).default({})

const manifestShape = z.object({
  name: z.string(),
  private: z.boolean().default(false),
  dependencies,
  devDependencies: dependencies,
  peerDependencies: dependencies,
  optionalDependencies: dependencies,
  bin: z.record(z.string(), z.string()).default({}),
  exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])).default({}),
})

export type Manifest = z.infer<typeof manifestShape>

export interface WorkspacePackage {
  /** Relative to the root of the repository, `packages/core`. */
  readonly directory: string
  /** The name without its scope, `core`. */
  readonly shortName: string
  readonly manifest: Manifest
}

export const scope = '@ledgerpost/'
export const sourceCondition = '@ledgerpost/source'
export const repositoryRoot = join(import.meta.dirname, '..')

export function readManifest(directory: string): Manifest {
  return manifestShape.parse(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')))
}

/** Every package of the repository, in the order of its path. */
export function workspacePackages(root: string): readonly WorkspacePackage[] {
  return ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`)
      .toSorted()
      .map((directory) => {
        const manifest = readManifest(join(root, directory))
        return { directory, shortName: manifest.name.replace(scope, ''), manifest }
      }),
  )
}

/** Those that others can install. */
export function publishedPackages(root: string): readonly WorkspacePackage[] {
  return workspacePackages(root).filter(({ manifest }) => !manifest.private)
}

/** The entries that a package offers, `.` and `./fake`, with the source file of each. */
export function sourceEntries(manifest: Manifest): readonly (readonly [entry: string, source: string])[] {
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    const source = typeof target === 'string' ? undefined : target[sourceCondition]
    return source === undefined ? [] : [[entry, source] as const]
  })
}
