import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where the script of the page is: beside what was built, which has a copy of it, or in the package that it comes in.
 */
export function bundlePath(): string {
  const copy = fileURLToPath(new URL('scalar.js', import.meta.url))
  if (existsSync(copy)) return copy
  const entry = createRequire(import.meta.url).resolve('@scalar/api-reference')
  return join(dirname(entry), 'browser', 'standalone.js')
}
