import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { WorkspacePackage } from '../workspace.js'

/** What an adapter's own code may weigh, gzipped; what it depends on is shared with others. */
const most = 25 * 1024

/** Says which built adapters are heavier than they may be. */
export function checkAdapterSizes(root: string, packages: readonly WorkspacePackage[]): readonly string[] {
  return packages
    .filter(({ shortName }) => shortName.startsWith('adapter-'))
    .flatMap(({ directory, shortName }) => {
      const files = [...withImports(join(root, directory, 'dist', 'index.js'))]
      const bytes = gzipSync(files.map((file) => readFileSync(file, 'utf8')).join('')).byteLength
      return bytes <= most ? [] : [`${shortName} has ${bytes} bytes gzipped, more than ${most}`]
    })
}

/** A built file and the files beside it that it is made of. */
function withImports(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)
  for (const [, specifier = ''] of imports) withImports(join(dirname(file), specifier), known)
  return known
}
