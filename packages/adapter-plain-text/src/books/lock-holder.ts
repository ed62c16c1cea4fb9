import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import { hasCode } from './file-system.js'

const holder = z.object({
  host: z.string(),
  process: z.int().positive(),
  /** When the process began, in clock ticks since the machine did: process numbers are used again. Null where unknown. */
  began: z.string().nullable(),
  /** Unique to one locking. */
  token: z.string(),
})

/** Who holds a lock, as its file says. */
export type LockHolder = z.output<typeof holder>

/** This process, about to hold a lock. */
export async function ourselves(token: string): Promise<LockHolder> {
  return { host: hostname(), process: process.pid, began: await beginningOf(process.pid), token }
}

/** Reads a lock file; undefined if it was not written to its end. */
export function readHolder(text: string): LockHolder | undefined {
  try {
    return holder.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Whether the holder has certainly ended: it ran on this machine and is there no more. */
export async function hasEnded({ host, process: number, began }: LockHolder): Promise<boolean> {
  if (host !== hostname()) return false
  try {
    process.kill(number, 0)
  } catch (error) {
    return hasCode(error, 'ESRCH')
  }
  const beginning = await beginningOf(number)
  return began !== null && beginning !== null && began !== beginning
}

/** Field 22 of /proc/PID/stat (proc(5)); null on systems without. */
async function beginningOf(number: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${number}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null
    throw error
  }
}
