import { until } from '../patience.js'
import type { ServerProcess } from '../worker/server-process.js'

/** Resolves once each of the processes has come to a point that it was armed for. @throws TookTooLong */
export async function allReached(
  milliseconds: number,
  what: string,
  servers: readonly ServerProcess[],
): Promise<void> {
  // What a process stands at is told once.
  const standing = new Set<ServerProcess>()
  await until(milliseconds, what, () => {
    for (const server of servers) if (server.takeReached() !== undefined) standing.add(server)
    return standing.size === servers.length
  })
}
