/** Failures of looking up a name or opening a connection: no byte of the request has left. */
const beforeTheFirstByte = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Whether a rejected fetch certainly did not send anything; runtimes tell by the code of the error's cause. */
export function wasNeverSent(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    if ('code' in each && typeof each.code === 'string' && beforeTheFirstByte.has(each.code)) return true
  }
  return false
}
