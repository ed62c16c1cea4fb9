import { join } from 'node:path'
import { z } from 'zod'
import { type WorkspacePackage } from '../workspace.js'
import { run } from './run.js'

const packedShape = z.array(z.object({ name: z.string(), filename: z.string() }))

/** Packs every package as it would be published; returns the tarball of each by package name. */
export function packPackages(
  root: string,
  packages: readonly WorkspacePackage[],
  destination: string,
): ReadonlyMap<string, string> {
  const workspaces = packages.flatMap(({ manifest }) => ['--workspace', manifest.name])
  const output = run('npm', ['pack', '--json', '--pack-destination', destination, ...workspaces], root)
  const packed = packedShape.parse(JSON.parse(output))
  return new Map(packed.map(({ name, filename }) => [name, join(destination, filename)]))
}
