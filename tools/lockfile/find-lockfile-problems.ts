import { z } from 'zod'

const lockfileShape = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().default(false),
    }),
  ),
})

/**
 * A lockfile that everyone can install from: it names no download address, which would bind it to the registry
 * of whoever wrote it, and it pins the content of each package instead.
 */
export function findLockfileProblems(value: unknown): readonly string[] {
  const { lockfileVersion, packages } = lockfileShape.parse(value)
  const problems = lockfileVersion === 3 ? [] : [`has version ${lockfileVersion}, not 3`]
  for (const [path, { resolved, integrity, link }] of Object.entries(packages)) {
    if (resolved?.includes(':') === true) problems.push(`${path}: names the address ${resolved}`)
    const isOurs = link || !path.includes('node_modules/')
    if (!isOurs && integrity?.startsWith('sha512-') !== true)
      problems.push(`${path}: has no sha512 integrity`)
  }
  return problems
}
