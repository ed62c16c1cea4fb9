import { randomUUID } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseDirectoryInUse, type DirectoryHolder } from '../errors/database-directory-in-use.js'

export interface DirectoryLock {
  /** Calling it again changes nothing. */
  release(): Promise<void>
}

const lockName = /^lock\.(\d+)$/
const ownerFile = 'owner.json'

/**
 * Takes a directory for this process, until it is released or the process ends in whatever way.
 *
 * The lock is a Unix socket in the directory, `lock.<n>`, on which the holder listens: a connection succeeds as long
 * as the holder lives, stopped or busy as it may be, and is refused by the kernel from the moment it is gone. That
 * also holds between containers, where process ids mean nothing. A dead lock is never replaced: the next holder links
 * its socket, which listens already, as `lock.<n + 1>`; of several that try, one succeeds. The highest lock is only
 * ever deleted by the holder of a higher one, so a process that looked long ago cannot win.
 *
 * The directory must exist, on a local disk: machines that share it over a network do not see each other.
 *
 * `beforeLink` is the moment between looking and taking, for tests.
 *
 * @throws DatabaseDirectoryInUse when it is taken.
 */
export async function lockDirectory(
  directory: string,
  beforeLink: () => Promise<void> = () => Promise.resolve(),
): Promise<DirectoryLock> {
  const sockets = socketPaths(directory)
  const server = createServer((connection) => connection.destroy())
  const claim = `claim.${randomUUID().slice(0, 8)}`
  try {
    await listen(server, sockets.path(claim))
    server.unref()
    const number = await win({ directory, claim, path: sockets.path, beforeLink })
    const owner: Owner = { number, pid: process.pid, host: hostname() }
    await writeFile(join(directory, ownerFile), JSON.stringify(owner))
  } catch (error) {
    await close(server)
    throw error
  } finally {
    await rm(join(directory, claim), { force: true })
    sockets.forget()
  }
  let releasing: Promise<void> | undefined
  return { release: () => (releasing ??= close(server)) }
}

type SocketPath = (name: string) => string

interface Contender {
  readonly directory: string
  /** The name of the socket on which it listens. */
  readonly claim: string
  readonly path: SocketPath
  readonly beforeLink: () => Promise<void>
}

/** Links the claim as the highest lock, unless a living process holds one. */
async function win(contender: Contender): Promise<number> {
  const { directory, claim, path, beforeLink } = contender
  const highest = Math.max(0, ...(await lockNumbers(directory)))
  if (highest > 0 && (await isHeld(path(`lock.${highest}`)))) {
    throw new DatabaseDirectoryInUse(directory, await holderOf(directory, highest))
  }
  const mine = highest + 1
  await beforeLink()
  if (!(await linked(join(directory, claim), join(directory, `lock.${mine}`)))) return win(contender)
  const others = (await lockNumbers(directory)).filter((number) => number !== mine)
  if (others.some((number) => number > mine)) {
    await rm(join(directory, `lock.${mine}`), { force: true })
    return win(contender)
  }
  await Promise.all(others.map((number) => rm(join(directory, `lock.${number}`), { force: true })))
  return mine
}

async function lockNumbers(directory: string): Promise<readonly number[]> {
  const names = await readdir(directory)
  return names.flatMap((name) => {
    const number = lockName.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

async function linked(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const connection = connect(path, () => {
      connection.destroy()
      resolve(true)
    })
    connection.on('error', (error) => {
      const code = codeOf(error)
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve(false)
      // The holder left while the connection waited to be let in.
      else if (code === 'ECONNRESET') resolve(isHeld(path))
      // So many are asking that none is let in: somebody is listening.
      else if (code === 'EAGAIN') resolve(true)
      else reject(error)
    })
  })
}

/** Only for the message: the holder writes its name a moment after it has won. */
async function holderOf(directory: string, number: number): Promise<DirectoryHolder | undefined> {
  try {
    const owner: unknown = JSON.parse(await readFile(join(directory, ownerFile), 'utf8'))
    return isOwner(owner) && owner.number === number ? { pid: owner.pid, host: owner.host } : undefined
  } catch {
    return undefined
  }
}

interface Owner extends DirectoryHolder {
  readonly number: number
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false
  if (!('number' in value && 'pid' in value && 'host' in value)) return false
  return typeof value.number === 'number' && typeof value.pid === 'number' && typeof value.host === 'string'
}

/** The kernel takes socket paths of 103 bytes everywhere, and no more on some systems. */
const longestSocketPath = 103

function socketPaths(directory: string): { readonly path: SocketPath; readonly forget: () => void } {
  const direct: SocketPath = (name) => join(directory, name)
  if (Buffer.byteLength(direct('claim.00000000')) <= longestSocketPath) {
    return { path: direct, forget: () => undefined }
  }
  if (process.platform !== 'linux') {
    throw new Error(`The path of the database directory ${directory} is too long: choose one below 80 bytes.`)
  }
  const descriptor = openSync(directory, 'r')
  return {
    path: (name) => `/proc/self/fd/${descriptor}/${name}`,
    forget: () => closeSync(descriptor),
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
