/** What a process can be there for; one can be there for all of it. */
export const serverRoles = ['api', 'worker', 'scheduler'] as const

/**
 * - api: answers requests
 * - worker: does jobs
 * - scheduler: starts scheduled syncs, and releases jobs to the workers of all processes. Without one nothing is done.
 */
export type ServerRole = (typeof serverRoles)[number]

export function isServerRole(name: string): name is ServerRole {
  return serverRoles.some((role) => role === name)
}
